import { generateKeyPairSync } from 'node:crypto';

export interface SigningKeys {
    privateKey: string;
    publicKey: string;
}

/** The setting that stores the key pair with which the engine signs installed apps. */
export const SIGNING_KEYS = 'App_Signing_Keys';

/** Returns a new key pair, as long as the engine's signatures need it. */
export function makeSigningKeys(): SigningKeys {
    return generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
}
