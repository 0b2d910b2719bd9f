import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import {
    IUIKitResponse,
    UIKitActionButtonInteractionContext,
    UIKitBlockInteractionContext,
    UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { canAccessRoom } from '../../domain/policies/maySee';
import { Accessors } from '../../rocketchat/accessors';
import { ProcessState } from '../../app/processState';
import { Operation } from '../../app/operation';
import { reportTo } from '../../app/errorLog';
import { toRoom } from '../../rocketchat/server/rooms';
import { createServices } from '../../app/services';
import { toPerson } from '../../rocketchat/server/users';
import { createRenderContext } from '../replyWith';
import { OWN_COMMAND } from '../commandNames';
import { openModal, pressModalButton, ModalSession, submitModal } from './controller';
import { ROOM_ACTION } from './roomAction';
import { toModal } from './toModal';
import { ModalAction } from './blocks';

const MODAL_ACTIONS: Record<ModalAction, true> = { 'form-new': true, 'form-list': true, 'form-revoke': true };

/** The parameters that all interactions share. */
export interface Interaction {
    readonly app: IApp;
    readonly accessors: Accessors;
    readonly instance: ProcessState;
}

/** Opens the modal from the menu of a room. */
export async function handleRoomAction(interaction: Interaction, context: UIKitActionButtonInteractionContext): Promise<IUIKitResponse> {
    const { actionId, user, room } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    if (actionId !== ROOM_ACTION.actionId || !user || !room) {
        return responder.errorResponse();
    }
    const session = await openSession(interaction, user, 'open');
    const { services, caller } = session.replyContext;
    if (!(await canAccessRoom(services, caller, toRoom(room)))) {
        closeSession(session);
        return responder.errorResponse();
    }
    const view = await openModal(session, room.id);
    closeSession(session);
    return responder.openModalViewResponse(toModal(view, session.replyContext.services.secrets.id(), session.appId));
}

/** Handles a submitted form. */
export async function handleSubmit(interaction: Interaction, context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
    const { view, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = view && view.id;
    if (typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const session = await openSession(interaction, user, 'submit');
    const result = await submitModal(session, view);
    closeSession(session);
    return 'errors' in result
        ? responder.viewErrorResponse({ viewId: id, errors: result.errors })
        : responder.updateModalViewResponse(toModal(result, id, session.appId));
}

/** Handles a press of a button in a modal. */
export async function handleModalButton(interaction: Interaction, context: UIKitBlockInteractionContext): Promise<IUIKitResponse> {
    const { actionId, value, container, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = container.id;
    if (!isModalAction(actionId) || typeof value !== 'string' || typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const session = await openSession(interaction, user, actionId);
    const view = await pressModalButton(session, actionId, value);
    closeSession(session);
    return responder.updateModalViewResponse(toModal(view, id, session.appId));
}

function isModalAction(actionId: unknown): actionId is ModalAction {
    return typeof actionId === 'string' && Object.prototype.hasOwnProperty.call(MODAL_ACTIONS, actionId);
}

async function openSession({ app, accessors, instance }: Interaction, user: IUser, step: string): Promise<ModalSession> {
    const report = reportTo(app);
    const operation = new Operation(`modal ${step}`, app.getLogger());
    const services = createServices(accessors, instance, report, operation);
    const replyContext = { services, operation, report, user, caller: toPerson(user), commandName: OWN_COMMAND.command };
    return { replyContext, renderContext: await createRenderContext(replyContext), appId: app.getID() };
}

function closeSession({ replyContext }: ModalSession): void {
    replyContext.operation.finish(replyContext.caller.id);
}
