import { SendFailure, SendResult } from '../domain/useCases/sendInvites';
import { Messages } from '../i18n/messages';
import { asCode } from './codeSpans';
import { namesOf } from './names';

const FAILURES: readonly SendFailure[] = ['invalid-address', 'too-many', 'not-sent'];

/** Returns a sentence about the addresses that got a link, if any did. */
export function sentTexts({ sent, rooms }: SendResult, messages: Messages): string[] {
    return sent.length > 0 ? [messages.mail.sent(namesOf(rooms), codes(sent, messages))] : [];
}

/** Returns a sentence for each reason why addresses got no link. */
export function failureTexts({ failed }: SendResult, messages: Messages): string[] {
    return FAILURES.map((reason) => ({ reason, emails: failed.filter((one) => one.reason === reason).map(({ email }) => email) }))
        .filter(({ emails }) => emails.length > 0)
        .map(({ reason, emails }) => messages.mail.failed[reason](codes(emails, messages)));
}

function codes(addresses: readonly string[], { vocabulary }: Messages): string {
    return addresses.map((email) => `\`${asCode(email, vocabulary)}\``).join(', ');
}
