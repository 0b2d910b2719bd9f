import { IUIActionButtonDescriptor, RoomTypeFilter, UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';

/**
 * The entry in a room's menu that opens the dialogue. Whom it is shown is left to the kind of room alone: the web client looks for a permission in the workspace
 * only, never in the room, so one asked for here would hide the entry from owners of rooms (docs/decisions/0009). The dialogue decides for itself.
 */
export const ROOM_ACTION: IUIActionButtonDescriptor = {
    actionId: 'invite-link',
    labelI18n: 'Invite_Action',
    context: UIActionButtonContext.ROOM_ACTION,
    when: {
        roomTypes: [
            RoomTypeFilter.PUBLIC_CHANNEL,
            RoomTypeFilter.PRIVATE_CHANNEL,
            RoomTypeFilter.PUBLIC_TEAM,
            RoomTypeFilter.PRIVATE_TEAM,
            RoomTypeFilter.PUBLIC_DISCUSSION,
            RoomTypeFilter.PRIVATE_DISCUSSION,
        ],
    },
};
