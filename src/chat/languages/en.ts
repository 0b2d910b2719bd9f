import { plural, Words } from '../words';

const TAG = 'en';

const minutes = (count: number): string => plural(TAG, count, 'minute', 'minutes');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));

export const ENGLISH: Words = {
    tag: TAG,
    created: (room) => `Here is your invite link to *${room}*. Whoever opens it can join:`,
    foundAgain: (room, since) => `You already have this link to *${room}*, ${since}. Its end has not moved; for a new one, revoke it first:`,
    sinceToday: 'from today',
    sinceDay: (day) => `from ${day}`,
    expires: (left, moment) => `It expires in ${left}, on ${moment}.`,
    neverExpires: 'It never expires.',
    placesLeft: (left, places) => `${left} of ${plural(TAG, places, 'use', 'uses')} left.`,
    anyNumber: (uses) =>
        uses === 0 ? 'Any number of people can use it.' : `Any number of people can use it; ${uses} ${uses === 1 ? 'has' : 'have'} so far.`,
    howToRevoke: (line) => `To end it sooner: ${line}`,
    revoke: 'Revoke',
    minutes,
    hours: (count) => plural(TAG, count, 'hour', 'hours'),
    days: (count) => plural(TAG, count, 'day', 'days'),
    listOfRoom: (room) => `*Invite links to ${room}*`,
    listOfOwn: '*Your invite links for this room*',
    listOfAll: '*Invite links of the whole workspace*',
    noneOfRoom: (room, line) => `No invite link to *${room}* works right now. Make one: ${line}`,
    noneOfOwn: 'You have no active invite link for this room.',
    noneOfAll: 'No invite link works right now, in any room.',
    ended: (count) => `${plural(TAG, count, 'link has', 'links have')} expired or been used up.`,
    seeMore: (shown, all, line) => `These are ${shown} of ${all}. More: ${line}`,
    endsIn: (left, moment) => `expires in ${left} (${moment})`,
    endsNever: 'never expires',
    usedBy: (uses, places) => `used ${uses}/${places}`,
    by: (maker) => `by ${maker}`,
    to: (room) => `to *${room}*`,
    notNow: (why) => `does not work now: ${why}`,
    paused: {
        'creator-gone': 'its maker is gone',
        'creator-deactivated': 'its maker is deactivated',
        'creator-left': 'its maker has left the room',
        'creator-may-not': 'its maker may no longer make links here',
        'room-archived': 'the room is archived',
    },
    somebodyGone: 'somebody who has left',
    joined: (room, url) => `Welcome! You are now in *${room}*: ${url}`,
    alreadyIn: (room, url) => `You are in *${room}* already: ${url}`,
    unverified: (room, url) => `You already have a place in *${room}*, or are banned from it. Open it to see: ${url}`,
    revoked: (room) => `That invite link to *${room}* no longer works.`,
    linkRevoked: 'That invite link no longer works.',
    added: (username) => `@${username} is now in this room.`,
    unknownUser: (username) => `No user exists by the name of \`${username}\`.`,
    alreadyHere: (username) => `@${username} is already in here.`,
    notAdded: (username) => `@${username} could not be added to this room.`,
    helpTitle: '*Invite people to this room by a link*',
    helpCreate: (line) => `${line} makes a link, also to another room: \`#room\``,
    helpDurations: (durations, uses) => `How long: ${durations}. For how many: ${uses}. In any order.`,
    helpList: (line) => `${line} shows this room's links; \`list all\` those of the workspace`,
    helpUse: (line) => `${line} takes you into the room that a link is for`,
    helpRevoke: (line) => `${line} ends a link`,
    helpAdd: (line) => `${line} adds somebody to this room at once`,
    unclear: (word) => `I do not understand ${word}, so nothing was done.`,
    understood: (line) => `I did understand ${line}.`,
    didYouMean: (lines) => `Did you mean ${lines}?`,
    or: 'or',
    seeHelp: (line) => `What I understand: ${line}`,
    tooLong: (most) => `That is too long, so nothing was done. A command takes at most ${most} characters.`,
    whichToUse: (line) => `Which link? Type ${line} with the link, or with its 16 letters and digits.`,
    whichToRevoke: (line) => `Which link? Type ${line} with the link, or with its id as the list shows it.`,
    askOwners: (names) => `Ask ${names}.`,
    askAnOwner: 'Ask an owner of the room.',
    onlyAdministrators: (line) => `Only administrators can list the links of all rooms. Those of this room: ${line}`,
    neverNotAllowed: (line) => `Links that never expire are not allowed here. Say how long: ${line}`,
    mostDays: (count, line) => `Links may work for at most ${plural(TAG, count, 'day', 'days')} here. Try ${line}`,
    mostUses: (count, line) => `Links may be used at most ${plural(TAG, count, 'time', 'times')} here. Try ${line}`,
    badDays: 'That is further ahead than the calendar goes.',
    badUses: 'That is not a number of people.',
    refused: {
        'unauthorized': () => 'You need to be logged in to do this.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Choose a username first: your account has none yet.'
                : reason === 'renamed'
                  ? 'Your username changed while you were joining. Please try again.'
                  : 'That cannot be right.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Join this room first: only its members can make links to it.';
                case 'attributes':
                    return 'Attributes decide who is in this room, so nobody can be invited to it.';
                case 'gone':
                    return 'The room of that link is gone, or no link lets people in. Ask whoever sent it.';
                default:
                    return 'That room does not exist, or you are not in it.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'That room is archived: nobody can join it as long as it is.'
                : 'People can be invited by a link to channels and groups only, not to this kind of room.',
        'error-invalid-token': () => 'That link is not known here. Check that it is complete, or ask whoever sent it for a new one.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'That link has let in as many people as it may. Ask whoever sent it for a new one.'
                : field === 'expires'
                  ? 'That link has expired. Ask whoever sent it for a new one.'
                  : 'That link is no longer valid. Ask somebody in the room for a new one.',
        'error-user-is-banned': () => 'You are banned from that room, and no link can change that. An owner of the room can.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'In chat, only a room’s owners, moderators and leaders can add people by name: the app cannot tell other members from people who are banned.'
                : reason === 'seeing-links'
                  ? 'Here, only the owners, moderators and leaders of a room see its links: the app cannot tell other members from people who are banned.'
                  : 'In chat, only a room’s owners, moderators and leaders can make links to it: there the app cannot tell other members from people who are banned.',
        'invalid-invitation-id': () => 'There is no such link.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'You may not make invite links to this room.'
                : reason === 'removing'
                  ? 'There is no such link, or it is not yours to revoke. Its creator, an owner of its room or an administrator can.'
                  : 'You may not do this here.',
        'method-not-allowed': () => 'That cannot be done.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Too many wrong links. Please wait ${minutesIn(retryAfter)} and try again.`
                : reason === 'creating'
                  ? `You have made very many links. Please wait ${minutesIn(retryAfter)} and try again.`
                  : 'Many people are using this link right now. Please try again in a minute.',
        'error-internal': () =>
            'Something went wrong, and nothing more is known here. Please try again; an administrator finds more in the app’s log.',
    },
    form: {
        title: 'Invite link',
        room: 'Room',
        otherRooms: 'For a room that is not in the list, open this dialogue there.',
        duration: 'How long the link works',
        durationHint: 'For example: 90 minutes, 12 hours, 7 days, 2 weeks.',
        orNever: 'Or: never.',
        mostDays: (count) => `At most ${plural(TAG, count, 'day', 'days')}.`,
        uses: 'How many people may use it',
        usesHint: 'A number.',
        orUnlimited: 'Or: unlimited.',
        mostUses: (count) => `At most ${count}.`,
        days: (count) => plural(TAG, count, 'day', 'days'),
        never: 'never',
        unlimited: 'unlimited',
        create: 'Make the link',
        cancel: 'Cancel',
        done: 'Done',
        copyLink: 'Copy this link and send it to the people you want to invite',
        toList: 'Links of this room',
        toForm: 'New link',
        newer: 'Newer',
        older: 'Older',
        none: (room) => `No invite link to *${room}* works right now.`,
        noRoom: 'There is no room to which you can make links here.',
        whichRoom: 'Choose a room.',
        noDuration: 'That is not a length of time. Write it like: 90 minutes, 12 hours, 7 days, 2 weeks, never.',
        noUses: 'That is not a number of people. Write one, like 10, or: unlimited.',
        neverNotAllowed: 'Links that never expire are not allowed here. Write how long, like: 7 days.',
    },
};
