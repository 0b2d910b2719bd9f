import { performance } from 'node:perf_hooks';

import { Scene, type Person } from '../e2e/scene.mts';
import { sendInteraction } from '../workspace/index.mts';

/** How long a response to hostile text takes, in ms. All requests share one sandbox, so a slow one delays everybody. */
export interface Hostility {
    wayIn: string;
    text: string;
    short: number;
    long: number;
}

const SHORT = 900;
/** The server takes bodies up to 100 kB. */
const LONG = 90_000;

/** Repeated characters that a careless regular expression or a copying loop scans again from each position. */
const TEXTS: Record<string, (length: number) => string> = {
    'commas, then a letter': (length) => `${','.repeat(length)}a`,
    'brackets, then a letter': (length) => `${')'.repeat(length)}a`,
    'spaces, then a digit': (length) => `7${' '.repeat(length)}7`,
    'number signs': (length) => '#'.repeat(length),
    'opening brackets': (length) => '('.repeat(length),
    'single letters': (length) => 'a '.repeat(length / 2),
    'accents to put together': (length) => `a${'\u0300\u0323'.repeat(length / 5)}`,
};

type WayIn = (person: Person, rid: string, text: string) => Promise<unknown>;

const WAYS_IN: Record<string, WayIn> = {
    '/invite create …': (person, rid, text) => person.types(`/invite create ${text}`, rid),
    '/invite use …': (person, rid, text) => person.types(`/invite use ${text}`, rid),
    '/invite @…': (person, rid, text) => person.types(`/invite @${text}`, rid),
    'a field of the dialogue': (person, rid, text) =>
        sendInteraction(person, {
            type: 'viewSubmit',
            viewId: 'v',
            payload: { view: { id: 'v', state: { room: { room: rid }, duration: { duration: text }, uses: { uses: text } } } as never },
        }),
    'a button’s value': (person, _rid, text) =>
        sendInteraction(person, {
            type: 'blockAction',
            actionId: 'form-list',
            container: { type: 'view', id: 'v' },
            payload: { blockId: 'b', value: text },
        }),
    'the token of useInviteToken': (person, _rid, text) => person.app('POST', 'validateInviteToken', { token: text }),
    'the room of findOrCreateInvite': (person, _rid, text) => person.invite(text),
};

/** Measures every text at every entry point, short and long. Each figure is the fastest of three runs. */
export async function measureHostility(): Promise<Hostility[]> {
    const scene = await Scene.open();
    try {
        const person = await scene.person();
        const rid = await scene.room(person);
        const time = async (wayIn: WayIn, text: string): Promise<number> => {
            const runs: number[] = [];
            for (let run = 0; run < 3; run++) {
                const begun = performance.now();
                await wayIn(person, rid, text);
                runs.push(performance.now() - begun);
            }
            return Math.min(...runs);
        };
        const measured: Hostility[] = [];
        for (const [wayIn, send] of Object.entries(WAYS_IN)) {
            for (const [text, ofLength] of Object.entries(TEXTS)) {
                measured.push({ wayIn, text, short: await time(send, ofLength(SHORT)), long: await time(send, ofLength(LONG)) });
            }
        }
        return measured;
    } finally {
        await scene.close();
    }
}
