import { plural, Messages } from '../messages';

const TAG = 'pt-BR';

const minutes = (count: number): string => plural(TAG, count, 'minuto', 'minutos');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));
const hours = (count: number): string => plural(TAG, count, 'hora', 'horas');
const days = (count: number): string => plural(TAG, count, 'dia', 'dias');

export const BRAZILIAN_PORTUGUESE: Messages = {
    tag: TAG,
    typed: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => plural(TAG, count, 'semana', 'semanas') },
        never: 'nunca',
        uses: (count) => plural(TAG, count, 'pessoa', 'pessoas'),
        unlimited: 'ilimitado',
        link: '<link>',
        user: '@usuario',
        room: '#sala',
    },
    created: (room) => `Aqui está o seu link de convite para *${room}*. Qualquer pessoa com uma conta aqui pode entrar:`,
    foundAgain: (room, since) => `Você já tem este link para *${room}*, ${since}. O prazo dele não mudou. Para ter um novo, revogue este primeiro:`,
    sinceToday: 'criado hoje',
    sinceDay: (day) => `de ${day}`,
    expires: (left, moment) => `Expira em ${left} (${moment}).`,
    neverExpires: 'Nunca expira.',
    placesLeft: (left, places) => `Usos restantes: ${left} de ${places}.`,
    anyNumber: (uses) =>
        uses === 0 ? 'Um número ilimitado de pessoas pode usá-lo.' : `Um número ilimitado de pessoas pode usá-lo. Usos até agora: ${uses}.`,
    howToRevoke: (line) => `Para revogar: ${line}`,
    revoke: 'Revogar',
    minutes,
    hours,
    days,
    listOfRoom: (room) => `*Links de convite para ${room}*`,
    listOfOwn: '*Seus links de convite para esta sala*',
    listOfAll: '*Todos os links de convite do workspace*',
    noneOfRoom: (room, line) => `Nenhum link de convite para *${room}* está ativo no momento. Crie um: ${line}`,
    noneOfOwn: 'Você não tem links de convite ativos para esta sala.',
    noneOfAll: 'Nenhum link de convite está ativo no momento neste workspace.',
    ended: (count) => `${plural(TAG, count, 'link expirou ou se esgotou', 'links expiraram ou se esgotaram')}.`,
    seeMore: (shown, all, line) => `Estes são ${shown} de ${all}. Mais: ${line}`,
    endsIn: (left, moment) => `expira em ${left} (${moment})`,
    endsNever: 'nunca expira',
    usedBy: (uses, places) => (places === 0 ? `usado ${plural(TAG, uses, 'vez', 'vezes')}, sem limite` : `usado ${uses}/${places}`),
    by: (creator) => `criado por ${creator}`,
    to: (room) => `para *${room}*`,
    notNow: (why) => `suspenso: ${why}`,
    suspended: {
        'creator-gone': 'a conta de quem o criou foi excluída',
        'creator-deactivated': 'a conta de quem o criou está desativada',
        'creator-left': 'quem o criou saiu da sala',
        'creator-may-not': 'quem o criou não pode mais criar links aqui',
        'room-archived': 'a sala está arquivada',
    },
    somebodyGone: 'um usuário excluído',
    joined: (room, url) => `Boas-vindas! Agora você está em *${room}*: ${url}`,
    alreadyIn: (room, url) => `Você já está em *${room}*: ${url}`,
    unverified: (room, url) => `Você já está em *${room}*: ${url} (Se a sala não abrir, você está banido dela.)`,
    revoked: (room) => `Revogado. Esse link de convite para *${room}* não funciona mais.`,
    linkRevoked: 'Revogado. Esse link de convite não funciona mais.',
    added: (username) => `@${username} agora está nesta sala.`,
    unknownUser: (username) => `Não existe nenhum usuário chamado \`${username}\`.`,
    alreadyHere: (username) => `@${username} já está nesta sala ou está banido dela. Veja a lista de membros.`,
    notAdded: (username) => `Não foi possível adicionar @${username} a esta sala.`,
    helpTitle: '*Convide pessoas para esta sala com um link*',
    helpCreate: (line, room) => `${line} cria um link. Para outra sala, acrescente ${room}.`,
    helpDurations: (durations, uses, short) => `Validade: ${durations}. Para quantas pessoas: ${uses}. Em qualquer ordem. Formas curtas: ${short}.`,
    helpList: (line, all) => `${line} mostra os links desta sala; ${all}, os de todo o workspace (só administradores).`,
    helpUse: (line) => `${line} leva você à sala do link.`,
    helpRevoke: (line) => `${line} revoga um link.`,
    helpAdd: (line) => `${line} adiciona uma pessoa a esta sala na hora.`,
    unclear: (word) => `Não entendo ${word}, por isso não fiz nada.`,
    understood: (line) => `Entendi ${line}.`,
    didYouMean: (lines) => `Você quis dizer ${lines}?`,
    or: 'ou',
    seeHelp: (line) => `Ajuda: ${line}`,
    tooLong: (most) => `É longo demais, por isso não fiz nada. Um comando aceita no máximo ${most} caracteres.`,
    whichToUse: (line) => `Qual link? Digite ${line}. Bastam as 16 letras e números dele.`,
    whichToRevoke: (line) => `Qual link? Digite ${line}. O id dele na lista também serve.`,
    askOwners: (names) => `Fale com ${names}.`,
    askAnOwner: 'Fale com um proprietário da sala.',
    onlyAdministrators: (line) => `Só administradores podem ver os links de todas as salas. Para esta sala: ${line}`,
    neverNotAllowed: (line) => `Links que nunca expiram não são permitidos aqui. Informe uma duração: ${line}`,
    mostDays: (count, line) => `Aqui os links são válidos por no máximo ${days(count)}. Tente ${line}`,
    mostUses: (count, line) => `Aqui os links podem ser usados no máximo ${plural(TAG, count, 'vez', 'vezes')}. Tente ${line}`,
    badDays: 'Essa data está longe demais. Tente uma duração menor.',
    badUses: 'Esse número de usos não é válido.',
    refused: {
        'unauthorized': () => 'Faça login para fazer isso.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Sua conta ainda não tem nome de usuário. Escolha um primeiro.'
                : reason === 'renamed'
                  ? 'Seu nome de usuário mudou enquanto você entrava. Tente de novo.'
                  : 'Algo nesta solicitação não é válido.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Entre primeiro nesta sala. Só os membros dela podem criar links.';
                case 'attributes':
                    return 'Atributos decidem quem está nesta sala, por isso ninguém pode ser convidado.';
                case 'gone':
                    return 'A sala desse link não existe mais, ou nenhum link leva a ela. Pergunte à pessoa que o enviou.';
                default:
                    return 'Essa sala não existe ou você não é membro dela.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Essa sala está arquivada. Ninguém pode entrar enquanto ela estiver.'
                : 'Links de convite servem para canais e grupos, não para este tipo de sala.',
        'error-invalid-token': () => 'Esse link não existe. Veja se está completo ou peça um novo a quem o enviou.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Esse link se esgotou. Peça um novo a quem o enviou.'
                : field === 'expires'
                  ? 'Esse link expirou. Peça um novo a quem o enviou.'
                  : 'Esse link não funciona mais. Peça um novo a alguém da sala.',
        'error-user-is-banned': () => 'Você está banido dessa sala. Nenhum link muda isso, mas um proprietário da sala pode mudar.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'No chat, só proprietários, moderadores e líderes de uma sala podem adicionar pessoas pelo nome. O aplicativo não consegue distinguir os outros membros das pessoas banidas.'
                : reason === 'seeing-links'
                  ? 'Aqui, só proprietários, moderadores e líderes de uma sala veem os links dela. O aplicativo não distingue os outros membros de quem foi banido.'
                  : 'No chat, só proprietários, moderadores e líderes de uma sala podem criar links para ela. Ali o aplicativo não distingue os outros membros de quem foi banido.',
        'invalid-invitation-id': () => 'Esse link não existe. Talvez já tenha sido revogado.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'Você não pode criar links de convite para esta sala.'
                : reason === 'removing'
                  ? 'Esse link não existe, ou você não pode revogá-lo. Quem o criou, um proprietário da sala ou um administrador pode.'
                  : 'Você não pode fazer isso aqui.',
        'method-not-allowed': () => 'Isso não é possível.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Muitos links incorretos. Espere ${minutesIn(retryAfter)} e tente de novo.`
                : reason === 'creating'
                  ? `Você criou links demais. Espere ${minutesIn(retryAfter)} e tente de novo.`
                  : 'Muitas pessoas estão usando este link agora. Tente de novo em um minuto.',
        'error-internal': () => 'Algo deu errado. Tente de novo. Os administradores podem encontrar a causa no registro do aplicativo.',
    },
    form: {
        title: 'Link de convite',
        room: 'Sala',
        otherRooms: 'A sala não está na lista? Abra “Link de convite” no menu dessa sala.',
        duration: 'Validade',
        durationHint: (examples) => `Por exemplo, ${examples}.`,
        mostDays: (count) => `No máximo ${days(count)}.`,
        uses: 'Quantas pessoas podem usá-lo',
        usesHint: (count, unlimited) => `Por exemplo, ${count}, ou ${unlimited}.`,
        mostUses: (count) => `No máximo ${count}.`,
        create: 'Criar link',
        cancel: 'Cancelar',
        done: 'Pronto',
        copyLink: 'Copie este link e envie às pessoas que você quer convidar',
        toList: 'Links ativos',
        toForm: 'Novo link',
        newer: 'Mais recentes',
        older: 'Mais antigos',
        none: (room) => `Nenhum link de convite para *${room}* está ativo no momento.`,
        noRoom: 'Você também não pode criar links para as suas outras salas.',
        whichRoom: 'Escolha uma sala.',
        noDuration: (example) => `Isso não é uma duração. Digite, por exemplo, ${example}.`,
        noUses: (count, unlimited) => `Isso não é um número de pessoas. Digite, por exemplo, ${count}, ou ${unlimited}.`,
        neverNotAllowed: (example) => `Links que nunca expiram não são permitidos aqui. Digite uma duração, por exemplo, ${example}.`,
    },
};
