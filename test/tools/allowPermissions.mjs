// `prepare` runs this after each installation, and test/tools/setup.mjs before each script. The packager refuses
// permissions that the engine's package does not list, and 1.62.0 is older than `abac.read`
// (docs/decisions/0015-a-permission-newer-than-the-packager.md). Plain Node, because it runs as part of `npm ci`.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The engine's list of permissions. */
export const LIST = fileURLToPath(new URL('../../node_modules/@rocket.chat/apps-engine/server/permissions/AppPermissions.js', import.meta.url));

const START = 'exports.AppPermissions = {\n';
const ABAC = "    'abac': {\n        read: { name: 'abac.read' },\n    },\n";

/**
 * Adds `abac.read` to a list of permissions that lacks it. An installation without the engine stays as it is.
 *
 * @throws Error if the file is not such a list
 */
export function allowPermissions(file = LIST) {
    const list = existsSync(file) ? readFileSync(file, 'utf8') : ABAC;
    if (list.includes("'abac.read'")) {
        return;
    }
    if (!list.includes(START)) {
        throw new Error(`${file} is not the list of permissions that it was in @rocket.chat/apps-engine 1.62.0.`);
    }
    // A packager may read the file at this moment.
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, list.replace(START, START + ABAC));
    renameSync(draft, file);
}

allowPermissions();
