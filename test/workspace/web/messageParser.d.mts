/** The server sends the package's file under this name. */
export { parse } from '@rocket.chat/message-parser';
