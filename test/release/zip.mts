import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest date of the zip format, which has no time zones. */
const MADE = new Date(1980, 0, 1);

/** The releaser's homepage and support page. They replace those of the repository's manifest. */
export interface Links {
    homepage: string;
    support: string;
}

/**
 * Builds the zip that administrators install: manifest, icon, languages and compiled code, without the other files that
 * the CLI adds. The same app and links produce the same bytes.
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
