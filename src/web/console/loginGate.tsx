import type { JSX } from 'preact';

import { addressOf } from '../shared/environment.mts';
import { Button } from '../shared/parts.tsx';
import { Heading } from './parts.tsx';
import { words } from './translation.mts';

/** Asks for a login in another tab. The page continues once the browser has one. */
export function LoginGate({ wasLoggedIn, onRetry }: { wasLoggedIn: boolean; onRetry: () => void }): JSX.Element {
    return (
        <div class="card gate">
            <Heading title={wasLoggedIn ? words.loggedOut : words.logIn} />
            <p>{wasLoggedIn ? words.loggedOutWhy : words.logInWhy}</p>
            <p class="row">
                <a
                    class="button"
                    href={addressOf('/home')}
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label={`${words.logInHere} ${words.newTab}`}
                >
                    {words.logInHere}
                </a>
                <Button label={words.again} onClick={onRetry} second />
            </p>
        </div>
    );
}
