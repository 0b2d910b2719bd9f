import {
    IUIKitResponse,
    UIKitActionButtonInteractionContext,
    UIKitBlockInteractionContext,
    UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { IUIKitModalViewParam } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { EntryPoint, runOperation, RunningOperation } from '../../app/runOperation';
import { InviteError } from '../../domain/model/errors';
import { canAccessRoom } from '../../domain/policies/maySee';
import { toRoom } from '../../rocketchat/server/rooms';
import { toPerson } from '../../rocketchat/server/users';
import { OWN_COMMAND } from '../commandNames';
import { Reader } from '../reader';
import { isModalAction, runModalAction } from './actions';
import { View } from './blocks';
import { buildCreateView, errorAtField, errorView, submitModal } from './controller';
import { FieldErrors } from './formValues';
import { ROOM_ACTION } from './roomAction';
import { createSession, ModalSession } from './session';
import { toModal } from './toModal';

/** Opens the modal from the menu of a room. */
export async function handleRoomAction(entry: EntryPoint, context: UIKitActionButtonInteractionContext): Promise<IUIKitResponse> {
    const { actionId, user, room } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    if (actionId !== ROOM_ACTION.actionId || !user || !room) {
        return responder.errorResponse();
    }
    const appId = entry.app.getID();
    const toNewModal = (view: View, { running }: ModalSession): IUIKitModalViewParam => toModal(view, running.services.secrets.id(), appId);
    const modal = await runModalStep<IUIKitModalViewParam | undefined>(
        { entry, user, step: 'open' },
        async (session) => {
            const { running, reader } = session;
            const isVisible = await canAccessRoom(running.services, reader.caller, toRoom(room));
            return isVisible ? toNewModal(await buildCreateView(session, room.id), session) : undefined;
        },
        async (refusal, session) => toNewModal(await errorView(session, refusal), session),
    );
    return modal ? responder.openModalViewResponse(modal) : responder.errorResponse();
}

/** Handles a submitted form. */
export async function handleSubmit(entry: EntryPoint, context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
    const { view, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = view && view.id;
    if (typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const result = await runModalStep<View | { readonly errors: FieldErrors }>(
        { entry, user, step: 'submit' },
        (session) => submitModal(session, view),
        async (refusal, session) => ({ errors: await errorAtField(session, refusal, view) }),
    );
    return 'errors' in result
        ? responder.viewErrorResponse({ viewId: id, errors: result.errors })
        : responder.updateModalViewResponse(toModal(result, id, entry.app.getID()));
}

/** Handles a press of a button in a modal. */
export async function handleModalButton(entry: EntryPoint, context: UIKitBlockInteractionContext): Promise<IUIKitResponse> {
    const { actionId, value, container, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = container.id;
    if (!isModalAction(actionId) || typeof value !== 'string' || typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const view = await runModalStep(
        { entry, user, step: actionId },
        (session) => runModalAction(session, actionId, value),
        (refusal, session) => errorView(session, refusal),
    );
    return responder.updateModalViewResponse(toModal(view, id, entry.app.getID()));
}

interface ModalStep {
    readonly entry: EntryPoint;
    readonly user: IUser;
    /** The name of the step in the log. */
    readonly step: string;
}

function runModalStep<T>(
    { entry, user, step }: ModalStep,
    work: (session: ModalSession) => Promise<T>,
    onRefusal: (refusal: InviteError, session: ModalSession) => Promise<T>,
): Promise<T> {
    const reader: Reader = { user, caller: toPerson(user), commandName: OWN_COMMAND.command };
    let session: Promise<ModalSession> | undefined;
    const openSession = (running: RunningOperation): Promise<ModalSession> => {
        session = session || createSession(running, reader, entry.app.getID());
        return session;
    };
    return runOperation(
        entry,
        { name: `modal ${step}`, callerId: reader.caller.id },
        async (running) => work(await openSession(running)),
        async (refusal, running) => onRefusal(refusal, await openSession(running)),
    );
}
