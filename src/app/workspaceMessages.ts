import { messagesIn } from '../i18n/findLanguage';
import { Messages } from '../i18n/messages';
import { Services } from './services';

/** Returns the messages in the workspace's language, for texts that several people read. */
export async function workspaceMessages({ settings }: Pick<Services, 'settings'>): Promise<Messages> {
    return messagesIn(await settings.language());
}
