import { linkMarkup } from '../domain/link';
import { Invite } from '../domain/model/invite';
import { Person, Room } from '../domain/ports';
import { expiryOf, personName } from './inviteText';
import { namesOf } from './names';
import { RenderContext, Reply } from './reply';

/** What a card shows of an invite. */
export interface CardModel extends Pick<Invite, 'token' | 'expires'> {
    readonly rooms: readonly Room[];
    /** The creator; undefined if the account was deleted. */
    readonly invitedBy: Pick<Person, 'username'> | undefined;
    /** The link, for clients without buttons. */
    readonly url: string;
}

/** Renders an invite with a button that joins. It works for everyone who may use the link. */
export function renderCard({ rooms, invitedBy, url, token, expires }: CardModel, context: RenderContext): Reply {
    const { messages } = context;
    return [
        {
            text: messages.cardTitle(personName(invitedBy, messages), namesOf(rooms)),
            button: { action: 'join-invite', label: messages.joinButton, value: token, style: 'primary' },
        },
        { text: linkMarkup(url) },
        { text: expiryOf({ expires }, context) },
    ];
}
