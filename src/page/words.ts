/** What the page says in one language. `{…}` stands for what is filled in. */
export interface PageWords {
    readonly title: string;
    readonly lookingUp: string;
    readonly invites: string;
    readonly invited: string;
    readonly until: string;
    readonly always: string;
    readonly join: string;
    readonly joining: string;
    readonly joined: string;
    readonly going: string;
    readonly member: string;
    readonly open: string;
    readonly logIn: string;
    readonly logInWhy: string;
    readonly loggedOut: string;
    readonly logInHere: string;
    readonly waiting: string;
    readonly waitingWhy: string;
    readonly logInAgain: string;
    readonly newTab: string;
    readonly inApp: string;
    readonly expired: string;
    readonly askForNew: string;
    readonly usedUp: string;
    readonly usedUpWhy: string;
    readonly unknown: string;
    readonly unknownWhy: string;
    readonly over: string;
    readonly overWhy: string;
    readonly banned: string;
    readonly bannedWhy: string;
    readonly unsure: string;
    readonly unsureWhy: string;
    readonly workspace: string;
    readonly tooMany: string;
    readonly tooManyWhy: string;
    readonly down: string;
    readonly downWhy: string;
    readonly again: string;
}

/** By language tag; the first stands in for languages that the page does not speak. */
export const PAGE_WORDS: Readonly<Record<string, PageWords>> = {
    'en': {
        title: 'Invitation',
        lookingUp: 'Looking up the invitation …',
        invites: '{person} invites you to',
        invited: 'You are invited to',
        until: 'The invitation is good until {moment}.',
        always: 'The invitation does not expire.',
        join: 'Join',
        joining: 'Joining …',
        joined: 'You are in',
        going: 'Taking you to {room} …',
        member: 'You are already in {room}',
        open: 'Open the room',
        logIn: 'Log in to see your invitation',
        logInWhy: 'This page goes on by itself as soon as you are logged in.',
        loggedOut: 'You are no longer logged in here. This page goes on by itself as soon as you are.',
        logInHere: 'Log in',
        waiting: 'Log in in the other tab',
        waitingWhy: 'This page goes on by itself as soon as you are logged in there.',
        logInAgain: 'Open the login again',
        newTab: '(opens a new tab)',
        inApp: 'You use the Rocket.Chat app? Send this there, in any room:',
        expired: 'This invitation has expired',
        askForNew: 'Ask whoever sent it for a new one.',
        usedUp: 'This invitation is used up',
        usedUpWhy: 'It has let in as many people as it may. Ask whoever sent it for a new one.',
        unknown: 'This invitation is not known here',
        unknownWhy: 'Its link is incomplete, or it has been withdrawn, or its room is gone. Ask whoever sent it for a new one.',
        over: 'This invitation does not work',
        overWhy: 'Its link is incomplete, or it has expired, is used up or was withdrawn. Ask whoever sent it for a new one.',
        banned: 'You are banned from this room',
        bannedWhy: 'No invitation can change that. An owner of the room can.',
        unsure: 'You may be in this room already',
        unsureWhy: 'You have a place in it, or are banned from it. Which of the two could not be found out just now.',
        workspace: 'Open the workspace',
        tooMany: 'Too many tries',
        tooManyWhy: 'Please try again in {minutes}.',
        down: 'The workspace does not answer',
        downWhy: 'Your connection may be down, or the workspace is busy. Nothing is lost: the invitation stays as it is.',
        again: 'Try again',
    },
    'de': {
        title: 'Einladung',
        lookingUp: 'Die Einladung wird geprüft …',
        invites: '{person} lädt dich ein:',
        invited: 'Du bist eingeladen:',
        until: 'Die Einladung gilt bis {moment}.',
        always: 'Die Einladung läuft nicht ab.',
        join: 'Beitreten',
        joining: 'Du trittst bei …',
        joined: 'Du bist dabei',
        going: 'Es geht weiter zu {room} …',
        member: 'Du bist schon in {room}',
        open: 'Raum öffnen',
        logIn: 'Melde dich an, um die Einladung zu sehen',
        logInWhy: 'Sobald du angemeldet bist, geht es hier von selbst weiter.',
        loggedOut: 'Du bist hier nicht mehr angemeldet. Sobald du es bist, geht es hier von selbst weiter.',
        logInHere: 'Anmelden',
        waiting: 'Melde dich im anderen Tab an',
        waitingWhy: 'Sobald du dort angemeldet bist, geht es hier von selbst weiter.',
        logInAgain: 'Anmeldung noch einmal öffnen',
        newTab: '(öffnet einen neuen Tab)',
        inApp: 'Du nutzt die Rocket.Chat-App? Sende dies dort, in einem beliebigen Raum:',
        expired: 'Diese Einladung ist abgelaufen',
        askForNew: 'Bitte um eine neue, wer sie dir geschickt hat.',
        usedUp: 'Diese Einladung ist aufgebraucht',
        usedUpWhy: 'Sie hat so viele Personen eingelassen, wie sie darf. Bitte um eine neue.',
        unknown: 'Diese Einladung ist hier nicht bekannt',
        unknownWhy: 'Ihr Link ist unvollständig, oder sie wurde zurückgezogen, oder es gibt den Raum nicht mehr. Bitte um eine neue.',
        over: 'Diese Einladung gilt nicht',
        overWhy: 'Ihr Link ist unvollständig, oder sie ist abgelaufen, aufgebraucht oder zurückgezogen. Bitte um eine neue.',
        banned: 'Du bist in diesem Raum gesperrt',
        bannedWhy: 'Keine Einladung kann das ändern. Ein Besitzer des Raums kann es.',
        unsure: 'Vielleicht bist du schon in diesem Raum',
        unsureWhy: 'Du hast dort einen Platz oder bist gesperrt. Was davon, ließ sich gerade nicht herausfinden.',
        workspace: 'Workspace öffnen',
        tooMany: 'Zu viele Versuche',
        tooManyWhy: 'Bitte versuche es in {minutes} noch einmal.',
        down: 'Der Workspace antwortet nicht',
        downWhy: 'Vielleicht fehlt die Verbindung, oder der Workspace ist ausgelastet. Nichts ist verloren: Die Einladung bleibt, wie sie ist.',
        again: 'Noch einmal versuchen',
    },
    'es': {
        title: 'Invitación',
        lookingUp: 'Buscando la invitación …',
        invites: '{person} te invita a',
        invited: 'Te invitan a',
        until: 'La invitación es válida hasta el {moment}.',
        always: 'La invitación no caduca.',
        join: 'Unirme',
        joining: 'Entrando …',
        joined: 'Ya estás dentro',
        going: 'Te llevamos a {room} …',
        member: 'Ya estás en {room}',
        open: 'Abrir la sala',
        logIn: 'Inicia sesión para ver la invitación',
        logInWhy: 'Esta página sigue sola en cuanto hayas iniciado sesión.',
        loggedOut: 'Tu sesión aquí ha terminado. Esta página sigue sola en cuanto la inicies de nuevo.',
        logInHere: 'Iniciar sesión',
        waiting: 'Inicia sesión en la otra pestaña',
        waitingWhy: 'Esta página sigue sola en cuanto hayas iniciado sesión allí.',
        logInAgain: 'Abrir otra vez el inicio de sesión',
        newTab: '(abre una pestaña nueva)',
        inApp: '¿Usas la aplicación Rocket.Chat? Envía esto allí, en cualquier sala:',
        expired: 'Esta invitación ha caducado',
        askForNew: 'Pide una nueva a quien te la envió.',
        usedUp: 'Esta invitación está agotada',
        usedUpWhy: 'Ya ha dejado entrar a todas las personas que podía. Pide una nueva.',
        unknown: 'Esta invitación no se conoce aquí',
        unknownWhy: 'El enlace está incompleto, la invitación fue retirada o la sala ya no existe. Pide una nueva.',
        over: 'Esta invitación no es válida',
        overWhy: 'El enlace está incompleto, o la invitación ha caducado, está agotada o fue retirada. Pide una nueva.',
        banned: 'Tienes prohibida la entrada a esta sala',
        bannedWhy: 'Ninguna invitación puede cambiarlo. Un propietario de la sala sí.',
        unsure: 'Puede que ya estés en esta sala',
        unsureWhy: 'Tienes un lugar en ella o te han prohibido la entrada. Ahora mismo no se pudo saber cuál de las dos cosas.',
        workspace: 'Abrir el espacio de trabajo',
        tooMany: 'Demasiados intentos',
        tooManyWhy: 'Vuelve a intentarlo dentro de {minutes}.',
        down: 'El espacio de trabajo no responde',
        downWhy: 'Puede que falle tu conexión o que el servidor esté ocupado. No se ha perdido nada: la invitación sigue igual.',
        again: 'Intentar de nuevo',
    },
    'fr': {
        title: 'Invitation',
        lookingUp: 'Recherche de l’invitation …',
        invites: '{person} vous invite :',
        invited: 'Vous êtes invité :',
        until: 'L’invitation est valable jusqu’au {moment}.',
        always: 'L’invitation n’expire pas.',
        join: 'Rejoindre',
        joining: 'Entrée en cours …',
        joined: 'Vous y êtes',
        going: 'Direction {room} …',
        member: 'Vous êtes déjà dans {room}',
        open: 'Ouvrir le salon',
        logIn: 'Connectez-vous pour voir l’invitation',
        logInWhy: 'Cette page continue d’elle-même dès que vous êtes connecté.',
        loggedOut: 'Vous n’êtes plus connecté ici. Cette page continue d’elle-même dès que vous l’êtes.',
        logInHere: 'Se connecter',
        waiting: 'Connectez-vous dans l’autre onglet',
        waitingWhy: 'Cette page continue d’elle-même dès que vous y êtes connecté.',
        logInAgain: 'Rouvrir la page de connexion',
        newTab: '(ouvre un nouvel onglet)',
        inApp: 'Vous utilisez l’application Rocket.Chat ? Envoyez-y ceci, dans n’importe quel salon :',
        expired: 'Cette invitation a expiré',
        askForNew: 'Demandez-en une nouvelle à qui vous l’a envoyée.',
        usedUp: 'Cette invitation est épuisée',
        usedUpWhy: 'Elle a laissé entrer autant de personnes qu’elle le pouvait. Demandez-en une nouvelle.',
        unknown: 'Cette invitation n’est pas connue ici',
        unknownWhy: 'Le lien est incomplet, l’invitation a été retirée ou le salon n’existe plus. Demandez-en une nouvelle.',
        over: 'Cette invitation n’est pas valable',
        overWhy: 'Le lien est incomplet, ou l’invitation a expiré, est épuisée ou a été retirée. Demandez-en une nouvelle.',
        banned: 'Vous êtes banni de ce salon',
        bannedWhy: 'Aucune invitation ne peut y changer quoi que ce soit. Un propriétaire du salon, si.',
        unsure: 'Vous êtes peut-être déjà dans ce salon',
        unsureWhy: 'Vous y avez une place ou vous en êtes banni. Impossible de savoir à l’instant lequel des deux.',
        workspace: 'Ouvrir l’espace de travail',
        tooMany: 'Trop d’essais',
        tooManyWhy: 'Réessayez dans {minutes}.',
        down: 'L’espace de travail ne répond pas',
        downWhy: 'La connexion est peut-être coupée, ou le serveur est occupé. Rien n’est perdu : l’invitation reste telle quelle.',
        again: 'Réessayer',
    },
    'pt-BR': {
        title: 'Convite',
        lookingUp: 'Procurando o convite …',
        invites: '{person} convida você para',
        invited: 'Você foi convidado para',
        until: 'O convite vale até {moment}.',
        always: 'O convite não expira.',
        join: 'Entrar na sala',
        joining: 'Entrando …',
        joined: 'Você entrou',
        going: 'Levando você para {room} …',
        member: 'Você já está em {room}',
        open: 'Abrir a sala',
        logIn: 'Faça login para ver o convite',
        logInWhy: 'Esta página continua sozinha assim que você fizer login.',
        loggedOut: 'Sua sessão aqui terminou. Esta página continua sozinha assim que você fizer login de novo.',
        logInHere: 'Fazer login',
        waiting: 'Faça login na outra aba',
        waitingWhy: 'Esta página continua sozinha assim que você fizer login lá.',
        logInAgain: 'Abrir o login de novo',
        newTab: '(abre uma nova aba)',
        inApp: 'Você usa o aplicativo Rocket.Chat? Envie isto nele, em qualquer sala:',
        expired: 'Este convite expirou',
        askForNew: 'Peça um novo a quem o enviou.',
        usedUp: 'Este convite se esgotou',
        usedUpWhy: 'Ele já deixou entrar todas as pessoas que podia. Peça um novo.',
        unknown: 'Este convite não é conhecido aqui',
        unknownWhy: 'O link está incompleto, o convite foi retirado ou a sala não existe mais. Peça um novo.',
        over: 'Este convite não vale',
        overWhy: 'O link está incompleto, ou o convite expirou, se esgotou ou foi retirado. Peça um novo.',
        banned: 'Você foi banido desta sala',
        bannedWhy: 'Nenhum convite muda isso. Um proprietário da sala pode.',
        unsure: 'Talvez você já esteja nesta sala',
        unsureWhy: 'Você tem um lugar nela ou foi banido. Qual dos dois não foi possível saber agora.',
        workspace: 'Abrir o workspace',
        tooMany: 'Tentativas demais',
        tooManyWhy: 'Tente de novo em {minutes}.',
        down: 'O workspace não responde',
        downWhy: 'Sua conexão pode ter caído, ou o servidor está ocupado. Nada se perdeu: o convite continua como está.',
        again: 'Tentar de novo',
    },
};
