import { createHash } from 'crypto';

/** Returns the hash under which a token is looked up, because servers may log look-ups and a token must not appear in logs. */
export function createSecretHash(secret: string): string {
    return createHash('sha256').update(secret).digest('base64');
}
