import { plural, Words } from '../words';

const TAG = 'es';

const minutes = (count: number): string => plural(TAG, count, 'minuto', 'minutos');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));

export const SPANISH: Words = {
    tag: TAG,
    created: (room) => `Este es tu enlace de invitación a *${room}*. Quien lo abra podrá entrar:`,
    foundAgain: (room, since) => `Ya tienes este enlace a *${room}*, ${since}. Su caducidad no cambia; para uno nuevo, anula antes este:`,
    sinceToday: 'de hoy',
    sinceDay: (day) => `del ${day}`,
    expires: (left, moment) => `Caduca en ${left}, el ${moment}.`,
    neverExpires: 'No caduca nunca.',
    placesLeft: (left, places) => `Usos libres: ${left} de ${places}.`,
    anyNumber: (uses) =>
        uses === 0 ? 'Puede usarlo cualquier número de personas.' : `Puede usarlo cualquier número de personas; hasta ahora, ${uses}.`,
    howToRevoke: (line) => `Para anularlo antes: ${line}`,
    revoke: 'Anular',
    minutes,
    hours: (count) => plural(TAG, count, 'hora', 'horas'),
    days: (count) => plural(TAG, count, 'día', 'días'),
    listOfRoom: (room) => `*Enlaces de invitación a ${room}*`,
    listOfOwn: '*Tus enlaces de invitación a esta sala*',
    listOfAll: '*Enlaces de invitación de todo el espacio de trabajo*',
    noneOfRoom: (room, line) => `Ahora mismo no hay ningún enlace válido a *${room}*. Crea uno: ${line}`,
    noneOfOwn: 'No tienes ningún enlace de invitación activo para esta sala.',
    noneOfAll: 'Ahora mismo no hay ningún enlace válido en ninguna sala.',
    ended: (count) => `${plural(TAG, count, 'enlace ha caducado o se ha agotado', 'enlaces han caducado o se han agotado')}.`,
    seeMore: (shown, all, line) => `Estos son ${shown} de ${all}. Más: ${line}`,
    endsIn: (left, moment) => `caduca en ${left} (${moment})`,
    endsNever: 'no caduca',
    usedBy: (uses, places) => `usado ${uses}/${places}`,
    by: (maker) => `de ${maker}`,
    to: (room) => `a *${room}*`,
    notNow: (why) => `ahora no vale: ${why}`,
    paused: {
        'creator-gone': 'quien lo creó ya no existe',
        'creator-deactivated': 'quien lo creó está desactivado',
        'creator-left': 'quien lo creó ya no está en la sala',
        'creator-may-not': 'quien lo creó ya no puede crear enlaces aquí',
        'room-archived': 'la sala está archivada',
    },
    somebodyGone: 'alguien que ya no está',
    joined: (room, url) => `¡Hola! Ya estás en *${room}*: ${url}`,
    alreadyIn: (room, url) => `Ya estabas en *${room}*: ${url}`,
    unverified: (room, url) => `Ya tienes un sitio en *${room}* o tienes prohibida la entrada. Ábrela para verlo: ${url}`,
    revoked: (room) => `Ese enlace de invitación a *${room}* ya no funciona.`,
    linkRevoked: 'Ese enlace de invitación ya no funciona.',
    added: (username) => `@${username} ya está en esta sala.`,
    unknownUser: (username) => `No existe ningún usuario llamado \`${username}\`.`,
    alreadyHere: (username) => `@${username} ya estaba aquí.`,
    notAdded: (username) => `No se ha podido añadir a @${username} a esta sala.`,
    helpTitle: '*Invita a esta sala con un enlace*',
    helpCreate: (line) => `${line} crea un enlace, también a otra sala: \`#sala\``,
    helpDurations: (durations, uses) => `Cuánto tiempo: ${durations}. Para cuántos: ${uses}. En cualquier orden.`,
    helpList: (line) => `${line} muestra los enlaces de esta sala; \`list all\`, los de todo el espacio`,
    helpUse: (line) => `${line} te lleva a la sala de un enlace`,
    helpRevoke: (line) => `${line} anula un enlace`,
    helpAdd: (line) => `${line} añade a alguien a esta sala al momento`,
    unclear: (word) => `No entiendo ${word}, así que no se ha hecho nada.`,
    understood: (line) => `Sí he entendido ${line}.`,
    didYouMean: (lines) => `¿Querías decir ${lines}?`,
    or: 'o',
    seeHelp: (line) => `Lo que entiendo: ${line}`,
    tooLong: (most) => `Es demasiado largo, así que no se ha hecho nada. Un comando admite como máximo ${most} caracteres.`,
    whichToUse: (line) => `¿Qué enlace? Escribe ${line} con el enlace o con sus 16 letras y cifras.`,
    whichToRevoke: (line) => `¿Qué enlace? Escribe ${line} con el enlace o con su id, como aparece en la lista.`,
    askOwners: (names) => `Pregunta a ${names}.`,
    askAnOwner: 'Pregunta a un propietario de la sala.',
    onlyAdministrators: (line) => `Solo los administradores pueden ver los enlaces de todas las salas. Los de esta sala: ${line}`,
    neverNotAllowed: (line) => `Aquí no se permiten enlaces que no caduquen. Di cuánto tiempo: ${line}`,
    mostDays: (count, line) => `Aquí los enlaces valen como máximo ${plural(TAG, count, 'día', 'días')}. Prueba ${line}`,
    mostUses: (count, line) => `Aquí los enlaces admiten como máximo ${plural(TAG, count, 'uso', 'usos')}. Prueba ${line}`,
    badDays: 'El calendario no llega tan lejos.',
    badUses: 'Eso no es un número de personas.',
    refused: {
        'unauthorized': () => 'Tienes que iniciar sesión para hacer esto.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Elige primero un nombre de usuario: tu cuenta aún no tiene ninguno.'
                : reason === 'renamed'
                  ? 'Tu nombre de usuario cambió mientras te unías. Inténtalo de nuevo.'
                  : 'Eso no puede ser.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Entra primero en esta sala: solo sus miembros pueden crear enlaces a ella.';
                case 'attributes':
                    return 'Los atributos deciden quién está en esta sala, así que no se puede invitar a nadie.';
                case 'gone':
                    return 'La sala de ese enlace ya no existe o ningún enlace da acceso a ella. Pregunta a quien te lo envió.';
                default:
                    return 'Esa sala no existe o no estás en ella.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Esa sala está archivada: mientras lo esté, nadie puede entrar.'
                : 'Con un enlace solo se puede invitar a canales y grupos, no a este tipo de sala.',
        'error-invalid-token': () => 'No se reconoce ese enlace. Comprueba que esté completo o pide uno nuevo.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Por ese enlace ya han entrado todas las personas que podían. Pide uno nuevo.'
                : field === 'expires'
                  ? 'Ese enlace ha caducado. Pide uno nuevo.'
                  : 'Ese enlace ya no es válido. Pide uno nuevo a alguien de la sala.',
        'error-user-is-banned': () => 'Tienes prohibida la entrada a esa sala y ningún enlace puede cambiarlo. Un propietario de la sala, sí.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'En el chat, solo los propietarios, moderadores y líderes de una sala pueden añadir personas por su nombre: la aplicación no distingue a los demás miembros de quienes están bloqueados.'
                : reason === 'seeing-links'
                  ? 'Aquí, solo los propietarios, moderadores y líderes de una sala ven sus enlaces: la aplicación no puede distinguir a los demás miembros de quienes tienen prohibida la entrada.'
                  : 'En el chat, solo los propietarios, moderadores y líderes de una sala pueden crear enlaces a ella: allí la aplicación no puede distinguir a los demás miembros de quienes tienen prohibida la entrada.',
        'invalid-invitation-id': () => 'Ese enlace no existe.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'No puedes crear enlaces de invitación a esta sala.'
                : reason === 'removing'
                  ? 'Ese enlace no existe o no puedes anularlo. Puede hacerlo quien lo creó, un propietario de la sala o un administrador.'
                  : 'Aquí no puedes hacer eso.',
        'method-not-allowed': () => 'Eso no se puede hacer.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Demasiados enlaces equivocados. Espera ${minutesIn(retryAfter)} y vuelve a intentarlo.`
                : reason === 'creating'
                  ? `Has creado muchísimos enlaces. Espera ${minutesIn(retryAfter)} y vuelve a intentarlo.`
                  : 'Muchas personas están usando este enlace. Vuelve a intentarlo en un minuto.',
        'error-internal': () => 'Algo ha ido mal y aquí no se sabe más. Vuelve a intentarlo; en el registro de la aplicación hay más detalles.',
    },
    form: {
        title: 'Enlace de invitación',
        room: 'Sala',
        otherRooms: 'Para una sala que no está en la lista, abre este diálogo allí.',
        duration: 'Cuánto tiempo vale el enlace',
        durationHint: 'Por ejemplo: 90 minutos, 12 horas, 7 días, 2 semanas.',
        orNever: 'O bien: nunca.',
        mostDays: (count) => `Como máximo ${plural(TAG, count, 'día', 'días')}.`,
        uses: 'Cuántas personas pueden usarlo',
        usesHint: 'Un número.',
        orUnlimited: 'O bien: ilimitado.',
        mostUses: (count) => `Como máximo ${count}.`,
        days: (count) => plural(TAG, count, 'día', 'días'),
        never: 'nunca',
        unlimited: 'ilimitado',
        create: 'Crear el enlace',
        cancel: 'Cancelar',
        done: 'Listo',
        copyLink: 'Copia este enlace y envíalo a quien quieras invitar',
        toList: 'Enlaces de esta sala',
        toForm: 'Nuevo enlace',
        newer: 'Más nuevos',
        older: 'Más antiguos',
        none: (room) => `Ahora mismo no hay ningún enlace válido a *${room}*.`,
        noRoom: 'No hay ninguna sala para la que puedas crear enlaces aquí.',
        whichRoom: 'Elige una sala.',
        noDuration: 'Eso no es una duración. Escríbela así: 90 minutos, 12 horas, 7 días, 2 semanas, nunca.',
        noUses: 'Eso no es un número de personas. Escribe uno, como 10, o: ilimitado.',
        neverNotAllowed: 'Aquí no se permiten enlaces que no caduquen. Escribe cuánto tiempo, por ejemplo: 7 días.',
    },
};
