import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { Partially } from '../../translation';
import { TAG } from './counts';

export const APPROVAL: Partially<ApprovalMessages> = {
    asked: (room) => `Votre demande pour rejoindre *${room}* est envoyée. Je vous préviendrai dès qu’une décision sera prise.`,
    deniedBefore: (room) => `Votre demande pour rejoindre *${room}* a été refusée.`,
    needed: 'Une personne qui le gère doit approuver chaque arrivée.',
    onlyFor: (people) => `Il est réservé à : ${people}.`,
    addressesAt: (domain) => `personnes ayant une adresse du domaine ${domain}`,
    role: (name) => `personnes ayant le rôle ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'demande en attente', 'demandes en attente')} : ${command}`,
    listTitle: '*Demandes*',
    emptyList: 'Aucune demande en attente.',
    asks: (person, room, link) => `${person} demande à rejoindre *${room}*${link === '' ? '' : ` avec ${link}`}.`,
    approve: 'Approuver',
    deny: 'Refuser',
    approved: (person, room) => `La demande de ${person} est approuvée : cette personne est dans *${room}*.`,
    denied: (person, room) => `La demande de ${person} pour *${room}* est refusée.`,
    help: (list, approve, deny) => `${list} affiche qui demande à entrer, ${approve} fait entrer une personne, ${deny} la refuse.`,
    helpCreate: (approval, audience) =>
        `Avec ${approval}, vous décidez pour chaque personne. Avec ${audience}, seules ces personnes peuvent l’utiliser.`,
    missing: (command) => `Quelle demande ? Saisissez ${command}. La liste des demandes affiche les identifiants.`,
};

export const NOTICES: Partially<NoticeMessages> = {
    link: (room) => `votre lien d’invitation vers *${room}*`,
    linkById: (name) => `votre lien d’invitation ${name}`,
    labelledLink: (label, room) => `votre lien d’invitation *${label}* vers *${room}*`,
    firstUse: (person, link) => `${person} a rejoint le salon avec ${link}. C’est la première utilisation de ce lien.`,
    joined: (person, link) => `${person} a rejoint le salon avec ${link}.`,
    usedUp: (link) => `Il ne reste aucune utilisation de ${link}. Plus personne ne peut entrer avec ce lien.`,
    endsSoon: (link, moment) => `Bientôt, plus personne ne pourra entrer avec ${link}. Il expire le ${moment}.`,
    suspended: (link, why) => `Personne ne peut entrer avec ${link} pour le moment : ${why}.`,
    youWereApproved: (room, url) => `Votre demande est approuvée. Vous êtes maintenant dans *${room}* : ${url}`,
    youWereDenied: (room) => `Votre demande pour rejoindre *${room}* a été refusée.`,
    extend: 'Prolonger de 7 jours',
    extended: (moment) => `Prolongé. Il expire le ${moment}.`,
};

export const MAIL: Partially<MailMessages> = {
    subject: (person, room) => `${person} vous invite à rejoindre ${room}`,
    invites: (person, room, workspace) => `${person} vous invite à rejoindre ${room}${workspace === '' ? '' : ` sur ${workspace}`}.`,
    howToJoin: 'Pour accepter l’invitation, ouvrez ce lien :',
    expires: (moment) => `Il expire le ${moment}.`,
    onlyFor: (address) =>
        `Le lien fonctionne une fois, et seulement pour ${address}. Il vous faut un compte sur cet espace de travail avec cette adresse vérifiée.`,
    approval: 'Une personne qui gère le salon décide ensuite de vous laisser entrer ou non.',
    unexpected: 'Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer.',
    sent: (room, addresses) => `E-mails envoyés, chacun avec son propre lien vers *${room}* : ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `Adresse non valide, rien n’a été envoyé : ${addresses}`,
        'too-many': (addresses) => `Vous avez créé trop de liens au cours de la dernière heure, rien n’a été envoyé : ${addresses}`,
        'not-sent': (addresses) => `L’e-mail n’a pas pu être envoyé. Réessayez : ${addresses}`,
    },
    missing: (command) => `À qui ? Saisissez ${command}`,
    help: (command) => `${command} envoie un lien par e-mail. Il fonctionne une fois, et seulement pour cette adresse.`,
};

export const AUDIT: Partially<AuditMessages> = {
    created: (person, room, id, terms) => `${person} a créé un lien d’invitation vers ${room} (${id}) : ${terms}.`,
    joined: (person, room, invite, count) => `${person} a rejoint ${room} avec ${invite} : ${count}.`,
    edited: (person, room, invite, terms) => `${person} a modifié ${invite} vers ${room}. Désormais : ${terms}.`,
    paused: 'en pause',
    resumed: 'n’est plus en pause',
    rotated: (person, room, invite) => `${person} a remplacé le jeton de ${invite} vers ${room}. L’ancien lien ne fonctionne plus.`,
    revoked: (person, room, invite) => `${person} a révoqué ${invite} vers ${room}.`,
    bannedFromUsing: (person, room, invite) => `${person} est banni de ${room} et a essayé d’utiliser ${invite}.`,
    bannedFromCreating: (person, room) => `${person} est banni de ${room} et a essayé d’y créer un lien d’invitation.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} est entré dans ${room} à la place de ${person}, qui a cédé son nom d’utilisateur en rejoignant le salon. ${isRemoved ? 'L’application l’a retiré aussitôt.' : 'L’application n’a pas pu le retirer. Retirez-le maintenant.'} S’il en était banni, le bannissement est levé : bannissez-le de nouveau.`,
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
