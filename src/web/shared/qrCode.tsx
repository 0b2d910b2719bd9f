import type { JSX } from 'preact';

/** Draws a QR code with the margin of four modules that readers need. */
export function QrCode({ modules, label }: { modules: readonly (readonly boolean[])[]; label: string }): JSX.Element {
    const size = modules.length + 8;
    const path = modules.map((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join('')).join('');
    return (
        <div class="qr" role="img" aria-label={label}>
            <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
                <path d={path} />
            </svg>
        </div>
    );
}
