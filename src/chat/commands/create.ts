import { inviteUrl } from '../../domain/link';
import { InviteError } from '../../domain/model/errors';
import { clampUses, clampValidity } from '../../domain/model/limits';
import { refusalForNamedRoom } from '../../domain/policies/namedRoom';
import { Room } from '../../domain/ports';
import { parseDuration, parseUses } from '../../domain/quantities';
import { findOrCreateInvite, FindOrCreateResult } from '../../domain/useCases/findOrCreateInvite';
import { commandExample, inlineCodes } from '../codeSpans';
import { CreateOptions, createCommandText, durationExamples, EXAMPLE_USES, EXAMPLE_VALIDITY, SHORT_FORMS } from '../examples';
import { expiryOf, introOf, revokeButton, seatsOf } from '../inviteText';
import { findNearest } from '../nearest';
import { RenderContext, Reply } from '../reply';
import { CommandContext, ParseError, Parsed, Subcommand } from '../subcommand';

interface CreateResult {
    readonly found: FindOrCreateResult;
    readonly url: string;
    readonly room: Room | undefined;
}

export const CREATE: Subcommand<CreateOptions, CreateResult> = {
    name: 'create',
    synonyms: 'new make add erstellen neu crear nuevo créer nouveau criar novo',
    parse: parseOptions,
    correct: correctOption,
    run: createInvite,
    render: renderCreated,
    withTerms: (options) => (change, vocabulary) => createCommandText({ ...options, ...change }, vocabulary),
    help: (context) => {
        const { messages } = context;
        const { vocabulary } = messages;
        return [
            messages.helpCreate(
                commandExample(context, createCommandText({ validity: EXAMPLE_VALIDITY, maxUses: EXAMPLE_USES }, vocabulary)),
                inlineCodes([vocabulary.room]),
            ),
            messages.helpDurations(
                inlineCodes([...durationExamples(vocabulary), vocabulary.never]),
                inlineCodes([vocabulary.uses(EXAMPLE_USES), vocabulary.uses(1), vocabulary.unlimited]),
                inlineCodes(SHORT_FORMS),
            ),
        ];
    },
};

/** Parses duration, uses and room in any order. */
function parseOptions(typed: readonly string[]): Parsed<CreateOptions> {
    const words = joinQuantities(typed);
    const options: { -readonly [option in keyof CreateOptions]: CreateOptions[option] } = {};
    for (const [index, word] of words.entries()) {
        const validity = parseDuration(word);
        const maxUses = parseUses(word);
        if (validity && !options.validity) {
            options.validity = validity;
        } else if (maxUses !== undefined && options.maxUses === undefined) {
            options.maxUses = maxUses;
        } else if (/^#./.test(word) && !options.room) {
            options.room = word.slice(1);
        } else if (index > 0) {
            return { kind: 'parse-error', words, index };
        }
    }
    return { kind: 'parsed', args: options };
}

/** Joins each number with the unit after it: `7 days` to `7days`, `10 uses` to `10uses`. */
function joinQuantities(words: readonly string[]): string[] {
    const result: string[] = [];
    for (const word of words) {
        const last = result[result.length - 1];
        const isPair = last !== undefined && /^\d+$/.test(last) && /^[a-zà-ÿ]+$/i.test(word) && !isQuantity(word);
        result.push(isPair ? `${result.pop()}${word}` : word);
    }
    return result;
}

/** Whether the word alone is a duration or a number of uses. */
function isQuantity(word: string): boolean {
    return parseDuration(word) !== undefined || parseUses(word) !== undefined;
}

/** Corrects the unclear word. The second group leaves it out, if the caller typed other options too. */
function correctOption({ words, index }: ParseError): string[][] {
    const before = words.slice(0, index);
    const after = words.slice(index + 1);
    const others = [...before, ...after];
    const corrected = correctionsOf(words[index] || '').map((correction) => [...before, correction, ...after].join(' '));
    return [corrected, others.length > 1 ? [others.join(' ')] : []];
}

/** Returns the words that the caller may have meant by an unclear word. */
function correctionsOf(word: string): string[] {
    const [, count, rest = ''] = /^(\d{1,6})([a-zà-ÿ]*)$/i.exec(word) || [];
    if (count === undefined) {
        return [findNearest(word, ['never', 'once', 'unlimited']) || (/^[a-z][\w.-]*$/i.test(word) && !parseUses(word) ? `#${word}` : word)];
    }
    if (rest === '') {
        return [`${count}d`, `x${count}`];
    }
    if (/^(mo|mon|months?|monate?|mes|meses|mois)$/i.test(rest)) {
        return [`${Number(count) * 30}d`];
    }
    return [/^(y|yr|years?|jahre?|años?|ans?|anos?)$/i.test(rest) ? `${Number(count) * 365}d` : `${count}d`];
}

async function createInvite(options: CreateOptions, { services, caller, room: currentRoom, appId }: CommandContext): Promise<CreateResult> {
    const { memberships, settings, rooms } = services;
    const limits = await settings.limits();
    const validity = options.validity || clampValidity(await settings.defaultValidity(), limits);
    const maxUses = options.maxUses === undefined ? clampUses(await settings.defaultUses(), limits) : options.maxUses;
    const namedRoom = options.room === undefined ? currentRoom : await rooms.byName(options.room);
    // An unknown name goes through the same checks as a hidden room, so the refusals do not differ.
    const rid = namedRoom ? namedRoom.id : String(options.room);
    try {
        const found = await findOrCreateInvite(services, caller, { rid, validity, maxUses });
        const room = namedRoom || (await rooms.byId(rid));
        return { found, room, url: inviteUrl(await settings.linkAddress(), appId, found.invite.token) };
    } catch (error) {
        if (options.room === undefined) {
            throw isRefusedAsOutsider(error) ? new InviteError(error.code, { field: 'rid', reason: 'outside' }) : error;
        }
        throw await refusalForNamedRoom(memberships, caller, rid, error);
    }
}

/** Whether the caller is not in the room. A room managed by attributes has the same code, but a `reason`. */
function isRefusedAsOutsider(error: unknown): error is InviteError {
    return error instanceof InviteError && error.code === 'error-invalid-room' && error.details.reason === undefined;
}

function renderCreated({ found, url, room }: CreateResult, context: RenderContext): Reply {
    const { messages } = context;
    const { invite } = found;
    return [
        { text: introOf(found, room, context) },
        { text: url },
        { text: expiryOf(invite, context) },
        { text: seatsOf(found, context) },
        { text: messages.howToRevoke(commandExample(context, `revoke ${invite.id}`)), button: revokeButton(invite.id, messages) },
    ];
}
