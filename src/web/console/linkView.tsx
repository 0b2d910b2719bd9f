import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { Isolated } from '../shared/i18n.tsx';
import type { Invite } from './entities.mts';
import { LinkActions } from './linkActions.tsx';
import { LinkAddress } from './linkAddress.tsx';
import { LinkFacts } from './linkFacts.tsx';
import { LinkForm } from './linkForm.tsx';
import { LinkHistory } from './linkHistory.tsx';
import { Heading, LoadedContent } from './parts.tsx';
import { readInvite } from './readInvite.mts';
import { addressOfRoute } from './route.mts';
import { words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

/** One link: its address, what is known of it, what can be done with it, and who used it. */
export const LINK: View = { name: 'link', parent: 'links', Content: LinkView };

function LinkView({ route, client, onNotice, onGo }: ViewProps): JSX.Element {
    const loaded = useLoaded(() => readInvite(client, route.id), route.id);
    const [isEditing, setEditing] = useState(false);
    const details = useRef<HTMLHeadingElement>(null);
    const { body } = loaded;
    const onChanged = (invite: Invite, notice: string): void => {
        loaded.replace({ invite });
        setEditing(false);
        onNotice(notice);
    };
    return (
        <>
            <Heading title={body && body.invite.label !== null ? <Isolated text={body.invite.label} /> : words.address} />
            <LoadedContent loaded={loaded}>
                {({ invite }) => (
                    <>
                        <LinkAddress url={invite.url} />
                        <section class="card" aria-labelledby="details">
                            <h2 id="details" tabIndex={-1} ref={details}>
                                {words.details}
                            </h2>
                            {isEditing ? (
                                <LinkForm
                                    invite={invite}
                                    client={client}
                                    onSaved={(saved) => onChanged(saved, words.saved)}
                                    onCancel={(present) => {
                                        loaded.replace({ invite: present });
                                        setEditing(false);
                                        details.current?.focus();
                                    }}
                                />
                            ) : (
                                <>
                                    <LinkFacts invite={invite} />
                                    <LinkActions
                                        invite={invite}
                                        client={client}
                                        onEdit={() => setEditing(true)}
                                        onChanged={onChanged}
                                        onRevoked={() => onGo(addressOfRoute({ name: 'links' }), words.revoked)}
                                    />
                                </>
                            )}
                        </section>
                        <LinkHistory route={route} client={client} onGo={onGo} />
                    </>
                )}
            </LoadedContent>
        </>
    );
}
