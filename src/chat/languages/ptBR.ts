import { plural, Words } from '../words';

const TAG = 'pt-BR';

const minutes = (count: number): string => plural(TAG, count, 'minuto', 'minutos');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));

export const BRAZILIAN_PORTUGUESE: Words = {
    tag: TAG,
    created: (room) => `Aqui está o seu link de convite para *${room}*. Quem abrir pode entrar:`,
    foundAgain: (room, since) => `Você já tem este link para *${room}*, ${since}. O prazo não muda; para um novo, revogue este antes:`,
    sinceToday: 'de hoje',
    sinceDay: (day) => `de ${day}`,
    expires: (left, moment) => `Expira em ${left} (${moment}).`,
    neverExpires: 'Nunca expira.',
    placesLeft: (left, places) => `Usos livres: ${left} de ${places}.`,
    anyNumber: (uses) => (uses === 0 ? 'Qualquer número de pessoas pode usar.' : `Qualquer número de pessoas pode usar; até agora, ${uses}.`),
    howToRevoke: (line) => `Para encerrar antes: ${line}`,
    revoke: 'Revogar',
    minutes,
    hours: (count) => plural(TAG, count, 'hora', 'horas'),
    days: (count) => plural(TAG, count, 'dia', 'dias'),
    listOfRoom: (room) => `*Links de convite para ${room}*`,
    listOfOwn: '*Seus links de convite para esta sala*',
    listOfAll: '*Links de convite de todo o workspace*',
    noneOfRoom: (room, line) => `Nenhum link para *${room}* vale agora. Crie um: ${line}`,
    noneOfOwn: 'Você não tem nenhum link de convite ativo para esta sala.',
    noneOfAll: 'Nenhum link vale agora, em nenhuma sala.',
    ended: (count) => `${plural(TAG, count, 'link expirou ou se esgotou', 'links expiraram ou se esgotaram')}.`,
    seeMore: (shown, all, line) => `Estes são ${shown} de ${all}. Mais: ${line}`,
    endsIn: (left, moment) => `expira em ${left} (${moment})`,
    endsNever: 'nunca expira',
    usedBy: (uses, places) => `usado ${uses}/${places}`,
    by: (maker) => `de ${maker}`,
    to: (room) => `para *${room}*`,
    notNow: (why) => `não funciona agora: ${why}`,
    paused: {
        'creator-gone': 'quem o criou não existe mais',
        'creator-deactivated': 'quem o criou está desativado',
        'creator-left': 'quem o criou não está mais na sala',
        'creator-may-not': 'quem o criou não pode mais criar links aqui',
        'room-archived': 'a sala está arquivada',
    },
    somebodyGone: 'alguém que já saiu',
    joined: (room, url) => `Boas-vindas! Agora você está em *${room}*: ${url}`,
    alreadyIn: (room, url) => `Você já está em *${room}*: ${url}`,
    unverified: (room, url) => `Você já tem um lugar em *${room}* ou está banido de lá. Abra a sala para ver: ${url}`,
    revoked: (room) => `Esse link de convite para *${room}* não funciona mais.`,
    linkRevoked: 'Esse link de convite não funciona mais.',
    added: (username) => `@${username} agora está nesta sala.`,
    unknownUser: (username) => `Não existe ninguém com o nome \`${username}\`.`,
    alreadyHere: (username) => `@${username} já está aqui.`,
    notAdded: (username) => `Não foi possível adicionar @${username} a esta sala.`,
    helpTitle: '*Convide pessoas para esta sala com um link*',
    helpCreate: (line) => `${line} cria um link, também para outra sala: \`#sala\``,
    helpDurations: (durations, uses) => `Por quanto tempo: ${durations}. Para quantas pessoas: ${uses}. Em qualquer ordem.`,
    helpList: (line) => `${line} mostra os links desta sala; \`list all\`, os do workspace`,
    helpUse: (line) => `${line} leva você à sala de um link`,
    helpRevoke: (line) => `${line} encerra um link`,
    helpAdd: (line) => `${line} adiciona alguém a esta sala na hora`,
    unclear: (word) => `Não entendo ${word}, então nada foi feito.`,
    understood: (line) => `Entendi ${line}.`,
    didYouMean: (lines) => `Você quis dizer ${lines}?`,
    or: 'ou',
    seeHelp: (line) => `O que eu entendo: ${line}`,
    tooLong: (most) => `É longo demais, por isso nada foi feito. Um comando aceita no máximo ${most} caracteres.`,
    whichToUse: (line) => `Qual link? Digite ${line} com o link ou com suas 16 letras e dígitos.`,
    whichToRevoke: (line) => `Qual link? Digite ${line} com o link ou com seu id, como a lista mostra.`,
    askOwners: (names) => `Pergunte a ${names}.`,
    askAnOwner: 'Pergunte a um proprietário da sala.',
    onlyAdministrators: (line) => `Só administradores podem listar os links de todas as salas. Os desta sala: ${line}`,
    neverNotAllowed: (line) => `Aqui não são permitidos links que nunca expiram. Diga por quanto tempo: ${line}`,
    mostDays: (count, line) => `Aqui os links valem no máximo ${plural(TAG, count, 'dia', 'dias')}. Tente ${line}`,
    mostUses: (count, line) => `Aqui os links podem ser usados no máximo ${plural(TAG, count, 'vez', 'vezes')}. Tente ${line}`,
    badDays: 'Nenhum calendário vai tão longe.',
    badUses: 'Isso não é um número de pessoas.',
    refused: {
        'unauthorized': () => 'É preciso entrar na sua conta para fazer isso.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Escolha primeiro um nome de usuário: sua conta ainda não tem nenhum.'
                : reason === 'renamed'
                  ? 'Seu nome de usuário mudou enquanto você entrava. Tente de novo.'
                  : 'Isso não pode estar certo.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Entre primeiro nesta sala: só membros podem criar links para ela.';
                case 'attributes':
                    return 'Atributos decidem quem está nesta sala, então não se pode convidar ninguém.';
                case 'gone':
                    return 'A sala desse link não existe mais ou nenhum link permite entrar nela. Pergunte a quem o enviou.';
                default:
                    return 'Essa sala não existe ou você não está nela.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Essa sala está arquivada: enquanto estiver, ninguém pode entrar.'
                : 'Por link só se pode convidar para canais e grupos, não para este tipo de sala.',
        'error-invalid-token': () => 'Esse link não foi encontrado. Veja se está completo ou peça um novo.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Esse link já deixou entrar todas as pessoas que podia. Peça um novo.'
                : field === 'expires'
                  ? 'Esse link expirou. Peça um novo.'
                  : 'Esse link não vale mais. Peça um novo a alguém da sala.',
        'error-user-is-banned': () => 'Você está banido dessa sala, e nenhum link muda isso. Um proprietário da sala pode.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'No chat, só donos, moderadores e líderes de uma sala podem adicionar pessoas pelo nome: o aplicativo não distingue os outros membros de quem está banido.'
                : reason === 'seeing-links'
                  ? 'Aqui, só proprietários, moderadores e líderes de uma sala veem os links dela: o aplicativo não distingue os outros membros de quem foi banido.'
                  : 'No chat, só proprietários, moderadores e líderes de uma sala podem criar links para ela: ali o aplicativo não distingue os outros membros de quem foi banido.',
        'invalid-invitation-id': () => 'Esse link não existe.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'Você não pode criar links de convite para esta sala.'
                : reason === 'removing'
                  ? 'Esse link não existe ou você não pode revogá-lo. Quem o criou, um proprietário da sala ou um administrador pode.'
                  : 'Você não pode fazer isso aqui.',
        'method-not-allowed': () => 'Isso não pode ser feito.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Links errados demais. Espere ${minutesIn(retryAfter)} e tente de novo.`
                : reason === 'creating'
                  ? `Você criou links demais. Espere ${minutesIn(retryAfter)} e tente de novo.`
                  : 'Muitas pessoas estão usando este link agora. Tente de novo em um minuto.',
        'error-internal': () => 'Algo deu errado, e aqui não se sabe mais. Tente de novo; o registro do aplicativo diz mais.',
    },
    form: {
        title: 'Link de convite',
        room: 'Sala',
        otherRooms: 'Para uma sala que não está na lista, abra este diálogo nela.',
        duration: 'Por quanto tempo o link vale',
        durationHint: 'Por exemplo: 90 minutos, 12 horas, 7 dias, 2 semanas.',
        orNever: 'Ou: nunca.',
        mostDays: (count) => `No máximo ${plural(TAG, count, 'dia', 'dias')}.`,
        uses: 'Quantas pessoas podem usá-lo',
        usesHint: 'Um número.',
        orUnlimited: 'Ou: ilimitado.',
        mostUses: (count) => `No máximo ${count}.`,
        days: (count) => plural(TAG, count, 'dia', 'dias'),
        never: 'nunca',
        unlimited: 'ilimitado',
        create: 'Criar o link',
        cancel: 'Cancelar',
        done: 'Pronto',
        copyLink: 'Copie este link e envie a quem você quer convidar',
        toList: 'Links desta sala',
        toForm: 'Novo link',
        newer: 'Mais novos',
        older: 'Mais antigos',
        none: (room) => `Nenhum link de convite para *${room}* vale agora.`,
        noRoom: 'Não há sala para a qual você possa criar links aqui.',
        whichRoom: 'Escolha uma sala.',
        noDuration: 'Isso não é uma duração. Escreva assim: 90 minutos, 12 horas, 7 dias, 2 semanas, nunca.',
        noUses: 'Isso não é um número de pessoas. Escreva um, como 10, ou: ilimitado.',
        neverNotAllowed: 'Links que nunca expiram não são permitidos aqui. Escreva por quanto tempo, por exemplo: 7 dias.',
    },
};
