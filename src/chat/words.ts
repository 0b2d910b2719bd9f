import { ErrorCode, ErrorDetails } from '../domain/errors';

/** All sentences of the chat dialogue in one language. */
export interface Words {
    readonly created: (room: string) => string;
    readonly foundAgain: (room: string) => string;
    /** `when` is a moment in words, `left` how long it is until then. */
    readonly validUntil: (left: string, when: string) => string;
    readonly validForEver: string;
    readonly uses: (uses: number, maxUses: number) => string;
    readonly howToRevoke: (id: string) => string;
    readonly duration: (count: number, unit: 'minute' | 'hour' | 'day') => string;
    readonly moment: (ms: number) => string;
    readonly listTitle: (room: string) => string;
    readonly listEmpty: (room: string) => string;
    readonly listEnded: (count: number) => string;
    readonly listLine: (parts: { id: string; ends: string; uses: string; maker: string }) => string;
    readonly expiresIn: (left: string) => string;
    readonly neverExpires: string;
    readonly someoneGone: string;
    readonly joined: (room: string, url: string) => string;
    readonly alreadyIn: (room: string, url: string) => string;
    readonly unverified: (room: string, url: string) => string;
    readonly revoked: (room: string | undefined) => string;
    readonly added: Record<'added' | 'unknown' | 'already-here' | 'not-added', (username: string) => string>;
    readonly help: (command: string) => string;
    readonly unclear: (word: string, command: string) => string;
    readonly missing: Record<'use' | 'revoke', (command: string) => string>;
    readonly refused: Record<ErrorCode, (details: ErrorDetails) => string>;
}
