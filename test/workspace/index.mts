/** The package's public API. Files outside this folder import from here only, and lint enforces it. */
export { buttonsIn, pressButton, type ButtonOnScreen } from './buttons.mts';
export { Client, type Answer } from './client.mts';
export type { MailServer, ReceivedMail } from './mailServer.mts';
export { Prompt } from './console/prompt.mts';
export { Modal, sendInteraction, type ShownView } from './modal.mts';
export { NEVER, overNetwork, type AppCall, type CallInterceptor } from './engine/appCalls.mts';
export type { Instance } from './engine/instance.mts';
export { beforeStops, toRuntime, type Runtime } from './engine/runtime.mts';
export { PASSWORD, PEOPLE, seed } from './seed.mts';
export { banUser } from './server/bans.mts';
export { setPermission } from './server/permissions.mts';
export { addUserToRoom, createDirectRoom, createRoom, createTeam, deleteRoom, giveRoomRole } from './server/rooms.mts';
export { setSetting } from './server/settings.mts';
export { createUser, deleteUser, issueLoginToken, renameUser, setActive, type NewUser } from './server/users.mts';
export type { RoomDocument, RoomRole, SubscriptionDocument, UserDocument } from './store/documents.mts';
export { Workspace, type WorkspaceOptions } from './workspace.mts';
