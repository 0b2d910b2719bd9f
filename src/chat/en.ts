import { Words } from './words';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const ENGLISH: Words = {
    created: (room) => `Here is your invite link to *${room}*. Whoever opens it can join:`,
    foundAgain: (room) => `You already have this invite link to *${room}*:`,
    validUntil: (left, when) => `It works for ${left}, until ${when}.`,
    validForEver: 'It never expires.',
    uses: (uses, maxUses) => (maxUses === 0 ? `Used ${uses === 1 ? 'once' : plural(uses, 'time')}, no limit.` : `Used by ${uses} of ${maxUses}.`),
    howToRevoke: (id) => `To end it sooner: \`/invite-link revoke ${id}\``,
    duration: plural,
    moment: (ms) => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    listTitle: (room) => `*Invite links to ${room}*`,
    listEmpty: (room) => `There are no invite links to *${room}* that still work. Make one: \`/invite-link create 7d\``,
    listEnded: (count) => `${count === 1 ? 'One more has' : `${count} more have`} expired or been used up.`,
    listLine: ({ id, ends, uses, maker }) => `• \`${id}\` by ${maker}: ${ends}, ${uses}`,
    expiresIn: (left) => `expires in ${left}`,
    neverExpires: 'never expires',
    someoneGone: 'somebody who has left',
    joined: (room, url) => `Welcome! You are now in *${room}*: ${url}`,
    alreadyIn: (room, url) => `You are in *${room}* already: ${url}`,
    unverified: (room, url) => `You already have a place in *${room}*, or are banned from it. Open it to see: ${url}`,
    revoked: (room) => (room ? `That invite link to *${room}* no longer works.` : 'That invite link no longer works.'),
    added: {
        'added': (username) => `@${username} is now in this room.`,
        'unknown': (username) => `No user exists by the name of \`${username}\`.`,
        'already-here': (username) => `@${username} is already in here.`,
        'not-added': (username) => `@${username} could not be added to this room.`,
    },
    help: (command) =>
        [
            '*Invite people to this room by a link*',
            `\`/${command} create\` makes a link. How long and for how many: \`/${command} create 7d\`, \`12h\`, \`90m\`, \`2w\`, \`never\`; \`x10\`, \`once\`, \`unlimited\``,
            `\`/${command} list\` shows this room's links`,
            `\`/${command} use <link>\` lets you into the room of a link`,
            `\`/${command} revoke <id or link>\` ends a link`,
            `\`/${command} @user\` adds somebody to this room at once`,
        ].join('\n'),
    unclear: (word, command) => `I do not understand \`${word}\`, so nothing was done. Type \`/${command} help\` for what I do understand.`,
    missing: {
        use: (command) => `Which link? Type \`/${command} use\` followed by the link, or by its 16 letters and digits.`,
        revoke: (command) => `Which link? Type \`/${command} revoke\` followed by its id, as \`/${command} list\` shows it, or by the link.`,
    },
    refused: {
        'unauthorized': () => 'You need to be logged in to do this.',
        'invalid-params': () => 'That cannot be right. Type `/invite-link help` for what can be typed.',
        'invalid-number-of-days': ({ reason, ceiling }) => {
            if (reason === 'never-not-allowed') {
                return 'Links that never expire are not allowed here. Say how long, as in `/invite-link create 7d`';
            }
            return reason === 'over-ceiling'
                ? `Links may work for at most ${plural(ceiling || 0, 'day')} here. Try \`/invite-link create ${ceiling}d\``
                : 'That is further ahead than the calendar goes.';
        },
        'invalid-number-of-uses': ({ reason, ceiling }) =>
            reason === 'over-ceiling'
                ? `Links may let in at most ${ceiling} people here. Try \`/invite-link create x${ceiling}\``
                : 'That is not a number of people.',
        'error-invalid-room': () => 'That room does not exist, or you are not in it.',
        'error-room-type-not-allowed': () => 'People can be invited by a link to channels and groups only, not to this kind of room.',
        'error-invalid-token': () => 'That link is not known here. Check that it is complete, or ask whoever sent it for a new one.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'That link has let in as many people as it may. Ask whoever sent it for a new one.'
                : 'That link has expired. Ask whoever sent it for a new one.',
        'error-user-is-banned': () => 'You are banned from that room, and no link can change that. An owner of the room can.',
        'error-membership-unverified': () =>
            'You already have a place in that room, or are banned from it. Which of the two could not be found out just now.',
        'invalid-invitation-id': () => 'There is no such link. `/invite-link list` shows those of this room.',
        'not_authorized': () => 'You may not do this here. Ask an owner of the room.',
        'method-not-allowed': () => 'That cannot be done.',
        'error-too-many-requests': () => 'Many people are using this link right now. Please try again in a minute.',
        'error-internal': () =>
            'Something went wrong, and nothing more is known here. Please try again; an administrator finds more in the app’s log.',
    },
};
