import { describe, expect, it } from '@jest/globals';

import type { Audience } from '../../src/domain/model/invite.ts';
import { assertInvited } from '../../src/domain/policies/audience.ts';
import { chooseAudience, describeAudience, type RequestedAudience } from '../../src/domain/useCases/chooseAudience.ts';
import { refusal, World } from './world.mts';

const world = new World();
const choose = (requested: RequestedAudience | null): Promise<Audience | null> => chooseAudience(world, requested);

describe('choosing the people for whom an invite is', () => {
    it.each<[RequestedAudience | null, Audience | null]>([
        [null, null],
        [{}, null],
        [{ usernames: [], emailDomains: [], roles: [] }, null],
        [{ usernames: ['bob', 'anne', 'bob'] }, { userIds: ['bob-id', 'anne-id'] }],
        [{ emailDomains: ['Example.com', 'example.COM'] }, { emailDomains: ['example.com'] }],
        [{ roles: ['admin', 'user'] }, { roles: ['admin', 'user'] }],
        [
            { usernames: ['bob'], emailDomains: ['a.example'], roles: ['user'] },
            { userIds: ['bob-id'], emailDomains: ['a.example'], roles: ['user'] },
        ],
    ])('%j is stored as %j', async (requested, stored) => expect(await choose(requested)).toEqual(stored));

    it.each<[RequestedAudience, object]>([
        [{ usernames: ['bob', 'nobody'] }, { reason: 'no-user', name: 'nobody' }],
        [{ roles: ['user', 'nothing'] }, { reason: 'no-role', name: 'nothing' }],
        [{ emailDomains: ['example.com', 'localhost'] }, { reason: 'no-domain' }],
        [{ usernames: Array(51).fill('bob') }, { reason: 'too-many', ceiling: 50 }],
        [{ emailDomains: Array(51).fill('example.com') }, { reason: 'too-many', ceiling: 50 }],
        [{ roles: Array(51).fill('user') }, { reason: 'too-many', ceiling: 50 }],
    ])('refuses %j', async (requested, details) =>
        expect(await refusal(choose(requested))).toEqual({ code: 'invalid-params', field: 'audience', ...details }),
    );

    it('takes fifty names', async () => {
        expect(await choose({ usernames: Array(50).fill('bob') })).toEqual({ userIds: ['bob-id'] });
    });
});

it('an audience is shown by present names, without deleted accounts', async () => {
    const deps = { users: world.users, workspaceRoles: { ...world.workspaceRoles, nameOf: async (id: string) => `role ${id}` } };
    expect(await describeAudience(deps, { userIds: ['bob-id', 'deleted'], roles: ['user'], emailDomains: ['a.example'] })).toEqual({
        usernames: ['bob'],
        roles: ['role user'],
        emailDomains: ['a.example'],
    });
    expect(await describeAudience(deps, { emails: ['a@a.example'] })).toEqual({ emails: ['a@a.example'] });
});

describe('an invite for', () => {
    const person = { ...world.bob, roles: ['user', 'editor'], verifiedEmails: ['bob@a.example', 'b@b.example'] };
    const refused = { code: 'error-not-invited' };

    it.each<[Audience | null, boolean]>([
        [null, true],
        [{}, true],
        [{ userIds: ['anne-id', 'bob-id'] }, true],
        [{ userIds: ['anne-id'] }, false],
        [{ emailDomains: ['x.example', 'b.example'] }, true],
        [{ emailDomains: ['example'] }, false],
        [{ emails: ['b@b.example'] }, true],
        [{ emails: ['c@b.example'] }, false],
        [{ roles: ['admin', 'editor'] }, true],
        [{ roles: ['admin'] }, false],
        [{ userIds: ['bob-id'], roles: ['admin'] }, false],
        [{ emailDomains: ['a.example'], emails: ['c@b.example'] }, false],
    ])('%j lets the person in: %j', async (audience, isInvited) => {
        const attempt = (async () => assertInvited({ userId: 'anne-id', audience }, person))();
        if (isInvited) {
            await attempt;
        } else {
            expect(await refusal(attempt)).toEqual(refused);
        }
    });

    it('other people lets its creator in', () => {
        assertInvited({ userId: 'bob-id', audience: { userIds: ['anne-id'] } }, person);
    });
});
