import type { ComponentChildren, JSX } from 'preact';

import { fillText, Isolated } from '../shared/i18n.tsx';
import { PersonLink } from './administrator.tsx';
import { audienceParts } from './audience.mts';
import type { Invite } from './entities.mts';
import { Expiry, Moment, RoomNames, StateMark, Uses } from './parts.tsx';
import { addressOfRoute } from './route.mts';
import { words } from './translation.mts';

/** What a manager needs to know about an invite. */
export function LinkFacts({ invite }: { invite: Invite }): JSX.Element {
    const { _id: inviteId, approval, audience, createdAt, createdBy, expires, notify, reason, requests, rooms, state } = invite;
    return (
        <dl>
            <Fact name={words.state}>
                <StateMark state={state} /> {reason && words.reasons[reason]}
            </Fact>
            <Fact name={words.rooms}>
                <RoomNames rooms={rooms} />
            </Fact>
            <Fact name={words.uses}>
                <Uses {...invite} />
            </Fact>
            <Fact name={words.expires}>
                <Expiry expires={expires} />
            </Fact>
            <Fact name={words.approval}>
                {approval ? words.approvalOn : words.approvalOff}{' '}
                {requests > 0 && (
                    <a href={addressOfRoute({ name: 'requests', params: { inviteId } })}>{fillText(words.waiting, { count: requests })}</a>
                )}
            </Fact>
            <Fact name={words.audience}>
                <Audience audience={audience} />
            </Fact>
            <Fact name={words.createdBy}>
                <PersonLink person={createdBy} />
            </Fact>
            <Fact name={words.createdAt}>
                <Moment at={createdAt} />
            </Fact>
            <Fact name={words.notify}>{words.notifications[notify]}</Fact>
        </dl>
    );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}

/** The people for whom an invite is. */
function Audience({ audience }: Pick<Invite, 'audience'>): JSX.Element {
    return (
        <>
            {audienceParts(audience).map((part, index) => (
                <span key={part}>
                    {index > 0 && ', '}
                    <Isolated text={part} />
                </span>
            ))}
        </>
    );
}
