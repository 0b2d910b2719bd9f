import { ModalAction, View } from './blocks';
import { buildCreateView } from './controller';
import { askRevoke, askRotate, Place, revoke, rotate, setPaused, showDetails, showEdit, showList, showWho } from './manage';
import { showEmailForm } from './sendByEmail';
import { ModalSession } from './session';

/** What each button of a modal does. Its value is the room, the page of the list, the invite, and the page of the history. */
const ACTIONS: Record<ModalAction, (session: ModalSession, place: Place, id: string, page?: string) => Promise<View>> = {
    'form-new': (session, [rid]) => buildCreateView(session, rid),
    'form-email': (session, [rid]) => showEmailForm(session, rid),
    'form-list': (session, place) => showList(session, place),
    'form-show': (session, place, id) => showDetails(session, place, id),
    'form-edit': (session, place, id) => showEdit(session, place, id),
    'form-pause': (session, place, id) => setPaused(session, place, id, true),
    'form-resume': (session, place, id) => setPaused(session, place, id, false),
    'form-who': (session, place, id, page) => showWho(session, place, id, page),
    'form-ask-rotate': (session, place, id) => askRotate(session, place, id),
    'form-rotate': (session, place, id) => rotate(session, place, id),
    'form-ask-revoke': (session, place, id) => askRevoke(session, place, id),
    'form-revoke': (session, place, id) => revoke(session, place, id),
};

/** Whether the id is the action of a button in a modal. */
export function isModalAction(actionId: unknown): actionId is ModalAction {
    return typeof actionId === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, actionId);
}

/** Runs the action of a modal button and returns the next view. */
export function runModalAction(session: ModalSession, action: ModalAction, value: string): Promise<View> {
    const [rid, listNumber = '1', id = '', page] = value.split(' ') as [string, ...string[]];
    return ACTIONS[action](session, [rid, listNumber], id, page);
}
