import { createContext, type JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

import type { Client } from './client.mts';
import type { Person } from './entities.mts';
import { Heading, PersonOrDeleted } from './parts.tsx';
import { reports } from './translation.mts';
import { addressOfRoute } from './route.mts';

/** Whether the caller manages all invites of the workspace, once that is known. The page offers less to everyone else. */
export const Administrator = createContext<boolean | undefined>(undefined);

/** Asks the app whether the caller is an administrator. */
export function useIsAdministrator(client: Client, userId: string): boolean | undefined {
    const [isAdministrator, setAdministrator] = useState<boolean>();
    useEffect(() => {
        let isCurrent = true;
        setAdministrator(undefined);
        if (userId !== '') {
            // The history of a person is for administrators alone.
            void client.get('invites.joins', { userId, count: '1' }).then(({ refusal }) => isCurrent && setAdministrator(!refusal));
        }
        return () => {
            isCurrent = false;
        };
    }, [client, userId]);
    return isAdministrator;
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
