import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import type { Refusal } from '../shared/api.mts';
import { addressOfPerson } from './administrator.tsx';
import { Field, Heading, refusalText } from './parts.tsx';
import { reports } from './translation.mts';
import { useSubmit } from './useSubmit.mts';
import type { ViewProps } from './view.mts';

/** Finds a person by username, and goes to their history. */
export function PersonSearch({ client, onGo }: Pick<ViewProps, 'client' | 'onGo'>): JSX.Element {
    const field = useRef<HTMLInputElement>(null);
    const { isBusy, refusal, submit } = useSubmit(reports.finding);
    const find = async (): Promise<Refusal | undefined> => {
        const username = (field.current ? field.current.value : '').trim().replace(/^@/, '');
        if (username === '') {
            field.current?.focus();
            return { code: 'missing-username' };
        }
        const { body, refusal: refused } = await client.findPerson({ username });
        if (body) {
            onGo(addressOfPerson(body._id));
        } else {
            field.current?.focus();
        }
        return refused;
    };
    const onSubmit = (event: Event): void => {
        event.preventDefault();
        submit(find);
    };
    return (
        <>
            <Heading title={reports.findPerson} />
            <p>{reports.findPersonWhy}</p>
            <form role="search" onSubmit={onSubmit} noValidate>
                <Field label={reports.username}>
                    {(ids) => (
                        <input
                            {...ids}
                            ref={field}
                            autoComplete="off"
                            autoCapitalize="none"
                            spellcheck={false}
                            aria-invalid={refusal !== undefined}
                        />
                    )}
                </Field>
                {refusal && (
                    <div role="alert" class="notice problem">
                        {problemText(refusal)}
                    </div>
                )}
                <p class="row">
                    <button type="submit" disabled={isBusy}>
                        {isBusy ? reports.finding : reports.find}
                    </button>
                </p>
            </form>
        </>
    );
}

function problemText(refusal: Refusal): string {
    switch (refusal.code) {
        case 'missing-username':
            return reports.missingUsername;
        case 'unknown-person':
            return reports.unknownUsername;
        default:
            return refusalText(refusal);
    }
}
