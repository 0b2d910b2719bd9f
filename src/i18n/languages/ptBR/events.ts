import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { Partially } from '../../translation';
import { TAG } from './counts';

export const APPROVAL: Partially<ApprovalMessages> = {
    asked: (room) => `Seu pedido para entrar em *${room}* foi enviado. Aviso você assim que for decidido.`,
    deniedBefore: (room) => `Seu pedido para entrar em *${room}* foi negado.`,
    needed: 'Alguém que o gerencia precisa aprovar cada pessoa.',
    onlyFor: (people) => `Ele é só para ${people}.`,
    addressesAt: (domain) => `pessoas com um endereço em ${domain}`,
    role: (name) => `pessoas com a função ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'pedido espera', 'pedidos esperam')}: ${command}`,
    listTitle: '*Pedidos para entrar*',
    emptyList: 'Nenhum pedido espera por você.',
    asks: (person, room, link) => `${person} pede para entrar em *${room}*${link === '' ? '' : ` com ${link}`}.`,
    approve: 'Aprovar',
    deny: 'Negar',
    approved: (person, room) => `${person} tem a aprovação e já está em *${room}*.`,
    denied: (person, room) => `O pedido de ${person} para *${room}* foi negado.`,
    help: (list, approve, deny) => `${list} mostra quem pede para entrar, ${approve} deixa uma pessoa entrar, ${deny} não.`,
    helpCreate: (approval, audience) => `Com ${approval}, você decide sobre cada pessoa. Com ${audience}, só essas pessoas podem usá-lo.`,
    missing: (command) => `Qual pedido? Digite ${command}. A lista de pedidos mostra os ids.`,
};

export const NOTICES: Partially<NoticeMessages> = {
    link: (room) => `seu link de convite para *${room}*`,
    linkById: (name) => `seu link de convite ${name}`,
    labelledLink: (label, room) => `seu link de convite *${label}* para *${room}*`,
    firstUse: (person, link) => `${person} entrou com ${link}. É o primeiro uso.`,
    joined: (person, link) => `${person} entrou com ${link}.`,
    usedUp: (link) => `Todos os usos foram feitos: ${link}. Ninguém mais pode entrar com ele.`,
    endsSoon: (link, moment) => `Vai expirar, ${moment}: ${link}.`,
    suspended: (link, why) => `Não funciona mais: ${link} (${why}).`,
    youWereApproved: (room, url) => `Seu pedido foi aprovado. Você agora está em *${room}*: ${url}`,
    youWereDenied: (room) => `Seu pedido para entrar em *${room}* foi negado.`,
    extend: 'Prolongar por 7 dias',
    extended: (moment) => `Prolongado. Ele expira: ${moment}.`,
};

export const MAIL: Partially<MailMessages> = {
    subject: (person, room) => `${person} convida você para ${room}`,
    invites: (person, room, workspace) => `${person} convida você para ${room}${workspace === '' ? '' : ` em ${workspace}`}.`,
    howToJoin: 'Para entrar, abra este link:',
    expires: (moment) => `Ele expira em ${moment}.`,
    onlyFor: (address) => `O link funciona uma vez e só para ${address}. Você precisa de uma conta neste workspace com esse endereço verificado.`,
    approval: 'Depois, uma pessoa que gerencia a sala decide se você entra.',
    unexpected: 'Se você não esperava este e-mail, pode ignorá-lo.',
    sent: (room, addresses) => `Enviado por e-mail, cada um com seu próprio link para *${room}*: ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `Não é um endereço válido, então nada foi enviado: ${addresses}`,
        'too-many': (addresses) => `Você criou links demais na última hora, então nada foi enviado: ${addresses}`,
        'not-sent': (addresses) => `O e-mail não pôde ser enviado. Tente de novo: ${addresses}`,
    },
    missing: (command) => `Para quem? Digite ${command}`,
    help: (command) => `${command} envia um link por e-mail. Ele funciona uma vez e só para esse endereço.`,
};

export const AUDIT: Partially<AuditMessages> = {
    created: (person, room, id, terms) => `${person} criou um link de convite para ${room} (${id}): ${terms}.`,
    joined: (person, room, invite, count) => `${person} entrou em ${room} com ${invite}: ${count}.`,
    edited: (person, room, invite, terms) => `${person} alterou ${invite} para ${room}. Agora: ${terms}.`,
    paused: 'pausado',
    resumed: 'não está mais pausado',
    rotated: (person, room, invite) => `${person} substituiu o token de ${invite} para ${room}. O link anterior não funciona mais.`,
    revoked: (person, room, invite) => `${person} revogou ${invite} para ${room}.`,
    bannedFromUsing: (person, room, invite) => `${person} foi banido de ${room} e tentou usar ${invite}.`,
    bannedFromCreating: (person, room) => `${person} foi banido de ${room} e tentou criar um link de convite.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} entrou em ${room} no lugar de ${person}, que cedeu o nome de usuário ao entrar. ${isRemoved ? 'O aplicativo o removeu em seguida.' : 'O aplicativo não conseguiu removê-lo. Remova-o agora.'} Se ele estava banido da sala, o banimento foi suspenso: bana-o novamente.`,
    approved: (manager, person, room, invite) => `${manager} aprovou ${person} para ${room} com ${invite}.`,
    denied: (manager, person, room, invite) => `${manager} negou ${person} para ${room} com ${invite}.`,
    settingChanged: (label, value) => `A configuração ${label} agora é ${value}.`,
    inviteOf: (creator, id) => `o link de convite de ${creator} (${id})`,
    validFor: (duration) => `válido por ${duration}`,
    neverExpires: 'nunca expira',
    forPeople: (people) => `para ${people}`,
    forAnyNumber: 'para qualquer número de pessoas',
    usesOf: (uses, maxUses) => `${uses} de ${countedNoun(TAG, maxUses, 'uso', 'usos')}`,
    usesSoFar: (uses) => `${countedNoun(TAG, uses, 'uso', 'usos')} até agora`,
};
