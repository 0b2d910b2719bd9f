import { Scene } from '../e2e/scene.mts';
import { Actions } from './actions.mts';
import { audit, leftovers } from './audit.mts';
import { Kills, pause } from './kills.mts';
import { Ledger } from './ledger.mts';
import { Random } from './random.mts';

const INSTANCES = 3;
const OWNERS = 8;
const GUESTS = 40;
/** How many people act at the same time. */
const AT_ONCE = 10;
/** The longest time between two kills, in ms. */
const KILL_WITHIN_MS = 5000;

export interface SoakResult {
    /** The number of responses by operation and outcome. */
    counts: Map<string, number>;
    kills: number;
    rooms: number;
    invites: number;
    violations: string[];
}

/** Runs all actions while instances die, then compares what is stored with the responses that people got. */
export async function soak(seed: number, ms: number): Promise<SoakResult> {
    const scene = await Scene.open({ instances: INSTANCES });
    try {
        const random = new Random(seed);
        const ledger = new Ledger();
        const actions = new Actions(scene, ledger, random, await scene.people(OWNERS), await scene.people(GUESTS));
        const kills = new Kills(scene.workspace, random);
        const end = Date.now() + ms;
        const goesOn = (): boolean => Date.now() < end;

        const act = async (): Promise<void> => {
            while (goesOn()) {
                // No instance is left to send a request to.
                await (scene.workspace.instances.length > 0 ? actions.any() : pause(50));
            }
        };
        const kill = async (): Promise<void> => {
            while (goesOn()) {
                await pause(random.below(KILL_WITHIN_MS));
                await kills.once();
            }
        };
        await Promise.all([kill(), ...Array.from({ length: AT_ONCE }, act)]);

        await comeAgain(ledger, random, actions);
        await Promise.all(actions.background);
        const violations = [...(await audit(scene, ledger)), ...(await leftovers(scene))];
        return { counts: ledger.counts, kills: kills.count, rooms: ledger.rooms.length, invites: ledger.invites.size, violations };
    } finally {
        await scene.close();
    }
}

/** Half of the people without a response try again, now that all instances run. */
async function comeAgain(ledger: Ledger, random: Random, actions: Actions): Promise<void> {
    for (const { person, steps } of ledger.allPairs()) {
        const last = steps.filter(({ what }) => what === 'redeem').at(-1);
        if (last?.verdict === 'unknown' && random.chance(0.5)) {
            await actions.redeem(person, last.invite!);
        }
    }
}
