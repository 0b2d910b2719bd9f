import { performance } from 'node:perf_hooks';

import type { Edit, Field, Invite, Step } from './ledger.mts';

/** Conclusions from the edits of an invite. */

/** How much the clocks of this process and of the app may differ, in ms. */
const CLOCK_TOLERANCE_MS = 1000;

interface Span {
    readonly from: number;
    readonly until: number;
}

/** Returns the time in which the value of an acknowledged edit certainly held. It is empty if `until` is not after `from`. */
function heldIn(edit: Edit, { edits }: Invite): Span {
    const rivals = edits.filter((other) => other !== edit && other.field === edit.field && other.verdict !== 'no' && other.ended > edit.sent);
    return { from: edit.ended, until: Math.min(...rivals.map(({ sent }) => sent), Infinity) };
}

export function acknowledged(invite: Invite, field: Field): Edit[] {
    return invite.edits.filter((edit) => edit.field === field && edit.verdict === 'yes');
}

/** Returns the edit that set the present value of a field; undefined if that is not certain. */
export function lastEdit(invite: Invite, field: Field): Edit | undefined {
    return acknowledged(invite, field).find((edit) => heldIn(edit, invite).until === Infinity);
}

/** Returns why an invite certainly admitted nobody during a redemption; undefined if it may have. */
export function closedDuring(invite: Invite, { sent, ended, token }: Step): string | undefined {
    const within = ({ from, until }: Span): boolean => from < sent && ended < until;
    if (acknowledged(invite, 'revoked').some((edit) => edit.ended < sent)) {
        return 'revoked';
    }
    if (acknowledged(invite, 'paused').some((edit) => edit.value === true && within(heldIn(edit, invite)))) {
        return 'paused';
    }
    if (acknowledged(invite, 'end').some((edit) => within(endedIn(edit, invite)))) {
        return 'expired';
    }
    const isReplaced = ({ sent: rotated, ended: replaced, value }: Edit): boolean =>
        value !== token && replaced < sent && invite.tokens.get(token!)! < rotated;
    return acknowledged(invite, 'token').some(isReplaced) ? 'rotated' : undefined;
}

/** Returns the time in which an invite had expired by this end. */
function endedIn(edit: Edit, invite: Invite): Span {
    const { from, until } = heldIn(edit, invite);
    const end = typeof edit.value === 'string' ? Date.parse(edit.value) - performance.timeOrigin + CLOCK_TOLERANCE_MS : Infinity;
    return { from: Math.max(from, end), until };
}

/** Returns the largest number of people that the invite may ever have been for. */
export function largestLimit({ edits }: Invite): number {
    return Math.max(...edits.filter(({ field, verdict }) => field === 'maxUses' && verdict !== 'no').map(limitOf));
}

/** Returns the limits that were certainly in force, each with the time until which it certainly was. */
export function limitsOf(invite: Invite): { limit: number; until: number }[] {
    return acknowledged(invite, 'maxUses')
        .map((edit) => ({ edit, ...heldIn(edit, invite) }))
        .filter(({ from, until }) => until > from)
        .map(({ edit, until }) => ({ limit: limitOf(edit), until }));
}

function limitOf({ value }: Edit): number {
    return (value as number | null) || Infinity;
}
