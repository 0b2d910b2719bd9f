import { performance } from 'node:perf_hooks';

import type { Person, Scene } from '../e2e/scene.mts';
import type { Edit, Field, Invite, Ledger, Room } from './ledger.mts';
import type { Random } from './random.mts';

/** The fields of `invites.create` and `invites.update` that the soak sets. */
interface Terms {
    expires?: string | null;
    maxUses?: number | null;
    paused?: boolean;
    label?: string;
}

/** An invite in a response. */
interface Shown {
    _id: string;
    rid: string;
    inviteToken: string;
    maxUses: number;
    expires: string | null;
    label?: string | null;
}

/** How long the shortest invites are valid, in ms. */
const SHORT_MS = 1500;

/** What creators and managers do with their invites. */
export class Editing {
    private labels = 0;

    constructor(
        private readonly scene: Scene,
        private readonly ledger: Ledger,
        private readonly random: Random,
    ) {}

    /** Requests an invite, sometimes several times at once. */
    async findOrCreate({ rid, owners }: Room): Promise<void> {
        const { random, ledger } = this;
        const creator = random.one(owners);
        const days = random.one([0, 1, 7]);
        const maxUses = random.one([0, 1, 2, 3, 5, 10]);
        const times = random.chance(0.3) ? 4 : 1;
        const answers = await Promise.all(Array.from({ length: times }, () => ledger.send('invite', () => creator.invite(rid, days, maxUses))));
        for (const answer of answers) {
            if (answer?.status === 200) {
                this.remember(answer.body, creator, false);
            }
        }
    }

    /** Creates a new invite, and returns it if it was created. */
    async create({ rid, owners }: Room, terms: Terms = {}): Promise<Invite | undefined> {
        const { random, ledger } = this;
        const creator = random.one(owners);
        const body = { rid, expires: this.someEnd(), maxUses: this.someLimit(), label: this.nextLabel(), ...terms };
        const answer = await ledger.send('create', () => creator.app('POST', 'invites.create', body));
        return answer?.status === 200 ? this.remember(answer.body.invite, creator, true) : undefined;
    }

    /** Changes one or two fields of an invite. */
    update(invite: Invite, editor: Person): Promise<void> {
        const { random } = this;
        const changes: (() => Terms)[] = [
            () => ({ expires: this.someEnd() }),
            () => ({ maxUses: this.someLimit() }),
            () => ({ paused: random.chance(0.4) }),
            () => ({ label: this.nextLabel() }),
        ];
        return this.change(invite, editor, Object.assign({}, ...random.some(changes, 1 + random.below(2)).map((pick) => pick())));
    }

    async change(invite: Invite, editor: Person, terms: Terms): Promise<void> {
        // An edit would undo what is changed by hand at the same time.
        if (invite.isAgeing) {
            return;
        }
        const { expires, ...rest } = terms;
        const fields: Partial<Record<Field, unknown>> = { ...rest, ...(expires !== undefined && { end: expires }) };
        const answer = await this.ledger.edit(
            invite,
            'update',
            fields,
            () => editor.app('POST', 'invites.update', { inviteId: invite.id, ...terms }),
            ({ body }) => ({ end: body.invite.expires, maxUses: body.invite.maxUses }),
        );
        if (answer?.status === 200 && expires !== undefined && invite.isOver) {
            invite.isOver = acknowledgedRevocation(invite);
        }
    }

    async rotate(invite: Invite): Promise<void> {
        if (invite.isAgeing) {
            return;
        }
        const { creator, id } = invite;
        const answer = await this.ledger.edit(
            invite,
            'rotate',
            { token: undefined },
            () => creator.app('POST', 'invites.rotateToken', { inviteId: id }),
            ({ body }) => ({ token: body.invite.inviteToken }),
        );
        if (answer?.status === 200) {
            learnToken(invite, answer.body.invite);
        } else {
            await this.show(invite);
        }
    }

    async revoke(invite: Invite): Promise<void> {
        const remover = this.random.one([invite.creator, this.scene.admin]);
        const { id } = invite;
        invite.mayBeGone = true;
        invite.isOver = true;
        await this.ledger.edit(invite, 'revoke', { revoked: true }, () =>
            this.random.chance(0.5) ? remover.app('DELETE', `removeInvite/${id}`) : remover.app('POST', 'invites.revoke', { inviteId: id }),
        );
    }

    /** Reads an invite, lists, the history or the figures. */
    async read(invite: Invite, { rid, owners }: Room): Promise<void> {
        const { random, ledger } = this;
        const owner = random.one(owners);
        const get = (reader: Person, operation: string, query: string): Promise<unknown> =>
            ledger.send(operation, async () => {
                const answer = await reader.app('GET', `${operation}?${query}`);
                const ids = (answer.body.joins ?? answer.body.invites ?? []).map(({ _id }: { _id: string }) => _id);
                if (new Set(ids).size < ids.length) {
                    ledger.violations.push(`${operation}?${query} returned an entry twice`);
                }
                return answer;
            });
        await random.one([
            () => this.show(invite),
            () => get(owner, 'invites.list', `rid=${rid}`),
            () => ledger.send('list', () => this.scene.admin.app('GET', `listInvites${random.chance(0.8) ? `?rid=${rid}` : ''}`)),
            () => get(owner, 'invites.joins', `rid=${rid}`),
            () => get(invite.creator, 'invites.joins', `inviteId=${invite.id}`),
            () => get(owner, 'invites.stats', `rid=${rid}&days=2`),
        ])();
    }

    /** Shows an invite to its creator, who sees its token. */
    private async show(invite: Invite): Promise<void> {
        const answer = await this.ledger.send('invites.info', () => invite.creator.app('GET', `invites.info?inviteId=${invite.id}`));
        if (answer?.status === 200) {
            learnToken(invite, answer.body.invite);
        }
    }

    private remember(shown: Shown, creator: Person, isExtra: boolean): Invite {
        const { _id: id, rid, inviteToken: token, maxUses, expires, label } = shown;
        const now = performance.now();
        // Only `invites.create` returns the label.
        const values = { end: expires, maxUses, paused: false, token, ...(label !== undefined && { label }) };
        const edits = Object.entries(values).map(([field, value]): Edit => ({ field: field as Field, value, sent: now, ended: now, verdict: 'yes' }));
        const invite = this.ledger.invites.get(id) ?? { id, rid, creator, isExtra, edits, token, tokens: new Map([[token, now]]) };
        this.ledger.invites.set(id, invite);
        return invite;
    }

    private someEnd(): string | null {
        return this.random.one(['1d', '7d', '90m', null, new Date(Date.now() + SHORT_MS).toISOString()]);
    }

    private someLimit(): number | null {
        return this.random.one([1, 2, 3, 4, 5, 7, 10, null]);
    }

    private nextLabel(): string {
        return `label ${++this.labels}`;
    }
}

/** Remembers the token of an invite. A response may be older than what is known, so it does not bring back a former one. */
function learnToken(invite: Invite, { inviteToken }: Shown): void {
    if (!invite.tokens.has(inviteToken)) {
        invite.tokens.set(inviteToken, performance.now());
        invite.token = inviteToken;
    }
}

function acknowledgedRevocation({ edits }: Invite): boolean {
    return edits.some(({ field, verdict }) => field === 'revoked' && verdict !== 'no');
}
