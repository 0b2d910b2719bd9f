import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { TAG } from './counts';

export const APPROVAL: ApprovalMessages = {
    asked: (room) => `Your request to join *${room}* was sent. You will hear from me once it is decided.`,
    deniedBefore: (room) => `Your request to join *${room}* was denied.`,
    needed: 'A manager must approve each person.',
    onlyFor: (people) => `It is only for ${people}.`,
    addressesAt: (domain) => `people with an address at ${domain}`,
    role: (name) => `people with the role ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'request is waiting', 'requests are waiting')}: ${command}`,
    listTitle: '*Requests to join*',
    emptyList: 'No requests are waiting for you.',
    asks: (person, room, link) => `${person} asks to join *${room}*${link === '' ? '' : ` with ${link}`}.`,
    approve: 'Approve',
    deny: 'Deny',
    approved: (person, room) => `${person} was approved and is in *${room}*.`,
    denied: (person, room) => `${person} was denied access to *${room}*.`,
    help: (list, approve, deny) => `${list} shows who asks to join. ${approve} lets a person in, and ${deny} turns them away.`,
    helpCreate: (approval, audience) => `With ${approval}, you decide about each person. With ${audience}, only these people can use it.`,
    missing: (command) => `Which request? Type ${command}. The list of requests shows the ids.`,
};

export const NOTICES: NoticeMessages = {
    link: (room) => `your invite link for *${room}*`,
    linkById: (name) => `your invite link ${name}`,
    labelledLink: (label, room) => `your invite link *${label}* for *${room}*`,
    firstUse: (person, link) => `${person} joined with ${link}. That is its first use.`,
    joined: (person, link) => `${person} joined with ${link}.`,
    usedUp: (link) => `All uses of ${link} are taken. Nobody else can join with it.`,
    endsSoon: (link, moment) => `Soon, nobody will be able to join with ${link}. It expires on ${moment}.`,
    suspended: (link, why) => `Nobody can join with ${link} at the moment: ${why}.`,
    youWereApproved: (room, url) => `Your request was approved. You are now in *${room}*: ${url}`,
    youWereDenied: (room) => `Your request to join *${room}* was denied.`,
    extend: 'Extend by 7 days',
    extended: (moment) => `Extended. It expires on ${moment}.`,
};

export const MAIL: MailMessages = {
    subject: (person, room) => `${person} invites you to ${room}`,
    invites: (person, room, workspace) => `${person} invites you to ${room}${workspace === '' ? '' : ` on ${workspace}`}.`,
    howToJoin: 'To join, open this link:',
    expires: (moment) => `It expires on ${moment}.`,
    onlyFor: (address) => `The link works once, and only for ${address}. You need an account in this workspace with that verified address.`,
    approval: 'A manager of the room then decides whether to let you in.',
    unexpected: 'If you did not expect this e-mail, you can ignore it.',
    sent: (room, addresses) => `Sent by e-mail, each with a link of its own to *${room}*: ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `Not a valid address, so nothing was sent: ${addresses}`,
        'too-many': (addresses) => `You have created too many links in the last hour, so nothing was sent: ${addresses}`,
        'not-sent': (addresses) => `The e-mail could not be sent. Try again: ${addresses}`,
    },
    missing: (command) => `To whom? Type ${command}`,
    help: (command) => `${command} sends a link by e-mail. It works once, and only for that address.`,
};

export const AUDIT: AuditMessages = {
    created: (person, room, id, terms) => `${person} created an invite link for ${room} (${id}): ${terms}.`,
    joined: (person, room, invite, count) => `${person} joined ${room} with ${invite}: ${count}.`,
    edited: (person, room, invite, terms) => `${person} changed ${invite} for ${room}. Now: ${terms}.`,
    paused: 'paused',
    resumed: 'no longer paused',
    rotated: (person, room, invite) => `${person} replaced the token of ${invite} for ${room}. The old link no longer works.`,
    revoked: (person, room, invite) => `${person} revoked ${invite} for ${room}.`,
    bannedFromUsing: (person, room, invite) => `${person} is banned from ${room} and tried to use ${invite}.`,
    bannedFromCreating: (person, room) => `${person} is banned from ${room} and tried to create an invite link for it.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} joined ${room} in place of ${person}, who gave away their username while joining. ${isRemoved ? 'The app removed them again.' : 'The app could not remove them. Remove them now.'} If they were banned there, the ban is lifted: ban them again.`,
    approved: (manager, person, room, invite) => `${manager} approved ${person} for ${room} with ${invite}.`,
    denied: (manager, person, room, invite) => `${manager} denied ${person} for ${room} with ${invite}.`,
    settingChanged: (label, value) => `The setting ${label} is now ${value}.`,
    inviteOf: (creator, id) => `${creator}’s invite link (${id})`,
    validFor: (duration) => `valid for ${duration}`,
    neverExpires: 'never expires',
    forPeople: (people) => `for ${people}`,
    forAnyNumber: 'for any number of people',
    usesOf: (uses, maxUses) => `${uses} of ${countedNoun(TAG, maxUses, 'use', 'uses')}`,
    usesSoFar: (uses) => `${countedNoun(TAG, uses, 'use', 'uses')} so far`,
};
