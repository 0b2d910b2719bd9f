import type { Database } from '../store/database.mts';
import { addUserToRoom } from './rooms.mts';
import { ServerError } from './errors.mts';
import { hasPermission } from './permissions.mts';
import type { Screens } from './screens.mts';

export interface CommandCall {
    command: string;
    params: string;
    userId: string;
    rid: string;
    tmid?: string;
    triggerId?: string;
}

export interface SlashCommand {
    command: string;
    params?: string;
    description?: string;
    /** Checked by the web client only. The server runs a command for any caller. */
    permission?: string | string[];
    providesPreview: boolean;
    appId?: string;
    callback(call: CommandCall): Promise<void>;
}

/** One server instance's commands. They live in memory, so a restart restores the built-in ones. */
export class SlashCommands {
    readonly commands = new Map<string, SlashCommand>();

    constructor(database: Database, screens: Screens) {
        this.commands.set('invite', builtInInvite(database, screens));
    }

    async run(call: CommandCall): Promise<void> {
        await this.commands.get(call.command)?.callback(call);
    }
}

/** The server's own `/invite @user [@user ...]`. */
function builtInInvite(database: Database, screens: Screens): SlashCommand {
    return {
        command: 'invite',
        params: '@username',
        description: 'Invite_user_to_join_channel',
        permission: 'add-user-to-joined-room',
        providesPreview: false,
        async callback({ params, userId, rid }) {
            const show = (text: string): void => screens.show({ userId, rid, text });
            const usernames = params
                .split(/[\s,]/)
                .map((word) => word.replace(/^@/, ''))
                .filter((word) => word !== '');
            if (usernames.length === 0) {
                return;
            }
            const users = await database.users.find({ username: { $in: usernames } });
            if (users.length === 0) {
                show(`No user exists by the name of \`${usernames.join(' @')}\`.`);
                return;
            }
            const inviter = await database.users.findOne({ _id: userId });
            for (const user of users) {
                if (await database.subscriptions.findOne({ rid, 'u._id': user._id })) {
                    show(`@${user.username} is already in here.`);
                    continue;
                }
                try {
                    const inRoom = await database.subscriptions.findOne({ rid, 'u._id': userId });
                    if (!inRoom || !(await hasPermission(database, userId, 'add-user-to-joined-room', rid))) {
                        throw new ServerError('error-not-allowed', 'Not allowed');
                    }
                    await addUserToRoom(database, rid, user, inviter);
                } catch (error) {
                    show(error instanceof ServerError ? error.reason : 'Not allowed');
                }
            }
        },
    };
}

/**
 * Splits a command's parameters as the server does for apps: at white space outside quotes, and without the quotes. A
 * quoted run inside a word stays part of the word, and two adjacent quoted runs become two words.
 */
export function parseParameters(params: string): string[] {
    const quoted: string[] = [];
    const line = params
        .replace(/(["'])((?:\\?.)*?)\1/gs, (_run, _quote, inner: string) => `\u0086${quoted.push(inner) - 1}\u0087`)
        .replace(/\u0087\u0086/g, '\u0087 \u0086');
    return line
        .split(/[ \n\r\t]/)
        .filter((word) => word !== '')
        .map((word) => word.replace(/\u0086(\d+)\u0087/g, (_mark, index: string) => quoted[Number(index)] ?? '').replace(/\\"/g, '"'));
}
