import { IUIActionButtonDescriptor, RoomTypeFilter, UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';

/**
 * The entry in a room's menu that opens the modal. It has no permission filter: the web client would ignore room roles
 * and hide it from room owners (docs/decisions/0009). The modal checks permissions itself.
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
