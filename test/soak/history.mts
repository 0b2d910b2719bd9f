import type { Step, Invite, Pair } from './ledger.mts';

/** Conclusions from a person's requests and responses. */

const happened = ({ verdict }: Step): boolean => verdict !== 'no';
const isEntry = ({ what }: Step): boolean => what === 'redeem';
/** A ban keeps the subscription, and the person is out only after the ban is lifted. */
const isExit = ({ what }: Step): boolean => what === 'kick' || what === 'leave' || what === 'unban';

/** Whether a person who joined may have been removed afterwards. */
export function mayBeOut({ steps }: Pair): boolean {
    const lastIn = Math.max(...steps.filter((step) => isEntry(step) && step.verdict === 'yes').map(({ sent }) => sent));
    return steps.some((step) => (step.what === 'ban' || step.what === 'kick' || step.what === 'leave') && happened(step) && step.ended > lastIn);
}

/** Whether no successful or unanswered request since the last certain removal explains a membership. */
export function unexplained({ steps }: Pair): boolean {
    const lastOut = Math.max(-Infinity, ...steps.filter((step) => !isEntry(step) && step.verdict === 'yes').map(({ sent }) => sent));
    return !steps.some((step) => isEntry(step) && happened(step) && step.ended > lastOut);
}

export function surelyBanned({ steps }: Pair): boolean {
    const lastBan = steps.filter(({ what, verdict }) => what === 'ban' && verdict === 'yes').at(-1);
    return lastBan !== undefined && !steps.some((step) => isExit(step) && happened(step) && step.ended > lastBan.sent);
}

/** Returns the redemptions that certainly let the person in: nothing else can have done so since they were out. */
export function sureEntries({ steps }: Pair): Step[] {
    return steps.filter((step) => {
        if (!isEntry(step) || step.verdict !== 'yes') {
            return false;
        }
        const outs = steps.filter((out) => isExit(out) && out.verdict === 'yes' && out.ended < step.sent);
        const lastOut = Math.max(-Infinity, ...outs.map(({ sent }) => sent));
        return !steps.some((other) => other !== step && isEntry(other) && happened(other) && other.ended > lastOut && other.sent < step.ended);
    });
}

/**
 * Whether two requests of the person to join by the invite were under way at once. The claim of one may stay for two
 * minutes. If they leave and come back meanwhile, it counts as the same use, which the history has once.
 */
export function clickedTwice({ steps }: Pair, invite: Invite): boolean {
    const entries = steps.filter((step) => isEntry(step) && step.invite === invite);
    return entries.some((step) => entries.some((other) => other !== step && other.sent < step.ended && step.sent < other.ended));
}

/** Returns how often the person may have left the room. */
export function possibleExits({ steps }: Pair): number {
    return steps.filter((step) => isExit(step) && happened(step)).length;
}

/** Returns the invites that may have let the person in. */
export function possibleInvites({ steps }: Pair): Set<Invite> {
    return new Set(steps.filter((step) => isEntry(step) && happened(step)).map(({ invite }) => invite!));
}

/** Returns the time by which the invite certainly had let the person in; Infinity if that is not certain. */
export function admittedBy(pair: Pair, invite: Invite): number {
    return Math.min(Infinity, ...sureEntries(pair).filter((step) => step.invite === invite).map(({ ended }) => ended)); // prettier-ignore
}

/**
 * Returns the least and the greatest possible number of uses by a person. Coming again takes no second use. An
 * interrupted redemption may count or not, and once too often until the person comes back.
 */
export function usesBy(pair: Pair, invite: Invite): { least: number; most: number } {
    const own = pair.steps.filter((step) => step.invite === invite && happened(step) && !isIdle(step, pair.steps));
    const cutOff = own.filter(({ verdict }) => verdict === 'unknown').length;
    return { least: admittedBy(pair, invite) < Infinity ? 1 : 0, most: own.length === 0 ? 0 : 1 + cutOff };
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
