import type { JSX } from 'preact';

import type { Refusal } from '../shared/api.mts';
import { fillAll, fillText } from '../shared/i18n.tsx';
import type { JoinRequest } from './entities.mts';
import { addressOfInvite, LinkLabel, Moment, PersonOrDeleted, Problem, RoomNames } from './parts.tsx';
import type { Decision } from './requestsView.tsx';
import { SelectAll, useSelection } from './selection.tsx';
import { words } from './translation.mts';

interface RequestListProps {
    readonly requests: readonly JoinRequest[];
    /** Why a request could not be decided, by its id. */
    readonly refusals: Readonly<Record<string, Refusal>>;
    readonly isBusy: boolean;
    readonly onDecide: (endpoint: Decision, ids: readonly string[]) => void;
}

/** Requests to decide, one or several at once. */
export function RequestList({ requests, refusals, isBusy, onDecide }: RequestListProps): JSX.Element {
    const selection = useSelection(requests.map(({ _id }) => _id));
    const { selected, toggle } = selection;
    const button = (label: string, endpoint: Decision, which: readonly string[], name?: string): JSX.Element => (
        <button
            type="button"
            class={endpoint === 'invites.deny' ? 'second' : ''}
            aria-label={name && `${label}: ${name}`}
            disabled={isBusy || which.length === 0}
            onClick={() => onDecide(endpoint, which)}
        >
            {label}
        </button>
    );
    return (
        <>
            <div class="row">
                <SelectAll label={words.selectAll} selection={selection} />
                {button(words.approveSelected, 'invites.approve', selected)}
                {button(words.denySelected, 'invites.deny', selected)}
            </div>
            <ul class="cards">
                {requests.map((request) => {
                    const { _id, person } = request;
                    const name = person.username ? `@${person.username}` : words.deletedUser;
                    return (
                        <li key={_id} class="card">
                            <input
                                type="checkbox"
                                aria-label={fillText(words.selectPerson, { person: name })}
                                checked={selected.includes(_id)}
                                onChange={() => toggle(_id)}
                            />
                            <RequestFacts request={request} />
                            <div class="row">
                                {button(words.approve, 'invites.approve', [_id], name)}
                                {button(words.deny, 'invites.deny', [_id], name)}
                            </div>
                            {refusals[_id] && <Problem refusal={refusals[_id]} />}
                        </li>
                    );
                })}
            </ul>
        </>
    );
}

function Fact({ name, value }: { name: string; value: JSX.Element }): JSX.Element {
    return <p class="hint">{fillAll(words.nameAndValue, { name, value })}</p>;
}

/** Who asks, for which rooms, by which link, and since when. */
function RequestFacts({ request: { person, rooms, invite, at } }: { request: JoinRequest }): JSX.Element {
    return (
        <div>
            <strong>
                <PersonOrDeleted person={person} />
            </strong>
            <Fact name={words.rooms} value={<RoomNames rooms={rooms} />} />
            <Fact
                name={words.link}
                value={
                    <a href={addressOfInvite(invite._id)}>
                        <LinkLabel {...invite} />
                    </a>
                }
            />
            <Fact name={words.asked} value={<Moment at={at} />} />
        </div>
    );
}
