import type { Step, Invite, Pair } from './ledger.mts';

/** Conclusions from a person's requests and responses. */

const happened = ({ verdict }: Step): boolean => verdict !== 'no';
const isEntry = ({ what }: Step): boolean => what === 'redeem';

/** Whether a person who joined may have been removed afterwards. */
export function mayBeOut({ steps }: Pair): boolean {
    const lastIn = Math.max(...steps.filter((step) => isEntry(step) && step.verdict === 'yes').map(({ sent }) => sent));
    return steps.some((step) => (step.what === 'ban' || step.what === 'kick') && happened(step) && step.ended > lastIn);
}

/** Whether no successful or unanswered request since the last certain removal explains a membership. */
export function unexplained({ steps }: Pair): boolean {
    const lastOut = Math.max(-Infinity, ...steps.filter((step) => !isEntry(step) && step.verdict === 'yes').map(({ sent }) => sent));
    return !steps.some((step) => isEntry(step) && happened(step) && step.ended > lastOut);
}

export function surelyBanned({ steps }: Pair): boolean {
    const lastBan = steps.filter(({ what, verdict }) => what === 'ban' && verdict === 'yes').at(-1);
    return (
        lastBan !== undefined && !steps.some((step) => (step.what === 'unban' || step.what === 'kick') && happened(step) && step.ended > lastBan.sent)
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
 * How often an invite admitted a person. An interrupted redemption may count or not, and once too often until they
 * come back. A server that died before it counted an unlimited use has lost it (docs/known-issues.md).
 */
export function admissionsOf(pair: Pair, invite: Invite): Admissions {
    const steps = pair.steps.filter((step) => !isIdle(step, pair.steps));
    const own = steps.filter((step) => step.invite === invite && happened(step));
    if (own.length === 0) {
        return { people: 0, least: 0, most: 0 };
    }
    const cutOff = own.filter(({ verdict }) => verdict === 'unknown').length;
    const outs = steps.filter((step) => (step.what === 'unban' || step.what === 'kick') && happened(step)).length;
    const most = 1 + outs + cutOff;
    const isSure = own.some(({ verdict }) => verdict === 'yes') && !steps.some((step) => isEntry(step) && step.invite !== invite && happened(step));
    if (!isSure) {
        return { people: 0, least: 0, most };
    }
    if (cutOff > 0) {
        return { people: 1, least: invite.maxUses > 0 && outs === 0 ? 1 : 0, most };
    }
    return { people: 1, least: surelyApart(steps), most };
}

/** Whether the person was certainly a member already, so the redemption counted nothing. */
function isIdle(step: Step, all: readonly Step[]): boolean {
    return (
        isEntry(step) &&
        all.some(
            (entry) =>
                isEntry(entry) &&
                entry.verdict === 'yes' &&
                entry.ended < step.sent &&
                !all.some((out) => !isEntry(out) && happened(out) && out.ended > entry.sent && out.sent < step.ended),
        )
    );
}

/** How often a person joined, counting only requests that ended before the next began. */
function surelyApart(steps: readonly Step[]): number {
    let times = 0;
    let isIn = false;
    let since = -Infinity;
    for (const { what, verdict, sent, ended } of [...steps].sort((a, b) => a.sent - b.sent)) {
        if (verdict === 'yes' && sent > since && (isIn ? what === 'kick' || what === 'unban' : what === 'redeem')) {
            isIn = !isIn;
            since = ended;
            times += isIn ? 1 : 0;
        }
    }
    return times;
}
