import { plural, Messages } from '../messages';

const TAG = 'en';

const minutes = (count: number): string => plural(TAG, count, 'minute', 'minutes');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));
const hours = (count: number): string => plural(TAG, count, 'hour', 'hours');
const days = (count: number): string => plural(TAG, count, 'day', 'days');
const times = (count: number): string => plural(TAG, count, 'time', 'times');

export const ENGLISH: Messages = {
    tag: TAG,
    typed: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => plural(TAG, count, 'week', 'weeks') },
        never: 'never',
        uses: (count) => plural(TAG, count, 'person', 'people'),
        unlimited: 'unlimited',
        link: '<link>',
        user: '@user',
        room: '#room',
    },
    created: (room) => `Here is your invite link for *${room}*. Anyone with an account here can join:`,
    foundAgain: (room, since) =>
        `You already have this link for *${room}*, created ${since}. Its expiry has not changed. To get a new link, revoke this one first:`,
    sinceToday: 'today',
    sinceDay: (day) => `on ${day}`,
    expires: (left, moment) => `It expires in ${left}, on ${moment}.`,
    neverExpires: 'It never expires.',
    placesLeft: (left, places) => `${left} of ${plural(TAG, places, 'use', 'uses')} left.`,
    anyNumber: (uses) =>
        uses === 0
            ? 'Any number of people can use it.'
            : `Any number of people can use it. So far, ${uses} ${uses === 1 ? 'person has' : 'people have'}.`,
    howToRevoke: (line) => `To revoke it: ${line}`,
    revoke: 'Revoke',
    minutes,
    hours,
    days,
    listOfRoom: (room) => `*Invite links for ${room}*`,
    listOfOwn: '*Your invite links for this room*',
    listOfAll: '*All invite links of the workspace*',
    noneOfRoom: (room, line) => `*${room}* has no active invite links. Create one: ${line}`,
    noneOfOwn: 'You have no active invite links for this room.',
    noneOfAll: 'This workspace has no active invite links.',
    ended: (count) => `${plural(TAG, count, 'link has', 'links have')} expired or been used up.`,
    seeMore: (shown, all, line) => `These are ${shown} of ${all}. More: ${line}`,
    endsIn: (left, moment) => `expires in ${left} (${moment})`,
    endsNever: 'never expires',
    usedBy: (uses, places) => (places === 0 ? `used ${times(uses)}, no limit` : `used ${uses}/${places}`),
    by: (creator) => `created by ${creator}`,
    to: (room) => `for *${room}*`,
    notNow: (why) => `suspended: ${why}`,
    suspended: {
        'creator-gone': 'its creator’s account was deleted',
        'creator-deactivated': 'its creator’s account is deactivated',
        'creator-left': 'its creator has left the room',
        'creator-may-not': 'its creator can no longer create links here',
        'room-archived': 'the room is archived',
    },
    somebodyGone: 'a deleted user',
    joined: (room, url) => `Welcome! You are now in *${room}*: ${url}`,
    alreadyIn: (room, url) => `You are already in *${room}*: ${url}`,
    unverified: (room, url) => `You are already in *${room}*: ${url} (If it does not open, you are banned from it.)`,
    revoked: (room) => `Revoked. That invite link for *${room}* no longer works.`,
    linkRevoked: 'Revoked. That invite link no longer works.',
    added: (username) => `@${username} is now in this room.`,
    unknownUser: (username) => `There is no user called \`${username}\`.`,
    alreadyHere: (username) => `@${username} is already in this room or banned from it. See the list of members.`,
    notAdded: (username) => `@${username} could not be added to this room.`,
    helpTitle: '*Invite people to this room with a link*',
    helpCreate: (line, room) => `${line} creates a link. For another room, add ${room}.`,
    helpDurations: (durations, uses, short) => `Expires after: ${durations}. How many people: ${uses}. In any order. Short forms: ${short}.`,
    helpList: (line, all) => `${line} shows the links of this room, ${all} those of the workspace (administrators only).`,
    helpUse: (line) => `${line} adds you to the room that a link is for.`,
    helpRevoke: (line) => `${line} revokes a link.`,
    helpAdd: (line) => `${line} adds a person to this room right away.`,
    unclear: (word) => `I don’t understand ${word}, so I did nothing.`,
    understood: (line) => `I did understand ${line}.`,
    didYouMean: (lines) => `Did you mean ${lines}?`,
    or: 'or',
    seeHelp: (line) => `See ${line}.`,
    tooLong: (most) => `That is too long, so I did nothing. A command takes at most ${most} characters.`,
    whichToUse: (line) => `Which link? Type ${line}. Its 16 letters and digits are enough.`,
    whichToRevoke: (line) => `Which link? Type ${line}. Its id from the list works, too.`,
    askOwners: (names) => `Ask ${names}.`,
    askAnOwner: 'Ask an owner of the room.',
    onlyAdministrators: (line) => `Only administrators can list the links of all rooms. For this room: ${line}`,
    neverNotAllowed: (line) => `Links that never expire are not allowed here. Add a duration: ${line}`,
    mostDays: (count, line) => `Links can be valid for at most ${days(count)} here. Try ${line}`,
    mostUses: (count, line) => `Links can have at most ${plural(TAG, count, 'use', 'uses')} here. Try ${line}`,
    badDays: 'That is too far in the future. Try a shorter duration.',
    badUses: 'That is not a valid number of uses.',
    refused: {
        'unauthorized': () => 'You must be logged in to do this.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Your account has no username yet. Choose one first.'
                : reason === 'renamed'
                  ? 'Your username changed while you were joining. Try again.'
                  : 'Something in this request is not valid.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Join this room first. Only its members can create links for it.';
                case 'attributes':
                    return 'Attributes decide who is in this room, so nobody can be invited to it.';
                case 'gone':
                    return 'The room of that link was deleted, or no link leads into it. Ask the person who sent it.';
                default:
                    return 'That room does not exist, or you are not a member of it.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'That room is archived. Nobody can join it until it is unarchived.'
                : 'Invite links work for channels and groups, not for this type of room.',
        'error-invalid-token': () => 'There is no such link. Check that it is complete, or ask the person who sent it for a new one.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'That link has been used up. Ask the person who sent it for a new one.'
                : field === 'expires'
                  ? 'That link has expired. Ask the person who sent it for a new one.'
                  : 'That link no longer works. Ask someone in the room for a new one.',
        'error-user-is-banned': () => 'You are banned from that room. No link can change that, but an owner of the room can.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'In chat, only owners, moderators and leaders of a room can add people by name. The app cannot tell other members from banned people.'
                : reason === 'seeing-links'
                  ? 'Only owners, moderators and leaders of a room can see its links here. The app cannot tell other members from banned people.'
                  : 'In chat, only owners, moderators and leaders of a room can create links for it. There, the app cannot tell other members from banned people.',
        'invalid-invitation-id': () => 'There is no such link. It may have been revoked already.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'You can’t create invite links for this room.'
                : reason === 'removing'
                  ? 'There is no such link, or you cannot revoke it. Its creator, an owner of the room or an administrator can.'
                  : 'You can’t do this here.',
        'method-not-allowed': () => 'This is not possible.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Too many wrong links. Wait ${minutesIn(retryAfter)}, then try again.`
                : reason === 'creating'
                  ? `You have created too many links. Wait ${minutesIn(retryAfter)}, then try again.`
                  : 'Many people are using this link right now. Try again in a minute.',
        'error-internal': () => 'Something went wrong. Try again. An administrator can find the cause in the app’s log.',
    },
    form: {
        title: 'Invite link',
        room: 'Room',
        otherRooms: 'Is the room not in the list? Open “Invite link” in the menu of that room.',
        duration: 'Expires after',
        durationHint: (examples) => `For example ${examples}.`,
        mostDays: (count) => `At most ${days(count)}.`,
        uses: 'Number of people who can use it',
        usesHint: (count, unlimited) => `For example ${count}, or ${unlimited}.`,
        mostUses: (count) => `At most ${count}.`,
        create: 'Create link',
        cancel: 'Cancel',
        done: 'Done',
        copyLink: 'Copy this link and send it to the people you want to invite',
        toList: 'Active links',
        toForm: 'New link',
        newer: 'Newer',
        older: 'Older',
        none: (room) => `*${room}* has no active invite links.`,
        noRoom: 'You can’t create links for your other rooms either.',
        whichRoom: 'Choose a room.',
        noDuration: (example) => `This is not a duration. Enter one such as ${example}.`,
        noUses: (count, unlimited) => `This is not a number of people. Enter one such as ${count}, or ${unlimited}.`,
        neverNotAllowed: (example) => `Links that never expire are not allowed here. Enter a duration such as ${example}.`,
    },
};
