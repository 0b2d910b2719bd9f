import * as util from 'node:util';

import { APP_PATH, PACKAGE, rcApps } from '../project.mts';
import { Client, PASSWORD, PEOPLE, Prompt, seed, toRuntime, Workspace } from '../workspace/index.mts';
import { tour } from './tour.mts';

const USAGE = `npm start -- [--port 3000] [--data <folder>] [--path /chat] [--instances 1] [--runtime deno] [--tour]
  --port       the port on 127.0.0.1
  --data       a folder that stores the workspace over restarts; by default it lives in memory
  --path       a path below which the workspace is served, as on a server whose address has one
  --instances  the number of server instances over one database; requests are spread over them
  --runtime    what the app runs on: deno, as on servers until 8.7, or node, as on later ones
  --tour       plays a tour of the main job and exits, with 0 if every step passed`;

/** Missing in the types of Node 16, the newest that the packager accepts. */
const { parseArgs } = util as unknown as {
    parseArgs: (config: { options: Record<string, { type: string }> }) => { values: Record<string, unknown> };
};

const print = (text: string): void => console.log(text);

async function main(): Promise<void> {
    const options = {
        port: { type: 'string' },
        data: { type: 'string' },
        path: { type: 'string' },
        instances: { type: 'string' },
        runtime: { type: 'string' },
        tour: { type: 'boolean' },
        help: { type: 'boolean' },
    };
    const values = parseArgs({ options }).values as {
        port?: string;
        data?: string;
        path?: string;
        instances?: string;
        runtime?: string;
        tour?: boolean;
        help?: boolean;
    };
    if (values.help) {
        print(USAGE);
        return;
    }
    const instances = Number(values.instances ?? 1);
    if (!Number.isInteger(instances) || instances < 1) {
        throw new Error(`--instances takes a whole number from 1\n${USAGE}`);
    }
    // A tour uses a free port, so it never collides with a workspace on the usual one.
    const port = Number(values.port ?? (values.tour ? 0 : 3000));
    print('Packaging the app …');
    await rcApps(['package']);
    print(`  ${PACKAGE}`);

    const workspace = await Workspace.start({
        port,
        instances,
        ...(values.data && { data: values.data }),
        ...(values.path && { path: values.path }),
        ...(values.runtime && { runtime: toRuntime(values.runtime) }),
    });
    try {
        await seed(workspace.database);
        const mailServer = await workspace.receiveMail();
        mailServer.onMail(({ to, subject, text }) => print(`\nE-mail to ${to.join(', ')}\n  ${subject}\n\n${text.replace(/^/gm, '  ')}\n`));
        print(`Deploying it to ${workspace.url} …`);
        await rcApps(['deploy', '--url', workspace.url, '-u', 'admin', '-p', PASSWORD]);
        await workspace.settled();
        if (values.tour) {
            process.exitCode = (await tour(workspace, print)) ? 0 : 1;
        } else {
            await introduce(workspace);
            await new Prompt(workspace, print).run();
        }
    } finally {
        await workspace.stop();
    }
}

async function introduce(workspace: Workspace): Promise<void> {
    const alice = await Client.login(workspace.url, 'alice', PASSWORD);
    const general = await workspace.database.rooms.findOne({ name: 'general' });
    const base = workspace.url + APP_PATH;
    const login = `-H 'X-User-Id: ${alice.userId}' -H 'X-Auth-Token: ${alice.authToken}' -H 'Content-Type: application/json'`;
    print(`
Open ${workspace.url} in a browser, or type below. The password of all people is ${PASSWORD}:
${PEOPLE.map(({ username, about }) => `  ${username.padEnd(6)} ${about}`).join('\n')}

As alice:
  curl -s ${login} ${base}/findOrCreateInvite -d '{"rid": "${general?._id}", "days": 7, "maxUses": 3}'
  curl -s ${base}/validateInviteToken -H 'Content-Type: application/json' -d '{"token": "<inviteToken>"}'
  curl -s ${login} ${base}/useInviteToken -d '{"token": "<inviteToken>"}'
`);
}

await main();
