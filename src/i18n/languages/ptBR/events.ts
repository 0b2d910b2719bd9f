import { ApprovalMessages, NoticeMessages } from '../../approvalMessages';
import { AuditMessages } from '../../auditMessages';
import { MailMessages } from '../../mailMessages';
import { countedNoun } from '../../messages';
import { Partially } from '../../translation';
import { TAG } from './counts';

export const APPROVAL: Partially<ApprovalMessages> = {
    asked: (room) => `Seu pedido para entrar em *${room}* foi enviado. Aviso você assim que houver uma decisão.`,
    deniedBefore: (room) => `Seu pedido para entrar em *${room}* foi negado.`,
    needed: 'Cada pessoa precisa da aprovação de quem gerencia o link.',
    onlyFor: (people) => `É só para ${people}.`,
    addressesAt: (domain) => `pessoas com e-mail do domínio ${domain}`,
    role: (name) => `pessoas com a função ${name}`,
    waiting: (count, command) => `${countedNoun(TAG, count, 'pedido pendente', 'pedidos pendentes')}: ${command}`,
    listTitle: '*Pedidos para entrar*',
    emptyList: 'Nenhum pedido aguarda sua decisão.',
    asks: (person, room, link) => `${person} pediu para entrar em *${room}*${link === '' ? '' : ` com ${link}`}.`,
    approve: 'Aprovar',
    deny: 'Negar',
    approved: (person, room) => `${person} teve o pedido aprovado e já está em *${room}*.`,
    denied: (person, room) => `O pedido de ${person} para entrar em *${room}* foi negado.`,
    help: (list, approve, deny) => `${list} mostra quem pediu para entrar, ${approve} aprova um pedido e ${deny} nega.`,
    helpCreate: (approval, audience) => `Com ${approval}, você decide sobre cada pessoa. Com ${audience}, só essas pessoas podem usar o link.`,
    missing: (command) => `Qual pedido? Digite ${command}. A lista de pedidos mostra os ids.`,
};

export const NOTICES: Partially<NoticeMessages> = {
    link: (room) => `seu link de convite para *${room}*`,
    linkById: (name) => `seu link de convite ${name}`,
    labelledLink: (label, room) => `seu link de convite *${label}* para *${room}*`,
    firstUse: (person, link) => `${person} entrou com ${link}. É o primeiro uso.`,
    joined: (person, link) => `${person} entrou com ${link}.`,
    usedUp: (link) => `Todos os usos de ${link} se esgotaram. Ninguém mais pode entrar com ele.`,
    endsSoon: (link, moment) => `Em breve, ninguém mais poderá entrar com ${link}. Ele expira em ${moment}.`,
    suspended: (link, why) => `No momento, ninguém pode entrar com ${link}: ${why}.`,
    youWereApproved: (room, url) => `Seu pedido foi aprovado. Você agora está em *${room}*: ${url}`,
    youWereDenied: (room) => `Seu pedido para entrar em *${room}* foi negado.`,
    extend: 'Prorrogar por 7 dias',
    extended: (moment) => `Prorrogado. O link expira em ${moment}.`,
};

export const MAIL: Partially<MailMessages> = {
    subject: (person, room) => `${person} convida você para ${room}`,
    invites: (person, room, workspace) => `${person} convida você para ${room}${workspace === '' ? '' : ` em ${workspace}`}.`,
    howToJoin: 'Para entrar, abra este link:',
    expires: (moment) => `O link expira em ${moment}.`,
    onlyFor: (address) => `O link funciona uma vez e só para ${address}. Você precisa de uma conta neste workspace com esse endereço verificado.`,
    approval: 'Depois, alguém que gerencia a sala decide se você pode entrar.',
    unexpected: 'Se você não esperava este e-mail, pode ignorá-lo.',
    sent: (room, addresses) => `Convites enviados por e-mail, cada um com seu próprio link para *${room}*: ${addresses}`,
    failed: {
        'invalid-address': (addresses) => `Não é um endereço válido, então nada foi enviado: ${addresses}`,
        'too-many': (addresses) => `Você criou links demais na última hora, então nada foi enviado: ${addresses}`,
        'not-sent': (addresses) => `Não foi possível enviar o e-mail. Tente de novo: ${addresses}`,
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
    bannedFromUsing: (person, room, invite) => `${person} tentou usar ${invite} para ${room} apesar do banimento.`,
    bannedFromCreating: (person, room) => `${person} tentou criar um link de convite para ${room} apesar do banimento.`,
    intruded: (intruder, room, person, isRemoved) =>
        `${intruder} entrou em ${room} no lugar de ${person}, que cedeu o próprio nome de usuário durante a entrada. ${isRemoved ? 'O aplicativo removeu essa pessoa em seguida.' : 'O aplicativo não conseguiu remover essa pessoa. Remova-a agora.'} Se ela estava banida da sala, o banimento foi retirado: é preciso bani-la de novo.`,
    approved: (manager, person, room, invite) => `${manager} aprovou o pedido de ${person} para entrar em ${room} com ${invite}.`,
    denied: (manager, person, room, invite) => `${manager} negou o pedido de ${person} para entrar em ${room} com ${invite}.`,
    settingChanged: (label, value) => `A configuração ${label} agora é ${value}.`,
    inviteOf: (creator, id) => `o link de convite de ${creator} (${id})`,
    validFor: (duration) => `válido por ${duration}`,
    neverExpires: 'nunca expira',
    forPeople: (people) => `para ${people}`,
    forAnyNumber: 'sem limite de pessoas',
    usesOf: (uses, maxUses) => `${uses} de ${countedNoun(TAG, maxUses, 'uso', 'usos')}`,
    usesSoFar: (uses) => `${countedNoun(TAG, uses, 'uso', 'usos')} até agora`,
};
