import { strFromU8, unzipSync, zipSync } from 'fflate';

/** The first moment that a zip can tell, by the clock of whoever makes it: zips know no time zones. */
const MADE = new Date(1980, 0, 1);

/**
 * What an administrator installs, from what the CLI packaged: manifest, icon, languages and compiled code, without the documents and package files that the CLI puts
 * beside them, nor its note of when it did so. The same app makes the same bytes.
 */
export function releaseZip(packaged: Uint8Array): Uint8Array {
    const files = unzipSync(packaged);
    const { iconFile } = JSON.parse(strFromU8(files['app.json']!));
    const needed = Object.keys(files)
        .filter((file) => file === 'app.json' || file === iconFile || /^i18n\/[^/]+\.json$|\.js$/.test(file))
        .sort();
    return zipSync(Object.fromEntries(needed.map((file) => [file, files[file]!])), { level: 9, mtime: MADE });
}
