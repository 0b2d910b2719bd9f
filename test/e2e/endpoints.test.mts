import { describe, expect, it } from '@jest/globals';

import { refusal } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();

describe('another method on a known path', () => {
    it.each([
        ['findOrCreateInvite', 'POST'],
        ['listInvites', 'GET, HEAD'],
        ['useInviteToken', 'POST'],
        ['inviteInfo', 'POST'],
        ['validateInviteToken', 'POST'],
        ['removeInvite/some-id', 'DELETE'],
    ])('%s returns 405 and names %s', async (path, allowed) => {
        for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((name) => !allowed.split(', ').includes(name))) {
            const answer = await owner.app(method, path, method === 'GET' ? undefined : {});
            expect({ method, ...refusal(answer), allow: answer.headers.get('allow') }).toEqual({
                method,
                status: 405,
                errorType: 'method-not-allowed',
                error: 'Method not allowed',
                allow: allowed,
            });
        }
    });
});
