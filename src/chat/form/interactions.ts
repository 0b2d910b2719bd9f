import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import {
    IUIKitResponse,
    UIKitActionButtonInteractionContext,
    UIKitBlockInteractionContext,
    UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Accessors } from '../../engine/accessors';
import { InstanceState } from '../../engine/instance';
import { reportTo } from '../../engine/report';
import { servicesFrom } from '../../engine/services';
import { toPerson } from '../../engine/users';
import { wordingFor } from '../dialogue';
import { OWN } from '../names';
import { open, press, Sitting, submit } from './flow';
import { ROOM_ACTION } from './roomAction';
import { toSurface } from './surface';
import { FormAction } from './view';

const PRESSED: Record<FormAction, true> = { 'form-new': true, 'form-list': true, 'form-revoke': true };

/** What all interactions come with. */
export interface Given {
    readonly app: IApp;
    readonly accessors: Accessors;
    readonly instance: InstanceState;
}

/** The room action was chosen. */
export async function openForm(given: Given, context: UIKitActionButtonInteractionContext): Promise<IUIKitResponse> {
    const { actionId, user, room } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    if (actionId !== ROOM_ACTION.actionId || !user || !room) {
        return responder.errorResponse();
    }
    const { sitting, newId } = await sit(given, user, room.id);
    return responder.openModalViewResponse(toSurface(await open(sitting, room.id), newId(), sitting.appId));
}

/** The form was sent. */
export async function submitForm(given: Given, context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
    const { view, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = view && view.id;
    if (typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const { sitting } = await sit(given, user, '');
    const answer = await submit(sitting, view);
    return 'errors' in answer
        ? responder.viewErrorResponse({ viewId: id, errors: answer.errors })
        : responder.updateModalViewResponse(toSurface(answer, id, sitting.appId));
}

/** A button in a dialogue was pressed. */
export async function pressInForm(given: Given, context: UIKitBlockInteractionContext): Promise<IUIKitResponse> {
    const { actionId, value, container, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = container.id;
    if (!isFormAction(actionId) || typeof value !== 'string' || typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const { sitting } = await sit(given, user, '');
    return responder.updateModalViewResponse(toSurface(await press(sitting, actionId, value), id, sitting.appId));
}

function isFormAction(actionId: unknown): actionId is FormAction {
    return typeof actionId === 'string' && Object.prototype.hasOwnProperty.call(PRESSED, actionId);
}

async function sit({ app, accessors, instance }: Given, user: IUser, rid: string): Promise<{ sitting: Sitting; newId: () => string }> {
    const report = reportTo(app);
    const services = servicesFrom(accessors, instance, report);
    const conversation = { services, report, user, caller: toPerson(user), rid, command: OWN.command };
    return { sitting: { conversation, wording: await wordingFor(conversation), appId: app.getID() }, newId: () => services.secrets.id() };
}
