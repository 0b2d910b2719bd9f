/**
 * The page behind a link, the same for every visitor (docs/decisions/0010-the-page-is-text-in-the-app.md).
 * It names its files relatively, so a workspace or proxy may serve it under any path.
 */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Open the link to see which room you are invited to.">
<title>Invite link</title>
<link rel="stylesheet" href="join.css">
<script src="join.js" defer></script>
</head>
<body>
<main aria-labelledby="title">
<div id="emblem" role="img" hidden>
<svg id="channel" viewBox="0 0 24 24"><path d="M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16"/></svg>
<svg id="group" viewBox="0 0 24 24"><rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/></svg>
</div>
<h1 id="title" tabindex="-1">Invite link</h1>
<div id="text"><p class="late">This page did not load completely. Open the link again.</p></div>
<div id="actions"></div>
<p id="status" role="status"></p>
<noscript>
<p>This page needs JavaScript.</p>
<p lang="de">Diese Seite braucht JavaScript.</p>
<p lang="es">Esta página necesita JavaScript.</p>
<p lang="fr">Cette page a besoin de JavaScript.</p>
<p lang="pt-BR">Esta página precisa de JavaScript.</p>
</noscript>
</main>
<footer><span id="host"></span></footer>
</body>
</html>
`;
