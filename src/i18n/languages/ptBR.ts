import { countedNoun } from '../messages';
import { minutesToWait } from '../minutesToWait';
import { Translation } from '../translation';
import { PageMessages } from '../pageMessages';

const TAG = 'pt-BR';

const minutes = (count: number): string => countedNoun(TAG, count, 'minuto', 'minutos');
const minutesIn = (seconds: number | undefined): string => minutes(minutesToWait(seconds));
const hours = (count: number): string => countedNoun(TAG, count, 'hora', 'horas');
const days = (count: number): string => countedNoun(TAG, count, 'dia', 'dias');

export const BRAZILIAN_PORTUGUESE: Translation = {
    tag: TAG,
    vocabulary: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => countedNoun(TAG, count, 'semana', 'semanas') },
        never: 'nunca',
        uses: (count) => countedNoun(TAG, count, 'pessoa', 'pessoas'),
        unlimited: 'ilimitado',
        link: '<link>',
        user: '@usuario',
        room: '#sala',
    },
    created: (room) => `Aqui está o seu link de convite para *${room}*. Qualquer pessoa com uma conta aqui pode entrar:`,
    alreadyCreated: (room, since) =>
        `Você já tem este link para *${room}*, ${since}. O prazo dele não mudou. Para ter um novo, revogue este primeiro:`,
    today: 'criado hoje',
    onDay: (day) => `de ${day}`,
    expires: (left, moment) => `Expira em ${left} (${moment}).`,
    neverExpires: 'Nunca expira.',
    seatsLeft: (left, seats) => `Usos restantes: ${left} de ${seats}.`,
    unlimitedUses: (uses) =>
        uses === 0 ? 'Um número ilimitado de pessoas pode usá-lo.' : `Um número ilimitado de pessoas pode usá-lo. Usos até agora: ${uses}.`,
    howToRevoke: (command) => `Para revogar: ${command}`,
    revoke: 'Revogar',
    minutes,
    hours,
    days,
    roomListTitle: (room) => `*Links de convite para ${room}*`,
    ownListTitle: '*Seus links de convite para esta sala*',
    workspaceListTitle: '*Todos os links de convite do workspace*',
    emptyRoomList: (room, command) => `Nenhum link de convite para *${room}* está ativo no momento. Crie um: ${command}`,
    emptyOwnList: 'Você não tem links de convite ativos para esta sala.',
    emptyWorkspaceList: 'Nenhum link de convite está ativo no momento neste workspace.',
    ended: (count) => `${countedNoun(TAG, count, 'link expirou ou se esgotou', 'links expiraram ou se esgotaram')}.`,
    seeMore: (shown, all, command) => `Estes são ${shown} de ${all}. Mais: ${command}`,
    listExpires: (left, moment) => `expira em ${left} (${moment})`,
    listNeverExpires: 'nunca expira',
    usedBy: (uses, maxUses) => (maxUses === 0 ? `usado ${countedNoun(TAG, uses, 'vez', 'vezes')}, sem limite` : `usado ${uses}/${maxUses}`),
    createdBy: (creator) => `criado por ${creator}`,
    forRoom: (room) => `para *${room}*`,
    suspendedBecause: (why) => `suspenso: ${why}`,
    suspended: {
        'creator-gone': 'a conta de quem o criou foi excluída',
        'creator-deactivated': 'a conta de quem o criou está desativada',
        'creator-left': 'quem o criou saiu da sala',
        'creator-may-not': 'quem o criou não pode mais criar links aqui',
        'room-archived': 'a sala está arquivada',
    },
    deletedUser: 'um usuário excluído',
    joined: (room, url) => `Boas-vindas! Agora você está em *${room}*: ${url}`,
    alreadyMember: (room, url) => `Você já está em *${room}*: ${url}`,
    unverified: (room, url) => `Você já está em *${room}*: ${url} Se a sala não abrir, fale com um proprietário dela.`,
    revoked: (room) => `Revogado. Esse link de convite para *${room}* não funciona mais.`,
    linkRevoked: 'Revogado. Esse link de convite não funciona mais.',
    added: (username) => `@${username} agora está nesta sala.`,
    unknownUser: (username) => `Não existe nenhum usuário chamado \`${username}\`.`,
    alreadyHere: (username) => `@${username} já está nesta sala. Se a lista de membros não mostrar a pessoa, fale com um proprietário.`,
    notAdded: (username) => `Não foi possível adicionar @${username} a esta sala.`,
    helpTitle: '*Convide pessoas para esta sala com um link*',
    helpCreate: (command, room) => `${command} cria um link. Para outra sala, acrescente ${room}.`,
    helpDurations: (durations, uses, short) => `Validade: ${durations}. Para quantas pessoas: ${uses}. Em qualquer ordem. Formas curtas: ${short}.`,
    helpList: (command, all) => `${command} mostra os links desta sala; ${all}, os de todo o workspace (só administradores).`,
    helpUse: (command) => `${command} leva você à sala do link.`,
    helpRevoke: (command) => `${command} revoga um link.`,
    helpAdd: (command) => `${command} adiciona uma pessoa a esta sala na hora.`,
    unclear: (word) => `Não entendo ${word}, por isso não fiz nada.`,
    understood: (command) => `Entendi ${command}.`,
    didYouMean: (commands) => `Você quis dizer ${commands}?`,
    or: 'ou',
    seeHelp: (command) => `Ajuda: ${command}`,
    tooLong: (maxCharacters) => `É longo demais, por isso não fiz nada. Um comando aceita no máximo ${maxCharacters} caracteres.`,
    missingLinkToUse: (command) => `Qual link? Digite ${command}. Bastam as 16 letras e números dele.`,
    missingLinkToRevoke: (command) => `Qual link? Digite ${command}. O id dele na lista também serve.`,
    askOwners: (names) => `Fale com ${names}.`,
    askAnOwner: 'Fale com um proprietário da sala.',
    onlyAdministrators: (command) => `Só administradores podem ver os links de todas as salas. Para esta sala: ${command}`,
    neverNotAllowed: (command) => `Links que nunca expiram não são permitidos aqui. Informe uma duração: ${command}`,
    maxDays: (max, command) => `Aqui os links são válidos por no máximo ${days(max)}. Tente ${command}`,
    maxUses: (max, command) => `Aqui os links podem ser usados no máximo ${countedNoun(TAG, max, 'vez', 'vezes')}. Tente ${command}`,
    invalidDays: 'Essa data está longe demais. Tente uma duração menor.',
    invalidUses: 'Esse número de usos não é válido.',
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
                : reason === 'federated'
                  ? 'Salas compartilhadas com outros servidores não aceitam links de convite.'
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
    modal: {
        title: 'Link de convite',
        room: 'Sala',
        otherRooms: 'A sala não está na lista? Abra “Link de convite” no menu dessa sala.',
        duration: 'Validade',
        durationHint: (examples) => `Por exemplo, ${examples}.`,
        maxDaysHint: (max) => `No máximo ${days(max)}.`,
        uses: 'Quantas pessoas podem usá-lo',
        usesHint: (count, unlimited) => `Por exemplo, ${count}, ou ${unlimited}.`,
        maxUsesHint: (max) => `No máximo ${max}.`,
        create: 'Criar link',
        cancel: 'Cancelar',
        done: 'Pronto',
        copyLink: 'Copie este link e envie às pessoas que você quer convidar',
        showList: 'Links ativos',
        newLink: 'Novo link',
        newer: 'Mais recentes',
        older: 'Mais antigos',
        emptyList: (room) => `Nenhum link de convite para *${room}* está ativo no momento.`,
        noRooms: 'Você também não pode criar links para as suas outras salas.',
        missingRoom: 'Escolha uma sala.',
        invalidDuration: (example) => `Isso não é uma duração. Digite, por exemplo, ${example}.`,
        invalidUses: (count, unlimited) => `Isso não é um número de pessoas. Digite, por exemplo, ${count}, ou ${unlimited}.`,
        neverNotAllowed: (example) => `Links que nunca expiram não são permitidos aqui. Digite uma duração, por exemplo, ${example}.`,
    },
    audit: {
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
        settingChanged: (label, value) => `A configuração ${label} agora é ${value}.`,
        inviteOf: (creator, id) => `o link de convite de ${creator} (${id})`,
        validFor: (duration) => `válido por ${duration}`,
        neverExpires: 'nunca expira',
        forPeople: (people) => `para ${people}`,
        forAnyNumber: 'para qualquer número de pessoas',
        usesOf: (uses, maxUses) => `${uses} de ${countedNoun(TAG, maxUses, 'uso', 'usos')}`,
        usesSoFar: (uses) => `${countedNoun(TAG, uses, 'uso', 'usos')} até agora`,
    },
    settingLabels: {
        Create_Roles: 'Funções que podem criar links',
        Manage_Roles: 'Funções que podem listar e revogar todos os links',
        Add_User_Roles: 'Funções que podem adicionar pessoas pelo nome',
        Default_Duration: 'Validade padrão',
        Default_Uses: 'Número padrão de usos',
        Max_Days: 'Validade máxima em dias',
        Max_Uses: 'Máximo de usos por link',
        Allow_Never_Expiring: 'Permitir links que nunca expiram',
        Max_Created_Per_Hour: 'Máximo de links novos por pessoa e hora',
        Creator_Must_Stay: 'Suspender links quando seu criador sai',
        Keep_Ended_Days: 'Dias para manter links encerrados',
        Keep_History_Days: 'Dias para manter o histórico de links',
        Link_Address: 'Endereço base dos links',
        Find_Or_Create_As_List: 'Retornar findOrCreateInvite como array',
        Take_Over_Invite: 'Substituir o /invite integrado',
        Ask_About_Bans: 'Verificar banimentos pela API REST',
        Audit_Room: 'Sala de auditoria',
    },
};

/** Apart from the other messages, so that the page's bundle holds only these. */
export const BRAZILIAN_PORTUGUESE_PAGE: Partial<PageMessages> = {
    lookingUp: 'Procurando o convite…',
    invites: '{person} convida você para entrar em',
    invited: 'Você recebeu um convite para entrar em',
    until: 'Este link de convite é válido até {moment}.',
    always: 'Este link de convite nunca expira.',
    publicRoom: 'Sala pública',
    privateRoom: 'Sala privada',
    join: 'Entrar na sala',
    joining: 'Entrando na sala…',
    joined: 'Você entrou!',
    going: 'Abrindo {room}…',
    member: 'Você já está em {room}',
    open: 'Abrir a sala',
    logIn: 'Faça login para ver seu convite',
    logInWhy: 'Ainda não tem conta? Crie uma na página de login, se este workspace permitir. Depois do login, esta página continua sozinha.',
    loggedOut: 'Sua sessão aqui terminou. Quando você fizer login de novo, esta página continua sozinha.',
    logInHere: 'Fazer login',
    waiting: 'Faça login na outra aba',
    waitingWhy: 'Quando você fizer login lá, esta página continua sozinha.',
    logInAgain: 'Abrir a página de login de novo',
    newTab: '(abre uma nova aba)',
    inApp: 'Você usa o aplicativo Rocket.Chat? Envie isto nele, em qualquer sala:',
    expired: 'Este link de convite expirou',
    askForNew: 'Peça um novo a quem o enviou.',
    ended: 'Este link de convite não funciona mais',
    endedWhy: 'Peça um novo a alguém da sala.',
    archived: 'Esta sala está arquivada',
    archivedWhy: 'Ninguém pode entrar em uma sala arquivada. Fale com quem enviou o link.',
    withoutUsername: 'Escolha primeiro um nome de usuário',
    withoutUsernameWhy: 'Sua conta ainda não tem nome de usuário. Abra o workspace, escolha um e volte.',
    usedUp: 'Este link de convite se esgotou',
    usedUpWhy: 'Ele atingiu o número máximo de usos. Peça um novo a quem o enviou.',
    unknown: 'Este link de convite não existe',
    unknownWhy: 'Ele está incompleto, foi revogado ou a sala foi excluída. Peça um novo a quem o enviou.',
    over: 'Este link de convite não funciona',
    overWhy: 'Ele está incompleto, expirou, se esgotou ou foi revogado. Peça um novo a quem o enviou.',
    banned: 'Você está banido desta sala',
    bannedWhy: 'Nenhum link de convite muda isso. Só um proprietário da sala pode retirar o banimento.',
    unsure: 'Você já está nesta sala',
    unsureWhy: 'Se ela não abrir, fale com um proprietário da sala.',
    workspace: 'Abrir o workspace',
    tooMany: 'Muitas tentativas',
    tooManyWhy: 'Tente de novo em {minutes}.',
    down: 'O workspace não responde',
    downWhy: 'Talvez você esteja sem conexão, ou o servidor está ocupado. Tente de novo em instantes.',
    again: 'Tentar de novo',
    copy: 'Copiar',
    copied: 'Copiado',
    closed: 'Esta sala não aceita mais links de convite',
    closedWhy: 'O tipo da sala mudou. Fale com quem enviou o link.',
};
