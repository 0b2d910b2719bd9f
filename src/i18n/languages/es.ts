import { countedNoun } from '../messages';
import { minutesToWait } from '../minutesToWait';
import { Translation } from '../translation';
import { PageMessages } from '../pageMessages';

const TAG = 'es';

const minutes = (count: number): string => countedNoun(TAG, count, 'minuto', 'minutos');
const minutesIn = (seconds: number | undefined): string => minutes(minutesToWait(seconds));
const hours = (count: number): string => countedNoun(TAG, count, 'hora', 'horas');
const days = (count: number): string => countedNoun(TAG, count, 'día', 'días');

export const SPANISH: Translation = {
    tag: TAG,
    vocabulary: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => countedNoun(TAG, count, 'semana', 'semanas') },
        never: 'nunca',
        uses: (count) => countedNoun(TAG, count, 'persona', 'personas'),
        unlimited: 'ilimitado',
        link: '<enlace>',
        user: '@usuario',
        room: '#sala',
    },
    created: (room) => `Este es tu enlace de invitación a *${room}*. Cualquier persona con una cuenta aquí puede entrar:`,
    alreadyCreated: (room, since) =>
        `Ya tienes este enlace a *${room}*, creado ${since}. Su caducidad no ha cambiado. Si quieres uno nuevo, anula primero este:`,
    today: 'hoy',
    onDay: (day) => `el ${day}`,
    expires: (left, moment) => `Caduca en ${left}, el ${moment}.`,
    neverExpires: 'No caduca nunca.',
    seatsLeft: (left, seats) => `Usos restantes: ${left} de ${seats}.`,
    unlimitedUses: (uses) =>
        uses === 0 ? 'Puede usarlo un número ilimitado de personas.' : `Puede usarlo un número ilimitado de personas. Usos hasta ahora: ${uses}.`,
    howToRevoke: (command) => `Para anularlo: ${command}`,
    revoke: 'Anular',
    minutes,
    hours,
    days,
    roomListTitle: (room) => `*Enlaces de invitación a ${room}*`,
    ownListTitle: '*Tus enlaces de invitación a esta sala*',
    workspaceListTitle: '*Todos los enlaces de invitación del espacio de trabajo*',
    emptyRoomList: (room, command) => `*${room}* no tiene enlaces de invitación activos. Crea uno: ${command}`,
    emptyOwnList: 'No tienes enlaces de invitación activos para esta sala.',
    emptyWorkspaceList: 'Este espacio de trabajo no tiene enlaces de invitación activos.',
    ended: (count) => `${countedNoun(TAG, count, 'enlace ha caducado o se ha agotado', 'enlaces han caducado o se han agotado')}.`,
    seeMore: (shown, all, command) => `Estos son ${shown} de ${all}. Más: ${command}`,
    listExpires: (left, moment) => `caduca en ${left} (${moment})`,
    listNeverExpires: 'no caduca nunca',
    usedBy: (uses, maxUses) => (maxUses === 0 ? `usado ${countedNoun(TAG, uses, 'vez', 'veces')}, sin límite` : `usado ${uses}/${maxUses}`),
    createdBy: (creator) => `creado por ${creator}`,
    forRoom: (room) => `para *${room}*`,
    suspendedBecause: (why) => `suspendido: ${why}`,
    suspended: {
        'creator-gone': 'la cuenta de quien lo creó se ha eliminado',
        'creator-deactivated': 'la cuenta de quien lo creó está desactivada',
        'creator-left': 'quien lo creó ha salido de la sala',
        'creator-may-not': 'quien lo creó ya no puede crear enlaces aquí',
        'room-archived': 'la sala está archivada',
    },
    deletedUser: 'un usuario eliminado',
    joined: (room, url) => `¡Te damos la bienvenida! Ya estás en *${room}*: ${url}`,
    alreadyMember: (room, url) => `Ya estás en *${room}*: ${url}`,
    unverified: (room, url) => `Ya estás en *${room}*: ${url} Si no se abre, pregunta a un propietario de la sala.`,
    revoked: (room) => `Anulado. Ese enlace de invitación a *${room}* ya no funciona.`,
    linkRevoked: 'Revocado. Ese enlace de invitación ya no funciona.',
    added: (username) => `@${username} ya está en esta sala.`,
    unknownUser: (username) => `No existe ningún usuario llamado \`${username}\`.`,
    alreadyHere: (username) => `@${username} ya está en esta sala. Si no aparece en la lista de miembros, pregunta a un propietario.`,
    notAdded: (username) => `No se ha podido añadir a @${username} a esta sala.`,
    helpTitle: '*Invita a esta sala con un enlace*',
    helpCreate: (command, room) => `${command} crea un enlace. Para otra sala, añade ${room}.`,
    helpDurations: (durations, uses, short) => `Validez: ${durations}. Para cuántas personas: ${uses}. En cualquier orden. Formas cortas: ${short}.`,
    helpList: (command, all) => `${command} muestra los enlaces de esta sala; ${all}, los de todo el espacio de trabajo (solo administradores).`,
    helpUse: (command) => `${command} te lleva a la sala del enlace.`,
    helpRevoke: (command) => `${command} anula un enlace.`,
    helpAdd: (command) => `${command} añade a una persona a esta sala al momento.`,
    unclear: (word) => `No entiendo ${word}, así que no he hecho nada.`,
    understood: (command) => `Sí he entendido ${command}.`,
    didYouMean: (commands) => `¿Querías decir ${commands}?`,
    or: 'o',
    seeHelp: (command) => `Ayuda: ${command}`,
    tooLong: (maxCharacters) => `Es demasiado largo, así que no he hecho nada. Un comando admite como máximo ${maxCharacters} caracteres.`,
    missingLinkToUse: (command) => `¿Qué enlace? Escribe ${command}. Bastan sus 16 letras y cifras.`,
    missingLinkToRevoke: (command) => `¿Qué enlace? Escribe ${command}. También sirve su id de la lista.`,
    askOwners: (names) => `Pregunta a ${names}.`,
    askAnOwner: 'Pregunta a un propietario de la sala.',
    onlyAdministrators: (command) => `Solo los administradores pueden ver los enlaces de todas las salas. Para esta sala: ${command}`,
    neverNotAllowed: (command) => `Aquí no se permiten enlaces que no caduquen nunca. Indica una duración: ${command}`,
    maxDays: (max, command) => `Aquí los enlaces son válidos durante ${days(max)} como máximo. Prueba ${command}`,
    maxUses: (max, command) => `Aquí los enlaces admiten ${countedNoun(TAG, max, 'uso', 'usos')} como máximo. Prueba ${command}`,
    invalidDays: 'Esa fecha está demasiado lejos. Prueba con una duración más corta.',
    invalidUses: 'Ese número de usos no es válido.',
    refused: {
        'unauthorized': () => 'Tienes que iniciar sesión para hacer esto.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Tu cuenta aún no tiene nombre de usuario. Elige uno primero.'
                : reason === 'renamed'
                  ? 'Tu nombre de usuario cambió mientras te unías. Inténtalo de nuevo.'
                  : 'Hay algo en esta solicitud que no es válido.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Entra primero en esta sala. Solo sus miembros pueden crear enlaces a ella.';
                case 'attributes':
                    return 'Los atributos deciden quién está en esta sala, así que no se puede invitar a nadie.';
                case 'gone':
                    return 'La sala de ese enlace ya no existe o ningún enlace da acceso a ella. Pregunta a la persona que te lo envió.';
                default:
                    return 'Esa sala no existe o no eres miembro de ella.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Esa sala está archivada. Nadie puede entrar mientras lo esté.'
                : reason === 'federated'
                  ? 'Las salas compartidas con otros servidores no admiten enlaces de invitación.'
                  : 'Los enlaces de invitación sirven para canales y grupos, no para este tipo de sala.',
        'error-invalid-token': () => 'Ese enlace no existe. Comprueba que esté completo o pide uno nuevo a quien te lo envió.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Ese enlace se ha agotado. Pide uno nuevo a quien te lo envió.'
                : field === 'expires'
                  ? 'Ese enlace ha caducado. Pide uno nuevo a quien te lo envió.'
                  : 'Ese enlace ya no funciona. Pide uno nuevo a alguien de la sala.',
        'error-user-is-banned': () => 'Tienes bloqueado el acceso a esa sala. Ningún enlace puede cambiarlo, pero un propietario de la sala sí.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'En el chat, solo los propietarios, moderadores y líderes de una sala pueden añadir personas por su nombre. La aplicación no puede distinguir a los demás miembros de las personas vetadas.'
                : reason === 'seeing-links'
                  ? 'Aquí, solo los propietarios, moderadores y líderes de una sala ven sus enlaces. La aplicación no puede distinguir a los demás miembros de las personas bloqueadas.'
                  : 'En el chat, solo los propietarios, moderadores y líderes de una sala pueden crear enlaces a ella. Allí la aplicación no puede distinguir a los demás miembros de las personas bloqueadas.',
        'invalid-invitation-id': () => 'Ese enlace no existe. Puede que ya se haya anulado.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'No puedes crear enlaces de invitación a esta sala.'
                : reason === 'removing'
                  ? 'Ese enlace no existe o no puedes revocarlo. Pueden hacerlo su creador, un propietario de la sala o un administrador.'
                  : 'No puedes hacer eso aquí.',
        'method-not-allowed': () => 'Eso no es posible.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Demasiados enlaces incorrectos. Espera ${minutesIn(retryAfter)} y vuelve a intentarlo.`
                : reason === 'creating'
                  ? `Has creado demasiados enlaces. Espera ${minutesIn(retryAfter)} y vuelve a intentarlo.`
                  : 'Muchas personas están usando este enlace. Vuelve a intentarlo en un minuto.',
        'error-internal': () =>
            'Algo ha ido mal. Vuelve a intentarlo. Los administradores pueden encontrar la causa en el registro de la aplicación.',
    },
    modal: {
        title: 'Enlace de invitación',
        room: 'Sala',
        otherRooms: '¿La sala no está en la lista? Abre «Enlace de invitación» en el menú de esa sala.',
        duration: 'Validez',
        durationHint: (examples) => `Por ejemplo, ${examples}.`,
        maxDaysHint: (max) => `Como máximo, ${days(max)}.`,
        uses: 'Cuántas personas pueden usarlo',
        usesHint: (count, unlimited) => `Por ejemplo, ${count}, o ${unlimited}.`,
        maxUsesHint: (max) => `Como máximo, ${max}.`,
        create: 'Crear enlace',
        cancel: 'Cancelar',
        done: 'Listo',
        copyLink: 'Copia este enlace y envíalo a las personas que quieras invitar',
        showList: 'Enlaces activos',
        newLink: 'Nuevo enlace',
        newer: 'Más recientes',
        older: 'Más antiguos',
        emptyList: (room) => `*${room}* no tiene enlaces de invitación activos.`,
        noRooms: 'Tampoco puedes crear enlaces a tus otras salas.',
        missingRoom: 'Elige una sala.',
        invalidDuration: (example) => `Eso no es una duración. Escribe, por ejemplo, ${example}.`,
        invalidUses: (count, unlimited) => `Eso no es un número de personas. Escribe, por ejemplo, ${count}, o ${unlimited}.`,
        neverNotAllowed: (example) => `Aquí no se permiten enlaces que no caduquen nunca. Escribe una duración, por ejemplo, ${example}.`,
    },
    audit: {
        created: (person, room, id, terms) => `${person} creó un enlace de invitación para ${room} (${id}): ${terms}.`,
        joined: (person, room, invite, count) => `${person} entró en ${room} con ${invite}: ${count}.`,
        edited: (person, room, invite, terms) => `${person} ha cambiado ${invite} para ${room}. Ahora: ${terms}.`,
        paused: 'en pausa',
        resumed: 'ya no está en pausa',
        rotated: (person, room, invite) => `${person} ha sustituido el token de ${invite} para ${room}. El enlace anterior ya no funciona.`,
        revoked: (person, room, invite) => `${person} revocó ${invite} para ${room}.`,
        bannedFromUsing: (person, room, invite) => `${person} tiene vetado el acceso a ${room} e intentó usar ${invite}.`,
        bannedFromCreating: (person, room) => `${person} tiene vetado el acceso a ${room} e intentó crear un enlace de invitación.`,
        intruded: (intruder, room, person, isRemoved) =>
            `${intruder} entró en ${room} en lugar de ${person}, que cedió su nombre de usuario al entrar. ${isRemoved ? 'La aplicación lo expulsó de nuevo.' : 'La aplicación no pudo expulsarlo. Expúlsalo ahora.'} Si tenía vetado el acceso, el veto se ha levantado: vuelve a vetarlo.`,
        settingChanged: (label, value) => `El ajuste ${label} es ahora ${value}.`,
        inviteOf: (creator, id) => `el enlace de invitación de ${creator} (${id})`,
        validFor: (duration) => `válido durante ${duration}`,
        neverExpires: 'no caduca nunca',
        forPeople: (people) => `para ${people}`,
        forAnyNumber: 'para cualquier número de personas',
        usesOf: (uses, maxUses) => `${uses} de ${countedNoun(TAG, maxUses, 'uso', 'usos')}`,
        usesSoFar: (uses) => `${countedNoun(TAG, uses, 'uso', 'usos')} hasta ahora`,
    },
    settingLabels: {
        Create_Roles: 'Roles que pueden crear enlaces',
        Manage_Roles: 'Roles que pueden ver y anular todos los enlaces',
        Add_User_Roles: 'Roles que pueden añadir personas por su nombre',
        Default_Duration: 'Validez predeterminada',
        Default_Uses: 'Número de usos predeterminado',
        Max_Days: 'Validez máxima en días',
        Max_Uses: 'Usos máximos por enlace',
        Allow_Never_Expiring: 'Permitir enlaces que no caduquen nunca',
        Max_Created_Per_Hour: 'Enlaces nuevos máximos por persona y hora',
        Creator_Must_Stay: 'Suspender los enlaces cuando su creador se va',
        Keep_Ended_Days: 'Días que se conservan los enlaces terminados',
        Keep_History_Days: 'Días que se conserva el historial de enlaces',
        Link_Address: 'Dirección base de los enlaces',
        Find_Or_Create_As_List: 'Devolver findOrCreateInvite como un array',
        Take_Over_Invite: 'Sustituir el /invite integrado',
        Ask_About_Bans: 'Comprobar los bloqueos con la API REST',
        Audit_Room: 'Sala de auditoría',
    },
};

/** Apart from the other messages, so that the page's bundle holds only these. */
export const SPANISH_PAGE: Partial<PageMessages> = {
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
    unsure: 'Ya estás en esta sala',
    unsureWhy: 'Si no se abre, pregunta a un propietario de la sala.',
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
};
