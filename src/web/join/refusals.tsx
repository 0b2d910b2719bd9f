import type { ComponentChildren, JSX } from 'preact';

import { MS_PER_MINUTE } from '../../domain/model/invite.ts';
import { isErrorCode, type Situation, situationOf } from '../../domain/model/situation.ts';
import type { Refusal } from '../shared/api.mts';
import { Button, fillIn, formatMinutes, Link, locale, minutesToWait, Screen, useEffect, useState, words } from './common.mts';
import { moreWords } from './moreTranslation.mts';

/** What went wrong, and what to do next. */
export function RefusalView({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }): JSX.Element {
    const { title, why, canRetry, next } = explain(refusal);
    const waitMs = useCountdown(refusal.retryAfterSeconds);
    const actions = (
        <>
            {next === 'first' && <Link label={words.workspace} path="/home" />}
            {canRetry && waitMs === 0 && <Button label={words.again} onClick={onRetry} second={next === 'first'} />}
            {next === 'second' && <Link label={words.workspace} path="/home" second />}
        </>
    );
    return (
        <Screen title={title} actions={actions}>
            <p>{waitMs > 0 ? fillIn(moreWords.tooManyWhy, formatMinutes(minutesToWait(waitMs / 1000), locale)) : why}</p>
        </Screen>
    );
}

/** Counts down from that many seconds, a minute at a time. Returns the remaining ms. */
function useCountdown(seconds = 0): number {
    const [endsAt] = useState(() => Date.now() + seconds * 1000);
    const [now, setNow] = useState(() => Date.now());
    const remaining = Math.max(0, endsAt - now);
    useEffect(() => {
        const timer = remaining > 0 ? setTimeout(() => setNow(Date.now()), remaining % MS_PER_MINUTE || MS_PER_MINUTE) : undefined;
        return () => clearTimeout(timer);
    }, [remaining]);
    return remaining;
}

/** The texts of a refusal, and what the page offers: another try, and the way into the workspace. */
interface Explanation {
    readonly title: string;
    readonly why: ComponentChildren;
    readonly canRetry?: boolean;
    /** The rank of the link to the workspace, if there is one. */
    readonly next?: 'first' | 'second';
}

/** What the page says in each situation that it can meet; for any other, that the workspace does not respond. */
const EXPLANATIONS: Partial<Record<Situation | 'over', (refusal: Refusal) => Explanation>> = {
    'used-up': () => ({ title: moreWords.usedUp, why: askingForNew(moreWords.usedUpWhy), next: 'second' }),
    'expired': () => ({ title: moreWords.expired, why: moreWords.askForNew, next: 'second' }),
    'paused': () => ({ title: moreWords.paused, why: moreWords.pausedWhy, canRetry: true, next: 'second' }),
    'ended': () => ({ title: moreWords.ended, why: moreWords.endedWhy, next: 'second' }),
    'banned': () => ({ title: moreWords.banned, why: moreWords.bannedWhy, next: 'second' }),
    'not-invited': () => ({ title: moreWords.notForYou, why: moreWords.notForYouWhy, canRetry: true, next: 'second' }),
    'unverified': () => ({ title: moreWords.unsure, why: moreWords.unsureWhy, canRetry: true, next: 'second' }),
    'busy': tooMany,
    'no-username': () => ({ title: moreWords.withoutUsername, why: moreWords.withoutUsernameWhy, canRetry: true, next: 'first' }),
    'invalid-request': unknown,
    'archived-room': () => ({ title: moreWords.archived, why: moreWords.archivedWhy, canRetry: true }),
    'other-room-type': () => ({ title: moreWords.closed, why: moreWords.closedWhy, next: 'second' }),
    'unknown-token': unknown,
    'unknown-room': unknown,
    'over': () => ({ title: moreWords.over, why: askingForNew(moreWords.overWhy), next: 'second' }),
};

function tooMany({ retryAfterSeconds }: Refusal): Explanation {
    const minutes = formatMinutes(minutesToWait(retryAfterSeconds), locale);
    return { title: moreWords.tooMany, why: fillIn(moreWords.tooManyWhy, minutes), canRetry: true };
}

/** Appends whom to ask for another link. */
function askingForNew(why: string): string {
    return `${why} ${moreWords.askForNew}`;
}

function unknown(): Explanation {
    return { title: moreWords.unknown, why: askingForNew(moreWords.unknownWhy), next: 'second' };
}

function explain(refusal: Refusal): Explanation {
    const { code, field } = refusal;
    const situation = isErrorCode(code) ? situationOf(code, field === undefined ? {} : { field }) : code === 'over' ? code : 'internal';
    const explanation = EXPLANATIONS[situation];
    return explanation ? explanation(refusal) : { title: words.down, why: words.downWhy, canRetry: true };
}
