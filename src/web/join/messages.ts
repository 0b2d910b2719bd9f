/** The texts of the page in one language. `{…}` is a placeholder. */
export interface PageMessages {
    readonly lookingUp: string;
    readonly invites: string;
    readonly invited: string;
    readonly until: string;
    readonly always: string;
    readonly publicRoom: string;
    readonly privateRoom: string;
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
    readonly withoutUsername: string;
    readonly withoutUsernameWhy: string;
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
    readonly copy: string;
    readonly copied: string;
    readonly closed: string;
    readonly closedWhy: string;
}

/** The texts by language tag. The first language is the fallback. */
export const PAGE_WORDS: Readonly<Record<string, PageMessages>> = {
    'en': {
        lookingUp: 'Looking up the invite…',
        invites: '{person} invites you to',
        invited: 'You are invited to',
        until: 'This invite link expires on {moment}.',
        always: 'This invite link never expires.',
        publicRoom: 'Public room',
        privateRoom: 'Private room',
        join: 'Join',
        joining: 'Joining…',
        joined: 'You’re in!',
        going: 'Opening {room}…',
        member: 'You are already in {room}',
        open: 'Open the room',
        logIn: 'Log in to see your invite',
        logInWhy: 'No account yet? Create one on the login page, if this workspace allows it. Once you are logged in, this page continues by itself.',
        loggedOut: 'You are no longer logged in here. Once you log in again, this page continues by itself.',
        logInHere: 'Log in',
        waiting: 'Finish logging in on the other tab',
        waitingWhy: 'Once you are logged in there, this page continues by itself.',
        logInAgain: 'Open the login page again',
        newTab: '(opens a new tab)',
        inApp: 'Using the Rocket.Chat app? Send this there, in any room:',
        expired: 'This invite link has expired',
        askForNew: 'Ask the person who sent it for a new one.',
        ended: 'This invite link no longer works',
        endedWhy: 'Ask someone in the room for a new one.',
        archived: 'This room is archived',
        archivedWhy: 'Nobody can join an archived room. Ask the person who sent you the link.',
        withoutUsername: 'Choose a username first',
        withoutUsernameWhy: 'Your account has no username yet. Open the workspace, choose one and come back.',
        usedUp: 'This invite link has been used up',
        usedUpWhy: 'It has reached its maximum number of uses. Ask the person who sent it for a new one.',
        unknown: 'There is no such invite link',
        unknownWhy: 'It is incomplete, it was revoked, or its room was deleted. Ask the person who sent it for a new one.',
        over: 'This invite link does not work',
        overWhy: 'It is incomplete, expired, used up or revoked. Ask the person who sent it for a new one.',
        banned: 'You are banned from this room',
        bannedWhy: 'No invite link can change that. Only an owner of the room can lift the ban.',
        unsure: 'You may already be in this room',
        unsureWhy: 'You are a member of it or banned from it. The app could not find out which.',
        workspace: 'Open the workspace',
        tooMany: 'Too many attempts',
        tooManyWhy: 'Try again in {minutes}.',
        down: 'The workspace is not responding',
        downWhy: 'You may be offline, or the workspace is busy. Try again in a moment.',
        again: 'Try again',
        copy: 'Copy',
        copied: 'Copied',
        closed: 'This room no longer accepts invite links',
        closedWhy: 'The type of the room has changed. Ask the person who sent you the link.',
    },
    'de': {
        lookingUp: 'Die Einladung wird gesucht…',
        invites: '{person} lädt dich in diesen Raum ein:',
        invited: 'Du bist in diesen Raum eingeladen:',
        until: 'Dieser Einladungslink läuft am {moment} Uhr ab.',
        always: 'Dieser Einladungslink läuft nie ab.',
        publicRoom: 'Öffentlicher Raum',
        privateRoom: 'Privater Raum',
        join: 'Beitreten',
        joining: 'Du trittst bei…',
        joined: 'Du bist dabei!',
        going: '{room} wird geöffnet…',
        member: 'Du bist schon in {room}',
        open: 'Raum öffnen',
        logIn: 'Melde dich an, um deine Einladung zu sehen',
        logInWhy:
            'Noch kein Konto? Erstelle eins auf der Anmeldeseite, wenn dieser Workspace es erlaubt. Sobald du angemeldet bist, geht es hier von selbst weiter.',
        loggedOut: 'Du bist hier nicht mehr angemeldet. Sobald du dich wieder anmeldest, geht es hier von selbst weiter.',
        logInHere: 'Anmelden',
        waiting: 'Melde dich im anderen Tab an',
        waitingWhy: 'Sobald du dort angemeldet bist, geht es hier von selbst weiter.',
        logInAgain: 'Anmeldeseite noch einmal öffnen',
        newTab: '(öffnet einen neuen Tab)',
        inApp: 'Du nutzt die Rocket.Chat-App? Sende dies dort, in einem beliebigen Raum:',
        expired: 'Dieser Einladungslink ist abgelaufen',
        askForNew: 'Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        ended: 'Dieser Einladungslink funktioniert nicht mehr',
        endedWhy: 'Bitte jemanden im Raum um einen neuen.',
        archived: 'Dieser Raum ist archiviert',
        archivedWhy: 'Einem archivierten Raum kann niemand beitreten. Frag die Person, die dir den Link geschickt hat.',
        withoutUsername: 'Wähle zuerst einen Benutzernamen',
        withoutUsernameWhy: 'Dein Konto hat noch keinen Benutzernamen. Öffne den Workspace, wähle einen und komm zurück.',
        usedUp: 'Dieser Einladungslink ist aufgebraucht',
        usedUpWhy: 'Er wurde so oft genutzt wie erlaubt. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        unknown: 'Diesen Einladungslink gibt es nicht',
        unknownWhy:
            'Er ist unvollständig, wurde widerrufen, oder der Raum wurde gelöscht. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        over: 'Dieser Einladungslink funktioniert nicht',
        overWhy: 'Er ist unvollständig, abgelaufen, aufgebraucht oder widerrufen. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        banned: 'Du bist für diesen Raum gesperrt',
        bannedWhy: 'Kein Einladungslink kann das ändern. Nur ein Besitzer des Raums kann die Sperre aufheben.',
        unsure: 'Vielleicht bist du schon in diesem Raum',
        unsureWhy: 'Du bist Mitglied dieses Raums oder für ihn gesperrt. Die App konnte nicht herausfinden, was davon zutrifft.',
        workspace: 'Workspace öffnen',
        tooMany: 'Zu viele Versuche',
        tooManyWhy: 'Versuche es in {minutes} noch einmal.',
        down: 'Der Workspace antwortet nicht',
        downWhy: 'Vielleicht bist du offline, oder der Workspace ist ausgelastet. Versuche es gleich noch einmal.',
        again: 'Noch einmal versuchen',
        copy: 'Kopieren',
        copied: 'Kopiert',
        closed: 'Dieser Raum nimmt keine Einladungslinks mehr an',
        closedWhy: 'Die Art des Raums hat sich geändert. Frag die Person, die dir den Link geschickt hat.',
    },
    'es': {
        lookingUp: 'Buscando la invitación…',
        invites: '{person} te invita a',
        invited: 'Te han invitado a',
        until: 'Este enlace de invitación caduca el {moment}.',
        always: 'Este enlace de invitación no caduca nunca.',
        publicRoom: 'Sala pública',
        privateRoom: 'Sala privada',
        join: 'Unirme',
        joining: 'Entrando en la sala…',
        joined: '¡Ya estás dentro!',
        going: 'Abriendo {room}…',
        member: 'Ya estás en {room}',
        open: 'Abrir la sala',
        logIn: 'Inicia sesión para ver tu invitación',
        logInWhy:
            '¿Aún no tienes cuenta? Créala en la página de inicio de sesión, si este espacio de trabajo lo permite. Cuando inicies sesión, esta página seguirá por sí sola.',
        loggedOut: 'Tu sesión aquí ha terminado. Cuando inicies sesión de nuevo, esta página seguirá por sí sola.',
        logInHere: 'Iniciar sesión',
        waiting: 'Inicia sesión en la otra pestaña',
        waitingWhy: 'Cuando inicies sesión allí, esta página seguirá por sí sola.',
        logInAgain: 'Abrir otra vez la página de inicio de sesión',
        newTab: '(abre una pestaña nueva)',
        inApp: '¿Usas la aplicación Rocket.Chat? Envía esto allí, en cualquier sala:',
        expired: 'Este enlace de invitación ha caducado',
        askForNew: 'Pide uno nuevo a quien te lo envió.',
        ended: 'Este enlace de invitación ya no funciona',
        endedWhy: 'Pide uno nuevo a alguien de la sala.',
        archived: 'Esta sala está archivada',
        archivedWhy: 'Nadie puede entrar en una sala archivada. Pregunta a quien te envió el enlace.',
        withoutUsername: 'Elige primero un nombre de usuario',
        withoutUsernameWhy: 'Tu cuenta aún no tiene nombre de usuario. Abre el espacio de trabajo, elige uno y vuelve.',
        usedUp: 'Este enlace de invitación se ha agotado',
        usedUpWhy: 'Ha alcanzado su número máximo de usos. Pide uno nuevo a quien te lo envió.',
        unknown: 'Este enlace de invitación no existe',
        unknownWhy: 'Está incompleto, se anuló o la sala se eliminó. Pide uno nuevo a quien te lo envió.',
        over: 'Este enlace de invitación no funciona',
        overWhy: 'Está incompleto, ha caducado, se ha agotado o se anuló. Pide uno nuevo a quien te lo envió.',
        banned: 'Tienes bloqueado el acceso a esta sala',
        bannedWhy: 'Ningún enlace de invitación puede cambiarlo. Solo un propietario de la sala puede quitar el bloqueo.',
        unsure: 'Puede que ya estés en esta sala',
        unsureWhy: 'Eres miembro o tienes bloqueado el acceso. La aplicación no ha podido averiguar cuál de las dos cosas.',
        workspace: 'Abrir el espacio de trabajo',
        tooMany: 'Demasiados intentos',
        tooManyWhy: 'Vuelve a intentarlo dentro de {minutes}.',
        down: 'El espacio de trabajo no responde',
        downWhy: 'Puede que no tengas conexión o que el servidor esté ocupado. Vuelve a intentarlo en un momento.',
        again: 'Intentar de nuevo',
        copy: 'Copiar',
        copied: 'Copiado',
        closed: 'Esta sala ya no acepta enlaces de invitación',
        closedWhy: 'El tipo de la sala ha cambiado. Pregunta a quien te envió el enlace.',
    },
    'fr': {
        lookingUp: 'Recherche de l’invitation…',
        invites: '{person} vous invite à rejoindre',
        invited: 'Vous avez reçu une invitation à rejoindre',
        until: 'Ce lien d’invitation expire le {moment}.',
        always: 'Ce lien d’invitation n’expire jamais.',
        publicRoom: 'Salon public',
        privateRoom: 'Salon privé',
        join: 'Rejoindre',
        joining: 'Vous rejoignez le salon…',
        joined: 'Vous y êtes !',
        going: 'Ouverture de {room}…',
        member: 'Vous êtes déjà dans {room}',
        open: 'Ouvrir le salon',
        logIn: 'Connectez-vous pour voir votre invitation',
        logInWhy:
            'Pas encore de compte ? Créez-en un sur la page de connexion, si cet espace de travail le permet. Cette page continue d’elle-même dès que vous vous connectez.',
        loggedOut: 'Votre session ici est terminée. Cette page continue d’elle-même dès que vous vous reconnectez.',
        logInHere: 'Se connecter',
        waiting: 'Connectez-vous dans l’autre onglet',
        waitingWhy: 'Cette page continue d’elle-même dès que vous vous y connectez.',
        logInAgain: 'Rouvrir la page de connexion',
        newTab: '(ouvre un nouvel onglet)',
        inApp: 'Vous utilisez l’application Rocket.Chat ? Envoyez-y ceci, dans n’importe quel salon :',
        expired: 'Ce lien d’invitation a expiré',
        askForNew: 'Demandez-en un nouveau à la personne qui vous l’a envoyé.',
        ended: 'Ce lien d’invitation ne fonctionne plus',
        endedWhy: 'Demandez-en un nouveau à quelqu’un du salon.',
        archived: 'Ce salon est archivé',
        archivedWhy: 'Personne ne peut rejoindre un salon archivé. Demandez à la personne qui vous a envoyé le lien.',
        withoutUsername: 'Choisissez d’abord un nom d’utilisateur',
        withoutUsernameWhy: 'Votre compte n’a pas encore de nom d’utilisateur. Ouvrez l’espace de travail, choisissez-en un et revenez.',
        usedUp: 'Ce lien d’invitation est épuisé',
        usedUpWhy: 'Il a atteint son nombre maximal d’utilisations. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
        unknown: 'Ce lien d’invitation n’existe pas',
        unknownWhy: 'Il est incomplet, il a été révoqué, ou le salon a été supprimé. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
        over: 'Ce lien d’invitation ne fonctionne pas',
        overWhy: 'Il est incomplet, expiré, épuisé ou révoqué. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
        banned: 'Vous êtes banni de ce salon',
        bannedWhy: 'Aucun lien d’invitation n’y change rien. Seul un propriétaire du salon peut lever le bannissement.',
        unsure: 'Vous êtes peut-être déjà dans ce salon',
        unsureWhy: 'Vous en êtes membre ou banni. L’application n’a pas pu savoir lequel des deux.',
        workspace: 'Ouvrir l’espace de travail',
        tooMany: 'Trop de tentatives',
        tooManyWhy: 'Réessayez dans {minutes}.',
        down: 'L’espace de travail ne répond pas',
        downWhy: 'Vous êtes peut-être hors ligne, ou le serveur est occupé. Réessayez dans un instant.',
        again: 'Réessayer',
        copy: 'Copier',
        copied: 'Copié',
        closed: 'Ce salon n’accepte plus de liens d’invitation',
        closedWhy: 'Le type du salon a changé. Demandez à la personne qui vous a envoyé le lien.',
    },
    'pt-BR': {
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
        unsure: 'Talvez você já esteja nesta sala',
        unsureWhy: 'Você é membro dela ou está banido. O aplicativo não conseguiu descobrir qual dos dois.',
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
    },
};
