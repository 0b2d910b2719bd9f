import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first moment that a zip can tell, by the clock of whoever makes it: zips know no time zones. */
const MADE = new Date(1980, 0, 1);

/** Where people find those who release the app, and help. The manifest in the repository names others. */
export interface Links {
    homepage: string;
    support: string;
}

/**
 * Makes the zip that administrators install of what the CLI packaged: manifest, icon, languages and compiled code. It
 * leaves out the documents and package files that the CLI adds, and its note of when it ran. The same app and links make
 * the same bytes.
 */
export function releaseZip(packaged: Uint8Array, links: Links): Uint8Array {
    const files = unzipSync(packaged);
    const manifest = JSON.parse(strFromU8(files['app.json']!));
    const needed = Object.keys(files)
        .filter((file) => file === manifest.iconFile || /^i18n\/[^/]+\.json$|\.js$/.test(file))
        .map((file): [string, Uint8Array] => [file, files[file]!]);
    const released = { ...manifest, author: { ...manifest.author, ...links } };
    needed.push(['app.json', strToU8(JSON.stringify(released, null, 4))]);
    return zipSync(Object.fromEntries(needed.sort(([a], [b]) => (a < b ? -1 : 1))), { level: 9, mtime: MADE });
}
