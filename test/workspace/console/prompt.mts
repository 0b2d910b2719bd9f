import { createInterface } from 'node:readline';

import { buttonsIn, pressButton, type ButtonOnScreen } from '../buttons.mts';
import { Client } from '../client.mts';
import type { EphemeralMessage } from '../server/screens.mts';
import { PASSWORD } from '../seed.mts';
import { canAccessRoom, createDirectRoom } from '../server/rooms.mts';
import type { MessageDocument, RoomDocument, UserDocument } from '../store/documents.mts';
import type { Workspace } from '../workspace.mts';

const HELP = `You type as a person in a room, and read what that person would read.
  /as alice            act as another person       /in secret           go to another room
  /who                 list the people here        /rooms               list the rooms
  /dm                  go to your direct message with the app's bot
  /press 1             press a button of the last reply
  /ban bob             ban a person from the room  /unban bob           lift the ban
  /night               let a night pass, so that the apps' jobs run
  /help   /quit        any other /command runs in the room, and any other line is posted there`;

/**
 * The prompt of `npm start`. It acts as one person in one room at a time, through the HTTP calls that a client makes.
 */
export class Prompt {
    private readonly commands: Record<string, (argument: string) => Promise<void>> = {
        as: async (username) => this.become(username),
        in: async (name) => this.enter(name),
        dm: async () => this.enterBotRoom(),
        ban: async (username) => this.moderate('banUser', username),
        unban: async (username) => this.moderate('unbanUser', username),
        press: async (number) => this.press(Number(number)),
        night: async () => this.workspace.night(),
        who: async () => this.who(),
        rooms: async () => this.rooms(),
        help: async () => this.print(HELP),
    };
    private user!: UserDocument;
    private client!: Client;
    private room!: RoomDocument;
    private buttons: ButtonOnScreen[] = [];

    constructor(
        private readonly workspace: Workspace,
        private readonly print: (text: string) => void,
    ) {}

    /** Reads lines until `/quit` or the end of the input. */
    async run(): Promise<void> {
        await this.become('alice');
        await this.enter('general');
        const stopListening = this.listen();
        const lines = createInterface({ input: process.stdin, output: process.stdout });
        this.print(HELP);
        this.ask(lines);
        for await (const line of lines) {
            if (/^\/quit\s*$/.test(line)) {
                break;
            }
            await this.type(line.trim()).catch((error: Error) => this.print(`  ! ${error.message}`));
            this.ask(lines);
        }
        stopListening();
        lines.close();
    }

    /** Prints what the current person alone is shown, and what apps post in the room, until the returned function is called. */
    listen(): () => void {
        const { screens } = this.workspace;
        const stops = [screens.onMessage((message) => this.show(message)), screens.onPosted((message) => this.showPosted(message))];
        return () => stops.forEach((stop) => stop());
    }

    /** The prompt before the cursor. */
    get sign(): string {
        return `${this.user.username} in ${this.room.name === undefined ? 'the direct message' : `#${this.room.name}`}> `;
    }

    /** Runs one line as the current person. */
    async type(line: string): Promise<void> {
        if (line === '') {
            return;
        }
        const [, name, argument = ''] = /^\/([\w-]+)\s*(.*)$/s.exec(line) ?? [];
        if (name === undefined) {
            await this.client.rest('POST', 'chat.sendMessage', { message: { rid: this.room._id, msg: line } });
            return;
        }
        const own = this.commands[name];
        if (own) {
            await own(argument.trim().replace(/^[@#]/, ''));
        } else {
            await this.client.rest('POST', 'commands.run', { command: name, params: argument, roomId: this.room._id });
        }
    }

    private async become(username: string): Promise<void> {
        const user = await this.workspace.database.users.findOne({ username });
        if (!user) {
            throw new Error(`There is no user called ${username}`);
        }
        this.client = await Client.login(this.workspace.url, username, PASSWORD);
        this.user = user;
    }

    private async enter(name: string): Promise<void> {
        const room = await this.workspace.database.rooms.findOne({ name });
        if (!room || !(await canAccessRoom(this.workspace.database, room._id, this.user._id))) {
            throw new Error(`${this.user.username} cannot access a room called ${name}`);
        }
        this.room = room;
    }

    private async enterBotRoom(): Promise<void> {
        const { database } = this.workspace;
        const bot = await database.users.findOne({ type: 'app' });
        if (!bot) {
            throw new Error('No app with a bot is installed');
        }
        const rooms = await database.rooms.find({ t: 'd' });
        const own = rooms.find(({ uids = [] }) => [this.user._id, bot._id].every((id) => uids.includes(id)));
        this.room = own ?? (await createDirectRoom(database, [this.user, bot]));
    }

    private async moderate(action: 'banUser' | 'unbanUser', username: string): Promise<void> {
        await this.client.rest('POST', `rooms.${action}`, { roomId: this.room._id, username });
        await this.who();
    }

    private async who(): Promise<void> {
        const subscriptions = await this.workspace.database.subscriptions.find({ rid: this.room._id });
        const people = subscriptions.map(
            ({ u, roles, status }) => `${u.username}${roles?.length ? ` (${roles.join(', ')})` : ''}${status === 'BANNED' ? ' (banned)' : ''}`,
        );
        this.print(`  ${people.join(', ')}`);
    }

    private async rooms(): Promise<void> {
        const rooms = await this.workspace.database.rooms.find({ name: { $exists: true } });
        this.print(rooms.map(({ name, t, topic }) => `  ${t === 'p' ? 'private ' : ''}#${name}${topic ? `: ${topic}` : ''}`).join('\n'));
    }

    private show(message: EphemeralMessage): void {
        if (message.userId !== this.user._id) {
            return;
        }
        this.printMessage(`(only ${this.user.username} sees this)`, message.text, message.blocks);
    }

    private showPosted({ rid, u, msg, blocks }: MessageDocument): void {
        if (rid === this.room._id) {
            this.printMessage(`(${u.username ?? 'someone'} posts)`, msg, blocks);
        }
    }

    private printMessage(about: string, text: string, blocks?: unknown[]): void {
        this.buttons = buttonsIn({ blocks });
        const buttons = this.buttons.map(({ label }, index) => `[${index + 1} ${label}]`).join(' ');
        this.print(`  ${about}\n${asShown(text).replace(/^/gm, '  | ')}${buttons && `\n  | ${buttons}`}`);
    }

    private async press(number: number): Promise<void> {
        const button = this.buttons[number - 1];
        if (!button) {
            throw new Error('The last reply has no such button');
        }
        await pressButton(this.client, button, this.room._id);
    }

    private ask(lines: ReturnType<typeof createInterface>): void {
        lines.setPrompt(this.sign);
        lines.prompt();
    }
}

/** Returns a text as clients show it, as far as a terminal can: a link to an address is that address. */
function asShown(text: string): string {
    return text.replace(/\[(\S+)\]\(\1\)/g, '$1');
}
