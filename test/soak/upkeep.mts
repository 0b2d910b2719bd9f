import { performance } from 'node:perf_hooks';

import { DAY, type Scene } from '../e2e/scene.mts';
import type { Invite, Ledger } from './ledger.mts';
import type { Random } from './random.mts';

/** Claims are folded once they are older than two minutes. */
const FOLDABLE_MS = 3 * 60 * 1000;

/** Changes records as time would. */
export class Upkeep {
    constructor(
        private readonly scene: Scene,
        private readonly ledger: Ledger,
        private readonly random: Random,
    ) {}

    /** Makes an invite so old that it has expired, or that the nightly job removes it. */
    async expire(invite: Invite): Promise<void> {
        const isEdited = invite.edits.some(({ ended, verdict }) => ended === Infinity && verdict === 'unknown');
        if (isEdited || invite.isAgeing) {
            return;
        }
        invite.isAgeing = true;
        try {
            const long = this.random.chance(0.3);
            const { appPersistence } = this.scene.workspace.database;
            const filter = { 'data.id': invite.id, 'data.kind': 'invite' };
            const records = await appPersistence.find(filter);
            const expires = (records[0]?.data as { expires?: number | null } | undefined)?.expires;
            // Two records are an edit that was interrupted, which another instance may finish right now.
            if (records.length !== 1 || !expires) {
                this.ledger.count('expire', 'not this one');
                return;
            }
            invite.mayBeGone ||= long;
            const sent = performance.now();
            const by = long ? 100 * DAY : 8 * DAY;
            const aged = await appPersistence.updateOne(filter, { $inc: { 'data.createdAt': -by, 'data.expires': -by } });
            if (aged) {
                invite.isOver = true;
                const value = new Date(expires - by).toISOString();
                invite.edits.push({ field: 'end', value, sent, ended: performance.now(), verdict: 'yes' });
            }
            this.ledger.count('expire', aged ? 'success' : 'not this one');
        } finally {
            invite.isAgeing = false;
        }
    }

    /** Makes the uses so old that they can be folded. */
    async ageUses(): Promise<void> {
        const { appPersistence } = this.scene.workspace.database;
        await appPersistence.updateMany({ 'data.kind': 'claim', 'data.state': 'joined' }, { $inc: { 'data.at': -FOLDABLE_MS } });
        await appPersistence.updateMany({ 'data.kind': 'tally' }, { $inc: { 'data.foldedAt': -FOLDABLE_MS } });
    }
}
