import type { InviteEvent, Invite, Pair } from './ledger.mts';

/** What can be told from what a person asked for and was told. */

const happened = ({ said }: InviteEvent): boolean => said !== 'no';
const isEntry = ({ what }: InviteEvent): boolean => what === 'redeem';

/** Whether somebody who was let in may have been taken out after that. */
export function mayBeOut({ steps }: Pair): boolean {
    const lastIn = Math.max(...steps.filter((event) => isEntry(event) && event.said === 'yes').map(({ sent }) => sent));
    return steps.some((event) => (event.what === 'ban' || event.what === 'kick') && happened(event) && event.ended > lastIn);
}

/** Whether nothing accounts for somebody's being in: no success and no request without an answer, since they were surely taken out. */
export function unexplained({ steps }: Pair): boolean {
    const lastOut = Math.max(-Infinity, ...steps.filter((event) => !isEntry(event) && event.said === 'yes').map(({ sent }) => sent));
    return !steps.some((event) => isEntry(event) && happened(event) && event.ended > lastOut);
}

export function surelyBanned({ steps }: Pair): boolean {
    const lastBan = steps.filter(({ what, said }) => what === 'ban' && said === 'yes').at(-1);
    return (
        lastBan !== undefined &&
        !steps.some((event) => (event.what === 'unban' || event.what === 'kick') && happened(event) && event.ended > lastBan.sent)
    );
}

interface Admissions {
    /** 1: the invite surely let this person in. */
    people: 0 | 1;
    /** How many uses that were, at least and at most. */
    least: number;
    most: number;
}

/**
 * How often an invite let a person in. Who was cut off may count or not, and once too often as long as they do not come again; a server that died between letting somebody in by an
 * invite without a limit and counting them has not counted them (README, "Limits").
 */
export function admissionsOf(pair: Pair, invite: Invite): Admissions {
    const steps = pair.steps.filter((event) => !isIdle(event, pair.steps));
    const own = steps.filter((event) => event.invite === invite && happened(event));
    if (own.length === 0) {
        return { people: 0, least: 0, most: 0 };
    }
    const cutOff = own.filter(({ said }) => said === 'unknown').length;
    const outs = steps.filter((event) => (event.what === 'unban' || event.what === 'kick') && happened(event)).length;
    const most = 1 + outs + cutOff;
    const isSure = own.some(({ said }) => said === 'yes') && !steps.some((event) => isEntry(event) && event.invite !== invite && happened(event));
    if (!isSure) {
        return { people: 0, least: 0, most };
    }
    if (cutOff > 0) {
        return { people: 1, least: invite.maxUses > 0 && outs === 0 ? 1 : 0, most };
    }
    return { people: 1, least: surelyApart(steps), most };
}

/** Whether somebody asked to come in who surely was in already, so that nothing was counted whatever they were told. */
function isIdle(event: InviteEvent, all: readonly InviteEvent[]): boolean {
    return (
        isEntry(event) &&
        all.some(
            (entry) =>
                isEntry(entry) &&
                entry.said === 'yes' &&
                entry.ended < event.sent &&
                !all.some((out) => !isEntry(out) && happened(out) && out.ended > entry.sent && out.sent < event.ended),
        )
    );
}

/** How often somebody came in, counting only what was over before the next began. */
function surelyApart(steps: readonly InviteEvent[]): number {
    let times = 0;
    let isIn = false;
    let since = -Infinity;
    for (const { what, said, sent, ended } of [...steps].sort((a, b) => a.sent - b.sent)) {
        if (said === 'yes' && sent > since && (isIn ? what === 'kick' || what === 'unban' : what === 'redeem')) {
            isIn = !isIn;
            since = ended;
            times += isIn ? 1 : 0;
        }
    }
    return times;
}
