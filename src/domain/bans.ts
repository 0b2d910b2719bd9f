import { Allowance, Budget } from './budget';
import { Invite } from './invite';
import { Clock, Journal, Person } from './ports';

export interface BanNeeds {
    readonly bansTold: Budget;
    readonly clock: Clock;
    readonly journal: Journal;
}

/** Somebody who keeps trying, by whatever invites, is told of once in a while, so that nobody can fill the room where administrators watch. */
const TOLD: Allowance = { most: 1, withinMs: 10 * 60 * 1000 };

/** Tells the journal of somebody who is banned from the room: which invite they tried, or that they tried to make one. */
export async function tellOfBan({ bansTold, clock, journal }: BanNeeds, person: Person, rid: string, invite?: Invite): Promise<void> {
    if (bansTold.spendIfLeft(`${invite ? 'use' : 'make'}:${rid}:${person.id}`, TOLD, clock.now())) {
        await journal.tell({ kind: 'refused-banned', person, rid, invite });
    }
}
