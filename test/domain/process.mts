import { Admission } from '../../src/domain/capacity/admission.ts';
import { ExclusiveWork } from '../../src/domain/capacity/exclusiveWork.ts';
import { KeyedLock } from '../../src/domain/capacity/keyedLock.ts';
import { InviteLookUp } from '../../src/domain/useCases/lookUpInvite.ts';
import type { Schedule } from './schedule.mts';
import type { World } from './world.mts';

/** Returns the port with a turn before each call. */
function withTurns<T extends object>(port: T, turn: () => Promise<void>): T {
    const calls = Object.entries(port).map(([name, call]) => [
        name,
        async (...args: unknown[]) => {
            await turn();
            return (call as (...args: unknown[]) => unknown)(...args);
        },
    ]);
    return Object.fromEntries(calls) as T;
}

/** Returns the world as a process sees it that may crash at each call to the server. */
export function newProcess(world: World, schedule: Schedule, crashRate: number): World {
    const turn = (): Promise<void> => schedule.turn(crashRate);
    const ports = {
        claims: withTurns(world.claims, turn),
        counters: withTurns(world.counters, turn),
        invites: withTurns(world.invites, turn),
        memberships: withTurns(world.memberships, turn),
        requests: withTurns(world.requests, turn),
        usageStore: withTurns(world.usageStore, turn),
    };
    const deps = Object.assign({}, world, ports, { lock: new KeyedLock(() => Promise.resolve()) });
    const backoff = async (): Promise<boolean> => {
        for (let turns = Math.floor(schedule.next() * 12); turns > 0; turns--) {
            await schedule.turn();
        }
        return true;
    };
    const { claims, counters, clock, report, secrets } = deps;
    const admission = new Admission({ claims, counters, clock, report, secrets, backoff });
    const exclusiveWork = new ExclusiveWork({ claims, clock, report, secrets, backoff });
    return Object.assign(deps, { admission, exclusiveWork, lookUp: new InviteLookUp(deps) });
}
