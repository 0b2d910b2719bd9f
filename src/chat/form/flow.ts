import { InviteError } from '../../domain/errors';
import { findOrCreateInvite } from '../../domain/findOrCreateInvite';
import { inviteUrl } from '../../domain/link';
import { assertMayCreate, roomsToInviteTo } from '../../domain/mayCreate';
import { assertOpen, seeRoom } from '../../domain/seeRoom';
import { withinDeadline } from '../../engine/time';
import { list, revoke } from '../act';
import { asText } from '../answer';
import { asRefusal, Conversation, refusalIn } from '../dialogue';
import { durationText, EXAMPLE_VALIDITY } from '../examples';
import { render, Wording } from '../render';
import { createForm, Field, FieldErrors, readForm } from './createForm';
import { linkView } from './linkView';
import { listView } from './listView';
import { Blocks, FormAction, View } from './view';

/** Somebody at a dialogue. What it may do is decided anew at each step: what it sends comes from their client, which may send anything. */
export interface Sitting {
    readonly conversation: Conversation;
    readonly wording: Wording;
    readonly appId: string;
}

/** Rooms besides the one where they are that are looked at for somebody: each takes calls to the server, and a client waits five seconds for a dialogue. */
const MOST_ROOMS = 50;

/** The dialogue that makes a link, begun in the room `rid`. */
export function open(sitting: Sitting, rid: string): Promise<View> {
    return unlessItFails(sitting, () => newForm(sitting, rid));
}

/** The form was sent: the dialogue with the link, or what is wrong with which field. */
export async function submit(sitting: Sitting, sent: unknown): Promise<View | { readonly errors: FieldErrors }> {
    const filled = readForm(sent, sitting.wording.words);
    if (!('rid' in filled)) {
        return { errors: filled };
    }
    const { services, caller } = sitting.conversation;
    try {
        const found = await withinDeadline(findOrCreateInvite(services, caller, filled));
        const url = inviteUrl(await services.settings.linkAddress(), sitting.appId, found.invite.token);
        return linkView(found, url, await services.rooms.byId(filled.rid), sitting.wording, sitting.appId);
    } catch (error) {
        return { errors: await errorAtField(sitting, error) };
    }
}

/** A button in a dialogue was pressed: the dialogue as it is then. */
export function press(sitting: Sitting, action: FormAction, value: string): Promise<View> {
    const words = value.split(' ');
    return unlessItFails(sitting, async () => {
        if (action === 'form-revoke') {
            const [id = '', rid = '', page] = words;
            return roomList(sitting, rid, page, await noteOf(sitting, id));
        }
        const [rid = '', page] = words;
        return action === 'form-list' ? roomList(sitting, rid, page) : newForm(sitting, rid);
    });
}

async function newForm({ conversation, wording, appId }: Sitting, rid: string): Promise<View> {
    const { services, caller } = conversation;
    const { settings, users } = services;
    const here = await assertMayCreate(services, caller, rid).catch((error: unknown) => asRefusal(error, conversation));
    const others = (await users.roomIdsOf(caller.id)).filter((id) => id !== rid).slice(0, MOST_ROOMS);
    const rooms = await roomsToInviteTo(services, caller, others);
    const isRefused = here instanceof InviteError;
    return createForm(
        {
            rooms: isRefused ? rooms : [here, ...rooms],
            here: isRefused ? undefined : here,
            note: isRefused ? asText(await refusalIn(conversation, wording, here)) : undefined,
            validity: await settings.defaultValidity(),
            maxUses: await settings.defaultUses(),
            limits: await settings.limits(),
        },
        wording.words,
        appId,
    );
}

/** What came of revoking, in words. */
async function noteOf({ conversation, wording }: Sitting, inviteId: string): Promise<string> {
    try {
        return asText(render(await revoke(inviteId, conversation), wording));
    } catch (error) {
        return asText(await refusalIn(conversation, wording, error));
    }
}

async function roomList(sitting: Sitting, rid: string, page = '1', note?: string): Promise<View> {
    const { conversation, wording, appId } = sitting;
    const seen = await seeRoom(conversation.services, conversation.caller, rid);
    assertOpen(seen, 'seeing-links');
    const { room } = seen;
    const number = /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
    const listing = await list({ kind: 'list', everywhere: false, page: number }, { ...conversation, room, appId });
    return listView(listing, room, note, wording, appId);
}

const FIELD_OF: Partial<Record<string, Field>> = { 'invalid-number-of-days': 'duration', 'invalid-number-of-uses': 'uses' };

async function errorAtField({ conversation, wording }: Sitting, error: unknown): Promise<FieldErrors> {
    const refusal = asRefusal(error, conversation);
    const field = FIELD_OF[refusal.code] || 'room';
    const { form, typed } = wording.words;
    const { reason, ceiling = 0 } = refusal.details;
    if (reason === 'never-not-allowed') {
        return { [field]: form.neverNotAllowed(durationText(EXAMPLE_VALIDITY, typed)) };
    }
    if (reason === 'over-ceiling') {
        return { [field]: field === 'duration' ? form.mostDays(ceiling) : form.mostUses(ceiling) };
    }
    return { [field]: asText(await refusalIn(conversation, wording, refusal)).replace(/\n/g, ' ') };
}

/** A step that is refused, or fails, says so in the dialogue. */
async function unlessItFails({ conversation, wording, appId }: Sitting, step: () => Promise<View>): Promise<View> {
    try {
        return await withinDeadline(step());
    } catch (error) {
        const refusal = await refusalIn(conversation, wording, error);
        const { form } = wording.words;
        return { title: form.title, blocks: new Blocks(appId).text(asText(refusal)).all(), close: form.done };
    }
}
