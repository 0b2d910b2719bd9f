import { Scene } from '../e2e/scene.mts';
import { Actions } from './actions.mts';
import { audit } from './audit.mts';
import { auditDoors } from './auditDoors.mts';
import { Doors } from './doors.mts';
import { Kills, pause } from './kills.mts';
import { Ledger } from './ledger.mts';
import { Mails } from './mails.mts';
import { Random } from './random.mts';

const INSTANCES = 3;
const OWNERS = 8;
const GUESTS = 40;
/** How many people act at the same time. */
const AT_ONCE = 10;
/** The share of actions at doors. */
const DOORS = 0.3;
/** The share of e-mails. */
const MAILS = 0.04;
/** The longest time between two kills, in ms. */
const KILL_WITHIN_MS = 5000;

export interface SoakResult {
    /** The number of responses by operation and outcome. */
    counts: Map<string, number>;
    kills: number;
    faults: number;
    rooms: number;
    invites: number;
    violations: string[];
}

/** Runs all actions while instances die and calls fail, then compares what is stored with the responses that people got. */
export async function soak(seed: number, ms: number): Promise<SoakResult> {
    const scene = await Scene.open({ instances: INSTANCES });
    try {
        const random = new Random(seed);
        const ledger = new Ledger();
        const owners = await scene.people(OWNERS);
        const actions = new Actions(scene, ledger, random, owners, await scene.people(GUESTS));
        const doors = new Doors(scene, ledger, random, owners);
        const mails = new Mails(scene, ledger, random, owners);
        await mails.begin();
        const kills = new Kills(scene.workspace, random, ledger.faults);
        const end = Date.now() + ms;
        const goesOn = (): boolean => Date.now() < end;

        const act = async (): Promise<void> => {
            while (goesOn()) {
                const kind = random.weighted<{ any: () => Promise<unknown> }>([
                    [DOORS, doors],
                    [MAILS, mails],
                    [1 - DOORS - MAILS, actions],
                ]);
                // No instance is left to send a request to.
                await (scene.workspace.instances.length === 0 ? pause(50) : kind.any());
            }
        };
        const kill = async (): Promise<void> => {
            while (goesOn()) {
                await pause(random.below(KILL_WITHIN_MS));
                await kills.once();
            }
        };
        await Promise.all([kill(), ...Array.from({ length: AT_ONCE }, act)]);

        kills.withFaults = false;
        await comeAgain(ledger, random, actions);
        await doors.finish();
        await Promise.all(actions.background);
        const violations = [...(await audit(scene, ledger)), ...(await auditDoors(scene, doors.all)), ...(await mails.audit())];
        const { counts, faults, rooms, invites } = ledger;
        return { counts, kills: kills.count, faults: faults.length, rooms: rooms.length, invites: invites.size + doors.all.length, violations };
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
