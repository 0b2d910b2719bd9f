import type { Step, Invite, Pair } from './ledger.mts';

/** Conclusions from a person's requests and responses. */

const happened = ({ said }: Step): boolean => said !== 'no';
const isEntry = ({ what }: Step): boolean => what === 'redeem';

/** Whether a person who joined may have been removed afterwards. */
export function mayBeOut({ steps }: Pair): boolean {
    const lastIn = Math.max(...steps.filter((event) => isEntry(event) && event.said === 'yes').map(({ sent }) => sent));
    return steps.some((event) => (event.what === 'ban' || event.what === 'kick') && happened(event) && event.ended > lastIn);
}

/** Whether no successful or unanswered request since the last certain removal explains a membership. */
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
    /** 1 if the invite certainly admitted this person. */
    people: 0 | 1;
    /** The least and the greatest possible number of uses. */
    least: number;
    most: number;
}

/**
 * How often an invite admitted a person. An interrupted redemption may count or not, and once too often until the person
 * comes back. A server that died before it counted an unlimited use has lost it (README, "Limits").
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

/** Whether the person was certainly a member already, so the redemption counted nothing. */
function isIdle(event: Step, all: readonly Step[]): boolean {
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

/** How often a person joined, counting only requests that ended before the next began. */
function surelyApart(steps: readonly Step[]): number {
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
