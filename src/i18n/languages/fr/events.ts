import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { Partially } from '../../translation';
import { TAG } from './counts';

export const APPROVAL: Partially<ApprovalMessages> = {
    asked: (room) => `Votre demande pour rejoindre *${room}* est envoyée. Je vous préviendrai dès qu’elle sera décidée.`,
    deniedBefore: (room) => `Votre demande pour rejoindre *${room}* a été refusée.`,
    needed: 'Une personne qui le gère doit approuver chaque arrivée.',
    onlyFor: (people) => `Il est réservé à : ${people}.`,
    addressesAt: (domain) => `personnes avec une adresse en ${domain}`,
    role: (name) => `personnes ayant le rôle ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'demande en attente', 'demandes en attente')} : ${command}`,
    listTitle: '*Demandes*',
    emptyList: 'Aucune demande ne vous attend.',
    asks: (person, room, link) => `${person} demande à rejoindre *${room}*${link === '' ? '' : ` avec ${link}`}.`,
    approve: 'Approuver',
    deny: 'Refuser',
    approved: (person, room) => `La demande de ${person} est approuvée : cette personne est dans *${room}*.`,
    denied: (person, room) => `La demande de ${person} pour *${room}* est refusée.`,
    help: (list, approve, deny) => `${list} montre qui demande à entrer, ${approve} fait entrer une personne, ${deny} non.`,
    helpCreate: (approval, audience) =>
        `Avec ${approval}, vous décidez pour chaque personne. Avec ${audience}, seules ces personnes peuvent l’utiliser.`,
    missing: (command) => `Quelle demande ? Saisissez ${command}. La liste des demandes montre les identifiants.`,
};

export const NOTICES: Partially<NoticeMessages> = {
    link: (room) => `votre lien d’invitation vers *${room}*`,
    linkById: (name) => `votre lien d’invitation ${name}`,
    labelledLink: (label, room) => `votre lien d’invitation *${label}* vers *${room}*`,
    firstUse: (person, link) => `${person} est arrivé avec ${link}. C’est sa première utilisation.`,
    joined: (person, link) => `${person} est arrivé avec ${link}.`,
    usedUp: (link) => `Toutes les utilisations sont prises pour ${link}. Plus personne ne peut entrer avec lui.`,
    endsSoon: (link, moment) => `Expire bientôt, ${moment} : ${link}.`,
    suspended: (link, why) => `Ne fonctionne plus : ${link} (${why}).`,
    youWereApproved: (room, url) => `Votre demande est approuvée. Vous êtes maintenant dans *${room}* : ${url}`,
    youWereDenied: (room) => `Votre demande pour rejoindre *${room}* a été refusée.`,
    extend: 'Prolonger de 7 jours',
    extended: (moment) => `Prolongé. Il expire : ${moment}.`,
};

export const MAIL: Partially<MailMessages> = {
    subject: (person, room) => `${person} vous invite à rejoindre ${room}`,
    invites: (person, room, workspace) => `${person} vous invite à rejoindre ${room}${workspace === '' ? '' : ` sur ${workspace}`}.`,
    howToJoin: 'Pour rejoindre, ouvrez ce lien :',
    expires: (moment) => `Il expire le ${moment}.`,
    onlyFor: (address) =>
        `Le lien fonctionne une fois, et seulement pour ${address}. Il vous faut un compte sur cet espace de travail avec cette adresse vérifiée.`,
    approval: 'Ensuite, une personne qui gère le salon décide de vous laisser entrer.',
    unexpected: 'Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer.',
    sent: (room, addresses) => `Envoyé par e-mail, chacun avec son propre lien vers *${room}* : ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `Adresse non valide, rien n’a été envoyé : ${addresses}`,
        'too-many': (addresses) => `Vous avez créé trop de liens dans la dernière heure, rien n’a été envoyé : ${addresses}`,
        'not-sent': (addresses) => `L’e-mail n’a pas pu être envoyé. Réessayez : ${addresses}`,
    },
    missing: (command) => `À qui ? Saisissez ${command}`,
    help: (command) => `${command} envoie un lien par e-mail. Il fonctionne une fois, et seulement pour cette adresse.`,
};

export const AUDIT: Partially<AuditMessages> = {
    created: (person, room, id, terms) => `${person} a créé un lien d’invitation pour ${room} (${id}) : ${terms}.`,
    joined: (person, room, invite, count) => `${person} a rejoint ${room} avec ${invite} : ${count}.`,
    edited: (person, room, invite, terms) => `${person} a modifié ${invite} pour ${room}. Désormais : ${terms}.`,
    paused: 'en pause',
    resumed: 'plus en pause',
    rotated: (person, room, invite) => `${person} a remplacé le jeton de ${invite} pour ${room}. L’ancien lien ne fonctionne plus.`,
    revoked: (person, room, invite) => `${person} a révoqué ${invite} pour ${room}.`,
    bannedFromUsing: (person, room, invite) => `${person} est banni de ${room} et a essayé d’utiliser ${invite}.`,
    bannedFromCreating: (person, room) => `${person} est banni de ${room} et a essayé de créer un lien d’invitation.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} est entré dans ${room} à la place de ${person}, qui a cédé son nom d’utilisateur en rejoignant le salon. ${isRemoved ? 'L’application l’a retiré aussitôt.' : 'L’application n’a pas pu le retirer. Retirez-le maintenant.'} S’il y était banni, le bannissement est levé : bannissez-le de nouveau.`,
    approved: (manager, person, room, invite) => `${manager} a approuvé ${person} pour ${room} avec ${invite}.`,
    denied: (manager, person, room, invite) => `${manager} a refusé ${person} pour ${room} avec ${invite}.`,
    settingChanged: (label, value) => `Le paramètre ${label} vaut désormais ${value}.`,
    inviteOf: (creator, id) => `le lien d’invitation de ${creator} (${id})`,
    validFor: (duration) => `valable ${duration}`,
    neverExpires: 'n’expire jamais',
    forPeople: (people) => `pour ${people}`,
    forAnyNumber: 'pour un nombre illimité de personnes',
    usesOf: (uses, maxUses) => `${uses} sur ${countedNoun(TAG, maxUses, 'utilisation', 'utilisations')}`,
    usesSoFar: (uses) => `${countedNoun(TAG, uses, 'utilisation', 'utilisations')} jusqu’ici`,
};
