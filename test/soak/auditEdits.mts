import type { Scene } from '../e2e/scene.mts';
import { acknowledged, lastEdit } from './edits.mts';
import type { Field, Invite, Ledger } from './ledger.mts';

/** One stored revision of an invite (src/rocketchat/storage/inviteRecord.ts). */
export interface StoredInvite {
    id: string;
    rooms: string[];
    userId: string;
    token: string;
    terms: { validFor: number; maxUses: number };
    expires: number | null;
    maxUses: number;
    label: string | null;
    audience?: object | null;
    pausedAt: number | null;
    revision: number;
    isConfirmed: boolean;
}

/** Returns one record of each invite, the one with the highest revision. */
export function latestOf(stored: readonly StoredInvite[]): StoredInvite[] {
    const latest = new Map<string, StoredInvite>();
    for (const record of stored) {
        const other = latest.get(record.id);
        latest.set(record.id, other && other.revision > record.revision ? other : record);
    }
    return [...latest.values()];
}

/** Compares the stored revisions, after the nightly job, with the edits that people made. Returns the contradictions. */
export async function aboutRevisions(scene: Scene, ledger: Ledger): Promise<string[]> {
    const records = await scene.workspace.database.appPersistence.find({ 'data.kind': 'invite' });
    const byId = new Map<string, StoredInvite[]>();
    for (const record of records.map(({ data }) => data as unknown as StoredInvite)) {
        byId.set(record.id, [...(byId.get(record.id) ?? []), record]);
    }
    const unfinished = [...byId].filter(([, stored]) => stored.length > 1 || !stored[0]!.isConfirmed);
    return [
        ...unfinished.map(([id, stored]) => `invite ${id} has an unfinished edit: ${JSON.stringify(stored)}`),
        ...[...ledger.invites.values()].flatMap((invite) => aboutInvite(invite, byId.get(invite.id) ?? [])),
    ];
}

function aboutInvite(invite: Invite, [stored]: readonly StoredInvite[]): string[] {
    if (!stored) {
        return [];
    }
    const values: Partial<Record<Field, unknown>> = {
        end: stored.expires === null ? null : new Date(stored.expires).toISOString(),
        label: stored.label,
        maxUses: stored.maxUses,
        paused: stored.pausedAt !== null,
        token: stored.token,
    };
    const edits = invite.edits.filter(({ field, ...edit }) => edit.verdict === 'yes' && field !== 'revoked');
    const lost = (Object.keys(values) as Field[]).filter((field) => {
        const last = lastEdit(invite, field);
        return last && (last.value ?? null) !== values[field] && !(field === 'maxUses' && (last.value || 0) === values.maxUses);
    });
    return [
        ...(acknowledged(invite, 'revoked').length > 0 ? [`invite ${invite.id} was revoked and is there`] : []),
        ...lost.map(
            (field) => `invite ${invite.id} has ${field} ${String(values[field])}: ${JSON.stringify(edits.filter((edit) => edit.field === field))}`,
        ),
    ];
}
