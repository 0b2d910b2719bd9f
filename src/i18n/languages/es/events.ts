import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { Partially } from '../../translation';
import { TAG } from './counts';

export const APPROVAL: Partially<ApprovalMessages> = {
    asked: (room) => `Tu solicitud para unirte a *${room}* se ha enviado. Te avisaré cuando se resuelva.`,
    deniedBefore: (room) => `Tu solicitud para unirte a *${room}* fue rechazada.`,
    needed: 'Alguien que lo gestione debe aprobar a cada persona.',
    onlyFor: (people) => `Es solo para ${people}.`,
    addressesAt: (domain) => `personas con una dirección de ${domain}`,
    role: (name) => `personas con el rol ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'solicitud pendiente', 'solicitudes pendientes')}: ${command}`,
    listTitle: '*Solicitudes*',
    emptyList: 'No tienes solicitudes pendientes.',
    asks: (person, room, link) => `${person} pide unirse a *${room}*${link === '' ? '' : ` con el enlace ${link}`}.`,
    approve: 'Aprobar',
    deny: 'Rechazar',
    approved: (person, room) => `Solicitud aprobada: ${person} ya está en *${room}*.`,
    denied: (person, room) => `La solicitud de ${person} para unirse a *${room}* fue rechazada.`,
    help: (list, approve, deny) => `${list} muestra quién pide unirse, ${approve} deja entrar a una persona y ${deny} la rechaza.`,
    helpCreate: (approval, audience) => `Con ${approval}, decides tú sobre cada persona. Con ${audience}, solo esas personas pueden usar el enlace.`,
    missing: (command) => `¿Qué solicitud? Escribe ${command}. La lista de solicitudes muestra los id.`,
};

export const NOTICES: Partially<NoticeMessages> = {
    link: (room) => `tu enlace de invitación a *${room}*`,
    linkById: (name) => `tu enlace de invitación ${name}`,
    labelledLink: (label, room) => `tu enlace de invitación *${label}* a *${room}*`,
    firstUse: (person, link) => `${person} se unió con ${link}. Es su primer uso.`,
    joined: (person, link) => `${person} se unió con ${link}.`,
    usedUp: (link) => `Se agotaron los usos de ${link}. Nadie más puede unirse con él.`,
    endsSoon: (link, moment) => `Dentro de poco, nadie podrá unirse con ${link}. Caduca el ${moment}.`,
    suspended: (link, why) => `De momento, nadie puede unirse con ${link}: ${why}.`,
    youWereApproved: (room, url) => `Tu solicitud fue aprobada. Ya estás en *${room}*: ${url}`,
    youWereDenied: (room) => `Tu solicitud para unirte a *${room}* fue rechazada.`,
    extend: 'Ampliar 7 días',
    extended: (moment) => `Ampliado. Caduca el ${moment}.`,
};

export const MAIL: Partially<MailMessages> = {
    subject: (person, room) => `${person} te invita a ${room}`,
    invites: (person, room, workspace) => `${person} te invita a ${room}${workspace === '' ? '' : ` en ${workspace}`}.`,
    howToJoin: 'Para unirte, abre este enlace:',
    expires: (moment) => `Caduca el ${moment}.`,
    onlyFor: (address) =>
        `El enlace funciona una vez y solo para ${address}. Necesitas una cuenta en este espacio de trabajo con esa dirección verificada.`,
    approval: 'Después, una persona que gestiona la sala decide si te deja entrar.',
    unexpected: 'Si no esperabas este correo, puedes ignorarlo.',
    sent: (room, addresses) => `Correos enviados, cada uno con su propio enlace a *${room}*: ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `No es una dirección válida, así que no se envió nada: ${addresses}`,
        'too-many': (addresses) => `Has creado demasiados enlaces en la última hora, así que no se envió nada: ${addresses}`,
        'not-sent': (addresses) => `No se pudo enviar el correo. Inténtalo de nuevo: ${addresses}`,
    },
    missing: (command) => `¿A quién? Escribe ${command}`,
    help: (command) => `${command} envía un enlace por correo. Funciona una vez y solo para esa dirección.`,
};

export const AUDIT: Partially<AuditMessages> = {
    created: (person, room, id, terms) => `${person} creó un enlace de invitación para ${room} (${id}): ${terms}.`,
    joined: (person, room, invite, count) => `${person} se unió a ${room} con ${invite}: ${count}.`,
    edited: (person, room, invite, terms) => `${person} cambió ${invite} para ${room}. Ahora: ${terms}.`,
    paused: 'en pausa',
    resumed: 'reanudado',
    rotated: (person, room, invite) => `${person} reemplazó ${invite} para ${room}: tiene un token nuevo. El enlace anterior ya no funciona.`,
    revoked: (person, room, invite) => `${person} revocó ${invite} para ${room}.`,
    bannedFromUsing: (person, room, invite) => `${person} tiene bloqueado el acceso a ${room} e intentó usar ${invite}.`,
    bannedFromCreating: (person, room) => `${person} tiene bloqueado el acceso a ${room} e intentó crear un enlace de invitación a esa sala.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} entró en ${room} en lugar de ${person}, que cedió su nombre de usuario al entrar. ${isRemoved ? 'La aplicación ya ha expulsado esa cuenta.' : 'La aplicación no pudo expulsar esa cuenta. Expúlsala ahora.'} Si tenía bloqueado el acceso, el bloqueo se ha levantado: vuelve a bloquearla.`,
    approved: (manager, person, room, invite) => `${manager} aprobó la solicitud de ${person} para unirse a ${room} con ${invite}.`,
    denied: (manager, person, room, invite) => `${manager} rechazó la solicitud de ${person} para unirse a ${room} con ${invite}.`,
    settingChanged: (label, value) => `El ajuste ${label} es ahora ${value}.`,
    inviteOf: (creator, id) => `el enlace de invitación de ${creator} (${id})`,
    validFor: (duration) => `válido durante ${duration}`,
    neverExpires: 'no caduca nunca',
    forPeople: (people) => `para ${people}`,
    forAnyNumber: 'para cualquier número de personas',
    usesOf: (uses, maxUses) => `${uses} de ${countedNoun(TAG, maxUses, 'uso', 'usos')}`,
    usesSoFar: (uses) => `${countedNoun(TAG, uses, 'uso', 'usos')} hasta ahora`,
};
