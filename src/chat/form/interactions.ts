import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import {
    IUIKitResponse,
    UIKitActionButtonInteractionContext,
    UIKitBlockInteractionContext,
    UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { canAccessRoom } from '../../domain/seeRoom';
import { Accessors } from '../../engine/accessors';
import { InstanceState } from '../../engine/instance';
import { Operation } from '../../engine/operation';
import { reportTo } from '../../engine/report';
import { toRoom } from '../../engine/rooms';
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
    const sitting = await sit(given, user, 'open');
    const { services, caller } = sitting.conversation;
    if (!(await canAccessRoom(services, caller, toRoom(room)))) {
        end(sitting);
        return responder.errorResponse();
    }
    const view = await open(sitting, room.id);
    end(sitting);
    return responder.openModalViewResponse(toSurface(view, sitting.conversation.services.secrets.id(), sitting.appId));
}

/** The form was sent. */
export async function submitForm(given: Given, context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
    const { view, user } = context.getInteractionData();
    const responder = context.getInteractionResponder();
    const id: unknown = view && view.id;
    if (typeof id !== 'string' || !user) {
        return responder.errorResponse();
    }
    const sitting = await sit(given, user, 'submit');
    const answer = await submit(sitting, view);
    end(sitting);
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
    const sitting = await sit(given, user, actionId);
    const view = await press(sitting, actionId, value);
    end(sitting);
    return responder.updateModalViewResponse(toSurface(view, id, sitting.appId));
}

function isFormAction(actionId: unknown): actionId is FormAction {
    return typeof actionId === 'string' && Object.prototype.hasOwnProperty.call(PRESSED, actionId);
}

async function sit({ app, accessors, instance }: Given, user: IUser, step: string): Promise<Sitting> {
    const report = reportTo(app);
    const operation = new Operation(`dialogue ${step}`, app.getLogger());
    const services = servicesFrom(accessors, instance, report, operation);
    const conversation = { services, operation, report, user, caller: toPerson(user), command: OWN.command };
    return { conversation, wording: await wordingFor(conversation), appId: app.getID() };
}

function end({ conversation }: Sitting): void {
    conversation.operation.ended(conversation.caller.id);
}
