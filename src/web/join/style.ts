/** The style of the page: one card, 320 px or wider, light and dark, with contrast of at least WCAG AA. */
export const STYLE = `:root {
    color-scheme: light dark;
    --ground: #eef0f4; --card: #fff; --text: #1b1e24; --quiet: #4d5563; --line: #cbd0d8;
    --action: #0b57d0; --action-over: #0842a0; --on-action: #fff;
}
@media (prefers-color-scheme: dark) {
    :root {
        --ground: #14161a; --card: #22252b; --text: #f1f3f6; --quiet: #b7bec9; --line: #474d58;
        --action: #8ab4f8; --action-over: #aecbfa; --on-action: #0b1b33;
    }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { min-height: 100%; background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
    margin: 0; min-height: 100vh; min-height: 100dvh; padding: 1rem; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1rem;
    background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main {
    width: 100%; max-width: 27rem; padding: 2rem 1.5rem; border: 1px solid transparent; border-radius: 1rem; background: var(--card); text-align: center;
    box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 6px 24px rgb(0 0 0 / 8%); overflow-wrap: anywhere; position: relative;
}
#emblem { width: 3.5rem; height: 3.5rem; margin: 0 auto 1rem; padding: .8rem; border-radius: 1rem; background: var(--ground); color: var(--quiet); }
svg { display: none; width: 100%; height: 100%; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; }
.channel #channel, .group #group { display: block; }
h1 { margin: 0 0 .75rem; font-size: 1.375rem; line-height: 1.3; text-wrap: balance; outline: none; }
h1 .before { display: block; margin-bottom: .25rem; font-size: 1rem; font-weight: 400; color: var(--quiet); }
p { margin: 0 0 .75rem; color: var(--quiet); text-wrap: pretty; }
#text .topic { color: var(--text); }
.late { animation: late 4s step-end; }
@keyframes late { from { visibility: hidden; } }
code {
    display: block; margin-top: .375rem; padding: .5rem; border-radius: .375rem; background: var(--ground); color: var(--text);
    font: .875rem/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; user-select: all;
}
.aside { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .875rem; }
#actions:not(:empty) { margin-top: 1.5rem; }
button, .button {
    display: block; width: 100%; min-height: 3rem; padding: .7rem 1rem; border: 2px solid transparent; border-radius: .625rem; background: var(--action);
    color: var(--on-action); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { background: var(--action-over); }
.second { margin-top: .625rem; background: none; border-color: var(--line); color: var(--text); }
.second:hover { background: var(--ground); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
#status { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.busy #text::before {
    content: ""; display: block; width: 1.75rem; height: 1.75rem; margin: .75rem auto; border: 3px solid var(--line); border-top-color: var(--action); border-radius: 50%;
    animation: turn 1s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
@media (forced-colors: active) { .busy #text::before { border-top-color: Highlight; } }
@media (prefers-reduced-motion: reduce) { .busy #text::before { animation: none; } }
footer { max-width: 100%; font-size: .875rem; color: var(--quiet); overflow-wrap: anywhere; text-align: center; }
`;
