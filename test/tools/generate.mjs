// Writes all generated files: the list of languages, the texts of the settings, and the bundled pages. `npm run prepare`
// runs it, and so does every command that packages. Plain Node, because npm runs it right after the installation.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { buildLanguages } from './buildLanguages.mjs';
import { buildPages } from './buildPages.mjs';

/** Writes the generated files of the project in `root`. Rejects with esbuild's message if a source has a mistake. */
export async function generate(root) {
    await buildLanguages(root);
    await buildPages(root);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
    await generate(fileURLToPath(new URL('../..', import.meta.url)));
}
