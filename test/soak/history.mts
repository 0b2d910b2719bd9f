import type { Deed, Invite, Pair } from './ledger.mts';

/** What can be told from what a person asked for and was told. */

const happened = ({ said }: Deed): boolean => said !== 'no';
const isEntry = ({ what }: Deed): boolean => what === 'redeem';

/** Whether somebody who was let in may have been taken out after that. */
export function mayBeOut({ deeds }: Pair): boolean {
    const lastIn = Math.max(...deeds.filter((deed) => isEntry(deed) && deed.said === 'yes').map(({ sent }) => sent));
    return deeds.some((deed) => (deed.what === 'ban' || deed.what === 'kick') && happened(deed) && deed.ended > lastIn);
}

/** Whether nothing accounts for somebody's being in: no success and no request without an answer, since they were surely taken out. */
export function unexplained({ deeds }: Pair): boolean {
    const lastOut = Math.max(-Infinity, ...deeds.filter((deed) => !isEntry(deed) && deed.said === 'yes').map(({ sent }) => sent));
    return !deeds.some((deed) => isEntry(deed) && happened(deed) && deed.ended > lastOut);
}

export function surelyBanned({ deeds }: Pair): boolean {
    const lastBan = deeds.filter(({ what, said }) => what === 'ban' && said === 'yes').at(-1);
    return (
        lastBan !== undefined && !deeds.some((deed) => (deed.what === 'unban' || deed.what === 'kick') && happened(deed) && deed.ended > lastBan.sent)
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
    const deeds = pair.deeds.filter((deed) => !isIdle(deed, pair.deeds));
    const own = deeds.filter((deed) => deed.invite === invite && happened(deed));
    if (own.length === 0) {
        return { people: 0, least: 0, most: 0 };
    }
    const cutOff = own.filter(({ said }) => said === 'unknown').length;
    const outs = deeds.filter((deed) => (deed.what === 'unban' || deed.what === 'kick') && happened(deed)).length;
    const most = 1 + outs + cutOff;
    const isSure = own.some(({ said }) => said === 'yes') && !deeds.some((deed) => isEntry(deed) && deed.invite !== invite && happened(deed));
    if (!isSure) {
        return { people: 0, least: 0, most };
    }
    if (cutOff > 0) {
        return { people: 1, least: invite.maxUses > 0 && outs === 0 ? 1 : 0, most };
    }
    return { people: 1, least: surelyApart(deeds), most };
}

/** Whether somebody asked to come in who surely was in already, so that nothing was counted whatever they were told. */
function isIdle(deed: Deed, all: readonly Deed[]): boolean {
    return (
        isEntry(deed) &&
        all.some(
            (entry) =>
                isEntry(entry) &&
                entry.said === 'yes' &&
                entry.ended < deed.sent &&
                !all.some((out) => !isEntry(out) && happened(out) && out.ended > entry.sent && out.sent < deed.ended),
        )
    );
}

/** How often somebody came in, counting only what was over before the next began. */
function surelyApart(deeds: readonly Deed[]): number {
    let times = 0;
    let isIn = false;
    let since = -Infinity;
    for (const { what, said, sent, ended } of [...deeds].sort((a, b) => a.sent - b.sent)) {
        if (said === 'yes' && sent > since && (isIn ? what === 'kick' || what === 'unban' : what === 'redeem')) {
            isIn = !isIn;
            since = ended;
            times += isIn ? 1 : 0;
        }
    }
    return times;
}
