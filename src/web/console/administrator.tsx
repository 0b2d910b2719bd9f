import { createContext, type JSX } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

import type { Result } from '../shared/api.mts';
import type { Client } from './client.mts';
import type { Person } from './entities.mts';
import { Heading, PersonOrDeleted } from './parts.tsx';
import { reports } from './translation.mts';
import { addressOfRoute } from './route.mts';
import { useLoaded } from './useLoaded.mts';

/** Whether the caller manages all invites of the workspace, once that is known. The page offers less to everyone else. */
export const Administrator = createContext<boolean | undefined>(undefined);

/**
 * Asks the app whether the caller is an administrator. Undefined until the app has answered. After a failure, it asks
 * again once the browser is online or shows another view.
 */
export function useIsAdministrator(client: Client, userId: string, view: string): boolean | undefined {
    // The history of a person is for administrators alone.
    const ask = (): Promise<Result<unknown>> =>
        userId === '' ? Promise.resolve({ refusal: { code: 'unauthorized' } }) : client.get('invites.joins', { userId, count: '1' });
    const { isLoading, refusal, reload } = useLoaded(ask, userId);
    const hasFailed = refusal !== undefined && refusal.code !== 'not_authorized';
    useEffect(() => {
        if (hasFailed) {
            reload();
        }
    }, [view]);
    return isLoading || hasFailed ? undefined : refusal === undefined;
}

/** Returns the address of a person's history. */
export function addressOfPerson(id: string): string {
    return addressOfRoute({ name: 'person', id });
}

/** A person. For administrators, the name leads to their history. */
export function PersonLink({ person }: { person: Person | undefined }): JSX.Element {
    const isAdministrator = useContext(Administrator);
    const name = <PersonOrDeleted person={person} />;
    return isAdministrator && person ? <a href={addressOfPerson(person._id)}>{name}</a> : name;
}

/** Instead of a view that a person may not see. */
export function AdministratorsOnly({ title }: { title: string }): JSX.Element {
    return (
        <>
            <Heading title={title} />
            <div class="card empty" role="alert">
                <h2>{reports.administratorsOnly}</h2>
            </div>
        </>
    );
}
