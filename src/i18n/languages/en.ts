import { countedNoun, Messages } from '../messages';
import { minutesToWait } from '../minutesToWait';
import { PageMessages } from '../pageMessages';

const TAG = 'en';

const minutes = (count: number): string => countedNoun(TAG, count, 'minute', 'minutes');
const minutesIn = (seconds: number | undefined): string => minutes(minutesToWait(seconds));
const hours = (count: number): string => countedNoun(TAG, count, 'hour', 'hours');
const days = (count: number): string => countedNoun(TAG, count, 'day', 'days');
const times = (count: number): string => countedNoun(TAG, count, 'time', 'times');

export const ENGLISH: Messages = {
    tag: TAG,
    vocabulary: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => countedNoun(TAG, count, 'week', 'weeks') },
        never: 'never',
        uses: (count) => countedNoun(TAG, count, 'person', 'people'),
        unlimited: 'unlimited',
        link: '<link>',
        user: '@user',
        room: '#room',
    },
    created: (room) => `Here is your invite link for *${room}*. Anyone with an account here can join:`,
    alreadyCreated: (room, since) =>
        `You already have this link for *${room}*, created ${since}. Its expiry has not changed. To get a new link, revoke this one first:`,
    today: 'today',
    onDay: (day) => `on ${day}`,
    expires: (left, moment) => `It expires in ${left}, on ${moment}.`,
    neverExpires: 'It never expires.',
    seatsLeft: (left, seats) => `${left} of ${countedNoun(TAG, seats, 'use', 'uses')} left.`,
    unlimitedUses: (uses) =>
        uses === 0
            ? 'Any number of people can use it.'
            : `Any number of people can use it. So far, ${uses} ${uses === 1 ? 'person has' : 'people have'}.`,
    howToRevoke: (command) => `To revoke it: ${command}`,
    revoke: 'Revoke',
    minutes,
    hours,
    days,
    roomListTitle: (room) => `*Invite links for ${room}*`,
    ownListTitle: '*Your invite links for this room*',
    workspaceListTitle: '*All invite links of the workspace*',
    emptyRoomList: (room, command) => `*${room}* has no active invite links. Create one: ${command}`,
    emptyOwnList: 'You have no active invite links for this room.',
    emptyWorkspaceList: 'This workspace has no active invite links.',
    ended: (count) => `${countedNoun(TAG, count, 'link has', 'links have')} expired or been used up.`,
    seeMore: (shown, all, command) => `These are ${shown} of ${all}. More: ${command}`,
    listExpires: (left, moment) => `expires in ${left} (${moment})`,
    listNeverExpires: 'never expires',
    usedBy: (uses, maxUses) => (maxUses === 0 ? `used ${times(uses)}, no limit` : `used ${uses}/${maxUses}`),
    createdBy: (creator) => `created by ${creator}`,
    forRoom: (room) => `for *${room}*`,
    suspendedBecause: (why) => `suspended: ${why}`,
    suspended: {
        'creator-gone': 'its creator’s account was deleted',
        'creator-deactivated': 'its creator’s account is deactivated',
        'creator-left': 'its creator has left the room',
        'creator-may-not': 'its creator can no longer create links here',
        'room-archived': 'the room is archived',
    },
    deletedUser: 'a deleted user',
    joined: (room, url) => `Welcome! You are now in *${room}*: ${url}`,
    alreadyMember: (room, url) => `You are already in *${room}*: ${url}`,
    unverified: (room, url) => `You’re already in *${room}*: ${url} If it doesn’t open, ask an owner of the room.`,
    revoked: (room) => `Revoked. That invite link for *${room}* no longer works.`,
    linkRevoked: 'Revoked. That invite link no longer works.',
    added: (username) => `@${username} is now in this room.`,
    unknownUser: (username) => `There is no user called \`${username}\`.`,
    alreadyHere: (username) => `@${username} is already in this room. If the list of members does not show them, ask an owner.`,
    notAdded: (username) => `@${username} could not be added to this room.`,
    helpTitle: '*Invite people to this room with a link*',
    helpCreate: (command, room) => `${command} creates a link. For another room, add ${room}.`,
    helpDurations: (durations, uses, short) => `Expires after: ${durations}. How many people: ${uses}. In any order. Short forms: ${short}.`,
    helpList: (command, all) => `${command} shows the links of this room, ${all} those of the workspace (administrators only).`,
    helpUse: (command) => `${command} adds you to the room that a link is for.`,
    helpRevoke: (command) => `${command} revokes a link.`,
    helpAdd: (command) => `${command} adds a person to this room right away.`,
    unclear: (word) => `I don’t understand ${word}, so I did nothing.`,
    understood: (command) => `I did understand ${command}.`,
    didYouMean: (commands) => `Did you mean ${commands}?`,
    or: 'or',
    seeHelp: (command) => `See ${command}.`,
    tooLong: (maxCharacters) => `That is too long, so I did nothing. A command takes at most ${maxCharacters} characters.`,
    missingLinkToUse: (command) => `Which link? Type ${command}. Its 16 letters and digits are enough.`,
    missingLinkToRevoke: (command) => `Which link? Type ${command}. Its id from the list works, too.`,
    askOwners: (names) => `Ask ${names}.`,
    askAnOwner: 'Ask an owner of the room.',
    onlyAdministrators: (command) => `Only administrators can list the links of all rooms. For this room: ${command}`,
    neverNotAllowed: (command) => `Links that never expire are not allowed here. Add a duration: ${command}`,
    maxDays: (max, command) => `Links can be valid for at most ${days(max)} here. Try ${command}`,
    maxUses: (max, command) => `Links can have at most ${countedNoun(TAG, max, 'use', 'uses')} here. Try ${command}`,
    invalidDays: 'That is too far in the future. Try a shorter duration.',
    invalidUses: 'That is not a valid number of uses.',
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
                : reason === 'federated'
                  ? 'Rooms that are shared with other servers cannot have invite links.'
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
    modal: {
        title: 'Invite link',
        room: 'Room',
        otherRooms: 'Is the room not in the list? Open “Invite link” in the menu of that room.',
        duration: 'Expires after',
        durationHint: (examples) => `For example ${examples}.`,
        maxDaysHint: (max) => `At most ${days(max)}.`,
        uses: 'Number of people who can use it',
        usesHint: (count, unlimited) => `For example ${count}, or ${unlimited}.`,
        maxUsesHint: (max) => `At most ${max}.`,
        create: 'Create link',
        cancel: 'Cancel',
        done: 'Done',
        copyLink: 'Copy this link and send it to the people you want to invite',
        showList: 'Active links',
        newLink: 'New link',
        newer: 'Newer',
        older: 'Older',
        emptyList: (room) => `*${room}* has no active invite links.`,
        noRooms: 'You can’t create links for your other rooms either.',
        missingRoom: 'Choose a room.',
        invalidDuration: (example) => `This is not a duration. Enter one such as ${example}.`,
        invalidUses: (count, unlimited) => `This is not a number of people. Enter one such as ${count}, or ${unlimited}.`,
        neverNotAllowed: (example) => `Links that never expire are not allowed here. Enter a duration such as ${example}.`,
    },
    audit: {
        created: (person, room, id, terms) => `${person} created an invite link for ${room} (${id}): ${terms}.`,
        joined: (person, room, invite, count) => `${person} joined ${room} with ${invite}: ${count}.`,
        edited: (person, room, invite, terms) => `${person} changed ${invite} for ${room}. It is now ${terms}.`,
        paused: 'paused',
        resumed: 'no longer paused',
        rotated: (person, room, invite) => `${person} replaced the token of ${invite} for ${room}. The former link no longer works.`,
        revoked: (person, room, invite) => `${person} revoked ${invite} for ${room}.`,
        bannedFromUsing: (person, room, invite) => `${person} is banned from ${room} and tried to use ${invite}.`,
        bannedFromCreating: (person, room) => `${person} is banned from ${room} and tried to create an invite link for it.`,
        intruded: (intruder, room, person, isRemoved) =>
            `${intruder} joined ${room} in place of ${person}, who gave away their username while joining. ${isRemoved ? 'The app removed them again.' : 'The app could not remove them. Remove them now.'} If they were banned there, the ban is lifted: ban them again.`,
        settingChanged: (label, value) => `The setting ${label} is now ${value}.`,
        inviteOf: (creator, id) => `${creator}’s invite link (${id})`,
        validFor: (duration) => `valid for ${duration}`,
        neverExpires: 'never expires',
        forPeople: (people) => `for ${people}`,
        forAnyNumber: 'for any number of people',
        usesOf: (uses, maxUses) => `${uses} of ${countedNoun(TAG, maxUses, 'use', 'uses')}`,
        usesSoFar: (uses) => `${countedNoun(TAG, uses, 'use', 'uses')} so far`,
    },
    settingLabels: {
        Create_Roles: 'Roles that can create links',
        Manage_Roles: 'Roles that can list and revoke all links',
        Add_User_Roles: 'Roles that can add people by name',
        Default_Duration: 'Default validity',
        Default_Uses: 'Default number of uses',
        Max_Days: 'Maximum validity in days',
        Max_Uses: 'Maximum uses per link',
        Allow_Never_Expiring: 'Allow links that never expire',
        Max_Created_Per_Hour: 'Maximum new links per person and hour',
        Creator_Must_Stay: 'Suspend links when their creator leaves',
        Keep_Ended_Days: 'Days to keep ended links',
        Keep_History_Days: 'Days to keep the history of links',
        Link_Address: 'Base address of links',
        Find_Or_Create_As_List: 'Return findOrCreateInvite as an array',
        Take_Over_Invite: 'Replace the built-in /invite',
        Ask_About_Bans: 'Check bans through the REST API',
        Audit_Room: 'Audit room',
    },
};

/** Apart from the other messages, so that the page's bundle holds only these. */
export const ENGLISH_PAGE: PageMessages = {
    lookingUp: 'Looking up the invite…',
    invites: '{person} invites you to',
    invited: 'You are invited to',
    until: 'This invite link expires on {moment}.',
    always: 'This invite link never expires.',
    publicRoom: 'Public room',
    privateRoom: 'Private room',
    join: 'Join',
    joining: 'Joining…',
    joined: 'You’re in!',
    going: 'Opening {room}…',
    member: 'You are already in {room}',
    open: 'Open the room',
    logIn: 'Log in to see your invite',
    logInWhy: 'No account yet? Create one on the login page, if this workspace allows it. Once you are logged in, this page continues by itself.',
    loggedOut: 'You are no longer logged in here. Once you log in again, this page continues by itself.',
    logInHere: 'Log in',
    waiting: 'Finish logging in on the other tab',
    waitingWhy: 'Once you are logged in there, this page continues by itself.',
    logInAgain: 'Open the login page again',
    newTab: '(opens a new tab)',
    inApp: 'Using the Rocket.Chat app? Send this there, in any room:',
    expired: 'This invite link has expired',
    askForNew: 'Ask the person who sent it for a new one.',
    ended: 'This invite link no longer works',
    endedWhy: 'Ask someone in the room for a new one.',
    archived: 'This room is archived',
    archivedWhy: 'Nobody can join an archived room. Ask the person who sent you the link.',
    withoutUsername: 'Choose a username first',
    withoutUsernameWhy: 'Your account has no username yet. Open the workspace, choose one and come back.',
    usedUp: 'This invite link has been used up',
    usedUpWhy: 'It has reached its maximum number of uses. Ask the person who sent it for a new one.',
    unknown: 'There is no such invite link',
    unknownWhy: 'It is incomplete, it was revoked, or its room was deleted. Ask the person who sent it for a new one.',
    over: 'This invite link does not work',
    overWhy: 'It is incomplete, expired, used up or revoked. Ask the person who sent it for a new one.',
    banned: 'You are banned from this room',
    bannedWhy: 'No invite link can change that. Only an owner of the room can lift the ban.',
    unsure: 'You are already in this room',
    unsureWhy: 'If it does not open, ask an owner of the room.',
    workspace: 'Open the workspace',
    tooMany: 'Too many attempts',
    tooManyWhy: 'Try again in {minutes}.',
    down: 'The workspace is not responding',
    downWhy: 'You may be offline, or the workspace is busy. Try again in a moment.',
    again: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    closed: 'This room no longer accepts invite links',
    closedWhy: 'The type of the room has changed. Ask the person who sent you the link.',
};
