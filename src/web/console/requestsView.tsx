import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { Refusal } from '../shared/api.mts';
import { fillText } from '../shared/i18n.tsx';
import type { JoinRequest, Paged } from './entities.mts';
import { oneByOne } from './oneByOne.mts';
import { Heading, LoadedContent, Pages } from './parts.tsx';
import { RequestList } from './requestList.tsx';
import { addressWithParams, offsetOf } from './route.mts';
import { words } from './translation.mts';
import { useLastPage } from './useLastPage.mts';
import { useLoaded } from './useLoaded.mts';
import { useSubmit } from './useSubmit.mts';
import type { View, ViewProps } from './view.mts';

interface RequestsBody extends Paged {
    readonly requests: readonly JoinRequest[];
}

/** The requests that wait for the caller's decision. */
export const REQUESTS: View = { name: 'requests', label: words.requests, Content: RequestsView };

function RequestsView({ route, client, onNotice, onMove }: ViewProps): JSX.Element {
    const { rid = '', inviteId = '' } = route.params;
    const query = { rid, inviteId, offset: String(offsetOf(route)) };
    const loaded = useLoaded(() => client.get<RequestsBody>('invites.requests', query), JSON.stringify(query));
    useLastPage(loaded.body, route, onMove);
    const [refusals, setRefusals] = useState<Readonly<Record<string, Refusal>>>({});
    const { isBusy, submit } = useSubmit(words.saving);
    const decide = (endpoint: Decision, ids: readonly string[]): void =>
        submit(async () => {
            const refused = await oneByOne(ids, (requestId) => client.post(endpoint, { requestId }));
            const failed = Object.keys(refused).length;
            setRefusals(refused);
            onNotice(
                [
                    ...(failed < ids.length ? [fillText(words.decided, { count: ids.length - failed })] : []),
                    ...(failed > 0 ? [fillText(words.notDecided, { count: failed })] : []),
                ].join(' '),
            );
            loaded.reload();
            return undefined;
        });
    return (
        <>
            <Heading title={words.requests} />
            <LoadedContent loaded={loaded}>
                {({ requests, ...paged }) =>
                    requests.length === 0 ? (
                        <div class="card empty">
                            <h2>{words.noRequests}</h2>
                            <p>{words.noRequestsWhy}</p>
                        </div>
                    ) : (
                        <>
                            <RequestList requests={requests} refusals={refusals} isBusy={isBusy} onDecide={decide} />
                            <Pages {...paged} shown={requests.length} addressAt={(at) => addressWithParams(route, { offset: String(at) })} />
                        </>
                    )
                }
            </LoadedContent>
        </>
    );
}

export type Decision = 'invites.approve' | 'invites.deny';
