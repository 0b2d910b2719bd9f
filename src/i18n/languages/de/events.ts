import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { Partially } from '../../translation';
import { TAG, withClock } from './counts';

export const APPROVAL: Partially<ApprovalMessages> = {
    asked: (room) => `Deine Anfrage für *${room}* ist abgeschickt. Sobald darüber entschieden ist, erfährst du es von mir.`,
    deniedBefore: (room) => `Deine Anfrage für *${room}* wurde abgelehnt.`,
    needed: 'Wer ihn verwaltet, muss jede Person freigeben.',
    onlyFor: (people) => `Er ist nur für ${people}.`,
    addressesAt: (domain) => `Personen mit einer Adresse bei ${domain}`,
    role: (name) => `Personen mit der Rolle ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'Anfrage wartet', 'Anfragen warten')}: ${command}`,
    listTitle: '*Beitrittsanfragen*',
    emptyList: 'Keine Anfrage wartet auf dich.',
    asks: (person, room, link) => `${person} möchte *${room}* beitreten${link === '' ? '' : ` (Link: ${link})`}.`,
    approve: 'Freigeben',
    deny: 'Ablehnen',
    approved: (person, room) => `${person} ist freigegeben und jetzt in *${room}*.`,
    denied: (person, room) => `Die Anfrage von ${person} für *${room}* ist abgelehnt.`,
    help: (list, approve, deny) => `${list} zeigt, wer beitreten möchte, ${approve} lässt eine Person hinein, ${deny} nicht.`,
    helpCreate: (approval, audience) =>
        `Mit ${approval} entscheidest du über jede Person. Mit ${audience} können nur diese Personen den Link nutzen.`,
    missing: (command) => `Welche Anfrage? Gib ${command} ein. Die Liste der Anfragen zeigt die IDs.`,
};

export const NOTICES: Partially<NoticeMessages> = {
    link: (room) => `deinem Einladungslink für *${room}*`,
    linkById: (name) => `deinem Einladungslink ${name}`,
    labelledLink: (label, room) => `deinem Einladungslink *${label}* für *${room}*`,
    firstUse: (person, link) => `${person} ist mit ${link} beigetreten. Das ist die erste Nutzung.`,
    joined: (person, link) => `${person} ist mit ${link} beigetreten.`,
    usedUp: (link) => `Mit ${link} kann niemand mehr beitreten: Alle Nutzungen sind vergeben.`,
    endsSoon: (link, moment) => `Mit ${link} kann bald niemand mehr beitreten: Er läuft am ${withClock(moment)} ab.`,
    suspended: (link, why) => `Mit ${link} kann gerade niemand beitreten: ${why}.`,
    youWereApproved: (room, url) => `Deine Anfrage wurde angenommen. Du bist jetzt in *${room}*: ${url}`,
    youWereDenied: (room) => `Deine Anfrage für *${room}* wurde abgelehnt.`,
    extend: 'Um 7 Tage verlängern',
    extended: (moment) => `Verlängert. Er läuft am ${withClock(moment)} ab.`,
};

export const MAIL: Partially<MailMessages> = {
    subject: (person, room) => `${person} lädt dich in ${room} ein`,
    invites: (person, room, workspace) => `${person} lädt dich in ${room}${workspace === '' ? '' : ` auf ${workspace}`} ein.`,
    howToJoin: 'Um beizutreten, öffne diesen Link:',
    expires: (moment) => `Er läuft am ${withClock(moment)} ab.`,
    onlyFor: (address) =>
        `Der Link gilt einmal und nur für ${address}. Du brauchst in diesem Arbeitsbereich ein Konto mit dieser bestätigten Adresse.`,
    approval: 'Danach entscheidet eine Person, die den Raum verwaltet, ob du hineinkommst.',
    unexpected: 'Wenn du diese E-Mail nicht erwartet hast, kannst du sie ignorieren.',
    sent: (room, addresses) => `Per E-Mail gesendet, jeweils mit einem eigenen Link für *${room}*: ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `Keine gültige Adresse, deshalb nicht gesendet: ${addresses}`,
        'too-many': (addresses) => `Du hast in der letzten Stunde zu viele Links erstellt, deshalb nicht gesendet: ${addresses}`,
        'not-sent': (addresses) => `Die E-Mail konnte nicht gesendet werden. Versuche es noch einmal: ${addresses}`,
    },
    missing: (command) => `An wen? Gib ${command} ein.`,
    help: (command) => `${command} sendet einen Link per E-Mail. Er gilt einmal und nur für diese Adresse.`,
};

export const AUDIT: Partially<AuditMessages> = {
    created: (person, room, id, terms) => `${person} hat einen Einladungslink für ${room} erstellt (${id}): ${terms}.`,
    joined: (person, room, invite, count) => `${person} ist ${room} mit dem ${invite} beigetreten: ${count}.`,
    edited: (person, room, invite, terms) => `${person} hat den ${invite} für ${room} geändert. Jetzt: ${terms}.`,
    paused: 'angehalten',
    resumed: 'nicht mehr angehalten',
    rotated: (person, room, invite) => `${person} hat dem ${invite} für ${room} ein neues Token gegeben. Der bisherige Link funktioniert nicht mehr.`,
    revoked: (person, room, invite) => `${person} hat den ${invite} für ${room} widerrufen.`,
    bannedFromUsing: (person, room, invite) => `${person} ist für ${room} gesperrt und hat versucht, den ${invite} zu nutzen.`,
    bannedFromCreating: (person, room) => `${person} ist für ${room} gesperrt und hat versucht, einen Einladungslink dafür zu erstellen.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} ist anstelle von ${person} in ${room} gelangt, weil ${person} den Benutzernamen beim Beitreten abgegeben hat. ${isRemoved ? `Die App hat ${intruder} wieder entfernt.` : `Die App konnte ${intruder} nicht entfernen. Hole das jetzt nach.`} Falls ${intruder} dort gesperrt war, ist die Sperre aufgehoben: Sperre die Person erneut.`,
    approved: (manager, person, room, invite) => `${manager} hat ${person} für ${room} freigegeben, mit dem ${invite}.`,
    denied: (manager, person, room, invite) => `${manager} hat ${person} für ${room} abgelehnt, mit dem ${invite}.`,
    settingChanged: (label, value) => `Die Einstellung ${label} ist jetzt ${value}.`,
    inviteOf: (creator, id) => `Einladungslink von ${creator} (${id})`,
    validFor: (duration) => `gültig für ${duration}`,
    neverExpires: 'läuft nie ab',
    forPeople: (people) => `für ${people}`,
    forAnyNumber: 'für beliebig viele Personen',
    usesOf: (uses, maxUses) => `${uses} von ${countedNoun(TAG, maxUses, 'Nutzung', 'Nutzungen')}`,
    usesSoFar: (uses) => `bisher ${countedNoun(TAG, uses, 'Nutzung', 'Nutzungen')}`,
};
