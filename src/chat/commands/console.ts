import { linkMarkup } from '../../domain/link';
import { commandExample } from '../codeSpans';
import { paragraphs } from '../reply';
import { Subcommand } from '../subcommand';

/** Replies with the address of the page where the caller manages links. */
export const CONSOLE: Subcommand<object, string> = {
    name: 'console',
    synonyms: 'konsole consola panel painel',
    parse: (words) => (words.length > 1 ? { kind: 'parse-error', words, index: 1 } : { kind: 'parsed', args: {} }),
    run: (_args, { services, appId }) => services.settings.consoleAddress(appId),
    render: (address, { messages }) => paragraphs(messages.consoleAt(linkMarkup(address))),
    help: (context) => [context.messages.helpConsole(commandExample(context, 'console'))],
};
