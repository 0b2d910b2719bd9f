import { extractToken } from '../../domain/link';
import { isToken } from '../../domain/model/token';
import { mayManageInvite } from '../../domain/policies/mayManage';
import { afterFillers } from '../../i18n/dictionary';
import { DetailsResult, loadDetails, renderDetails } from '../details';
import { Subcommand } from '../subcommand';
import { USE, UseResult } from './use';

type OpenResult = { readonly kind: 'details'; readonly details: DetailsResult } | { readonly kind: 'used'; readonly result: UseResult };

/** A link without a subcommand: shows it to people who manage it, and lets everyone else use it. */
export const OPEN: Subcommand<{ readonly token: string }, OpenResult> = {
    name: 'open',
    matches: (word) => isToken(extractToken(word)),
    parse: (words) =>
        afterFillers(words, 1) < words.length
            ? { kind: 'parse-error', words, index: 1 }
            : { kind: 'parsed', args: { token: extractToken(words[0] || '') } },
    run: async ({ token }, context) => {
        const { services, caller } = context;
        const { lookUp, memberships, permissions, rooms } = services;
        const invite = await lookUp.byToken(token, caller.id);
        return (await mayManageInvite({ memberships, permissions, rooms }, caller, invite))
            ? { kind: 'details', details: await loadDetails(context, invite.id) }
            : { kind: 'used', result: await USE.run({ token }, context) };
    },
    render: (result, context) => (result.kind === 'details' ? renderDetails(result.details, context) : USE.render(result.result, context)),
    help: () => [],
};
