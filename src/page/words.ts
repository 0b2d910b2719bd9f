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
    readonly ended: string;
    readonly endedWhy: string;
    readonly archived: string;
    readonly archivedWhy: string;
    readonly nameless: string;
    readonly namelessWhy: string;
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
        ended: 'This invitation is no longer valid',
        endedWhy: 'Ask somebody in the room for a new one.',
        archived: 'This room is archived',
        archivedWhy: 'Nobody can join it as long as it is. Ask whoever sent the invitation.',
        nameless: 'Choose a username first',
        namelessWhy: 'Your account is not finished yet: open the workspace, choose a username, and come back.',
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
        downWhy: 'Your connection may be down, or the workspace is busy. Please try again in a moment.',
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
        askForNew: 'Bitte die Person, die sie dir geschickt hat, um eine neue.',
        ended: 'Diese Einladung gilt nicht mehr',
        endedWhy: 'Bitte jemanden im Raum um eine neue.',
        archived: 'Dieser Raum ist archiviert',
        archivedWhy: 'Solange er es ist, kann ihm niemand beitreten. Frag, wer dir die Einladung geschickt hat.',
        nameless: 'Wähle zuerst einen Benutzernamen',
        namelessWhy: 'Dein Konto ist noch nicht fertig: Öffne den Workspace, wähle einen Benutzernamen und komm zurück.',
        usedUp: 'Diese Einladung ist aufgebraucht',
        usedUpWhy: 'Sie hat so viele Personen eingelassen, wie sie darf. Bitte um eine neue.',
        unknown: 'Diese Einladung ist hier nicht bekannt',
        unknownWhy: 'Der Link ist unvollständig, oder sie wurde zurückgezogen, oder es gibt den Raum nicht mehr. Bitte um eine neue.',
        over: 'Diese Einladung gilt nicht',
        overWhy: 'Der Link ist unvollständig, oder sie ist abgelaufen, aufgebraucht oder zurückgezogen. Bitte um eine neue.',
        banned: 'Du bist in diesem Raum gesperrt',
        bannedWhy: 'Keine Einladung kann das ändern. Ein Besitzer des Raums kann es.',
        unsure: 'Vielleicht bist du schon in diesem Raum',
        unsureWhy: 'Du hast dort einen Platz oder bist gesperrt. Was davon, ließ sich gerade nicht herausfinden.',
        workspace: 'Workspace öffnen',
        tooMany: 'Zu viele Versuche',
        tooManyWhy: 'Bitte versuche es in {minutes} noch einmal.',
        down: 'Der Workspace antwortet nicht',
        downWhy: 'Vielleicht fehlt die Verbindung, oder der Workspace ist ausgelastet. Bitte versuche es gleich noch einmal.',
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
        ended: 'Esta invitación ya no es válida',
        endedWhy: 'Pide una nueva a alguien de la sala.',
        archived: 'Esta sala está archivada',
        archivedWhy: 'Mientras lo esté, nadie puede entrar. Pregunta a quien te envió la invitación.',
        nameless: 'Elige primero un nombre de usuario',
        namelessWhy: 'Tu cuenta aún no está terminada: abre el espacio de trabajo, elige un nombre de usuario y vuelve.',
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
        downWhy: 'Puede que falle tu conexión o que el servidor esté ocupado. Vuelve a intentarlo en un momento.',
        again: 'Intentar de nuevo',
    },
    'fr': {
        title: 'Invitation',
        lookingUp: 'Recherche de l’invitation …',
        invites: '{person} vous invite :',
        invited: 'Vous avez une invitation :',
        until: 'L’invitation est valable jusqu’au {moment}.',
        always: 'L’invitation n’expire pas.',
        join: 'Rejoindre',
        joining: 'Entrée en cours …',
        joined: 'Vous y êtes',
        going: 'Direction {room} …',
        member: 'Vous êtes déjà dans {room}',
        open: 'Ouvrir le salon',
        logIn: 'Connectez-vous pour voir l’invitation',
        logInWhy: 'Cette page continue d’elle-même dès la connexion.',
        loggedOut: 'Votre session ici est terminée. Cette page continue d’elle-même dès la prochaine connexion.',
        logInHere: 'Se connecter',
        waiting: 'Connectez-vous dans l’autre onglet',
        waitingWhy: 'Cette page continue d’elle-même dès que la connexion y est faite.',
        logInAgain: 'Rouvrir la page de connexion',
        newTab: '(ouvre un nouvel onglet)',
        inApp: 'Vous utilisez l’application Rocket.Chat ? Envoyez-y ceci, dans n’importe quel salon :',
        expired: 'Cette invitation a expiré',
        askForNew: 'Demandez-en une nouvelle à qui vous l’a envoyée.',
        ended: 'Cette invitation n’est plus valable',
        endedWhy: 'Demandez-en une nouvelle à quelqu’un du salon.',
        archived: 'Ce salon est archivé',
        archivedWhy: 'Tant qu’il l’est, personne ne peut le rejoindre. Demandez à qui vous a envoyé l’invitation.',
        nameless: 'Choisissez d’abord un nom d’utilisateur',
        namelessWhy: 'Votre compte n’est pas encore prêt : ouvrez l’espace de travail, choisissez un nom d’utilisateur et revenez.',
        usedUp: 'Cette invitation est épuisée',
        usedUpWhy: 'Elle a laissé entrer autant de personnes qu’elle le pouvait. Demandez-en une nouvelle.',
        unknown: 'Cette invitation n’est pas connue ici',
        unknownWhy: 'Le lien est incomplet, l’invitation a été retirée ou le salon n’existe plus. Demandez-en une nouvelle.',
        over: 'Cette invitation n’est pas valable',
        overWhy: 'Le lien est incomplet, ou l’invitation a expiré, est épuisée ou a été retirée. Demandez-en une nouvelle.',
        banned: 'L’accès à ce salon vous est interdit',
        bannedWhy: 'Aucune invitation ne peut y changer quoi que ce soit. Un propriétaire du salon, si.',
        unsure: 'Vous êtes peut-être déjà dans ce salon',
        unsureWhy: 'Vous y avez une place, ou l’accès vous est interdit. Pour l’instant, impossible de savoir lequel des deux.',
        workspace: 'Ouvrir l’espace de travail',
        tooMany: 'Trop d’essais',
        tooManyWhy: 'Réessayez dans {minutes}.',
        down: 'L’espace de travail ne répond pas',
        downWhy: 'La connexion est peut-être coupée, ou le serveur est occupé. Réessayez dans un instant.',
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
        ended: 'Este convite não vale mais',
        endedWhy: 'Peça um novo a alguém da sala.',
        archived: 'Esta sala está arquivada',
        archivedWhy: 'Enquanto estiver, ninguém pode entrar. Pergunte a quem enviou o convite.',
        nameless: 'Escolha primeiro um nome de usuário',
        namelessWhy: 'Sua conta ainda não está pronta: abra o workspace, escolha um nome de usuário e volte.',
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
        downWhy: 'Sua conexão pode ter caído, ou o servidor está ocupado. Tente de novo em instantes.',
        again: 'Tentar de novo',
    },
};
