import { countedNoun } from '../../messages';
import { RefusalMessages } from '../../refusalMessages';
import { Partially } from '../../translation';
import { days, minutes, TAG } from './counts';

export const REFUSALS: Partially<RefusalMessages> = {
    'unauthorized': () => 'Tienes que iniciar sesión para hacer esto.',
    'invalid-request': () => 'Hay algo en esta solicitud que no es válido.',
    'no-username': () => 'Tu cuenta aún no tiene nombre de usuario. Elige uno primero.',
    'renamed': () => 'Tu nombre de usuario cambió mientras te unías. Inténtalo de nuevo.',
    'label-too-long': ({ ceiling }) => `Una etiqueta puede tener como máximo ${ceiling} caracteres.`,
    'validity-too-long': ({ ceiling, example }) => `Aquí los enlaces son válidos durante ${days(ceiling)} como máximo. Prueba ${example}`,
    'never-not-allowed': ({ example }) => `Aquí no se permiten enlaces que no caduquen nunca. Indica una duración: ${example}`,
    'in-the-past': () => 'Ese momento ya ha pasado. Elige uno en el futuro.',
    'invalid-end': () => 'Esa fecha está demasiado lejos. Prueba con una duración más corta.',
    'too-many-uses': ({ ceiling, example }) => `Aquí los enlaces admiten ${countedNoun(TAG, ceiling, 'uso', 'usos')} como máximo. Prueba ${example}`,
    'below-uses': ({ uses }) =>
        `${countedNoun(TAG, uses, 'persona ya ha', 'personas ya han')} usado este enlace, así que el límite no puede ser menor.`,
    'invalid-uses': () => 'Ese número de usos no es válido.',
    'unknown-room': () => 'Esa sala no existe o no eres miembro de ella.',
    'outside-room': () => 'Únete primero a esta sala. Solo sus miembros pueden crear enlaces a ella.',
    'attribute-room': () => 'Los atributos deciden quién está en esta sala, así que no se puede invitar a nadie.',
    'room-gone': () => 'La sala de ese enlace ya no existe o ningún enlace da acceso a ella. Pregunta a la persona que te lo envió.',
    'archived-room': () => 'Esa sala está archivada. Nadie puede unirse mientras lo esté.',
    'federated-room': () => 'Las salas compartidas con otros servidores no admiten enlaces de invitación.',
    'other-room-type': () => 'Los enlaces de invitación sirven para canales y grupos, no para este tipo de sala.',
    'unknown-token': () => 'Ese enlace no existe. Comprueba que esté completo o pide uno nuevo a quien te lo envió.',
    'used-up': () => 'Ese enlace se ha agotado. Pide uno nuevo a quien te lo envió.',
    'expired': () => 'Ese enlace ha caducado. Pide uno nuevo a quien te lo envió.',
    'paused': () => 'Ese enlace está en pausa. Pregunta a quien te lo envió.',
    'ended': () => 'Ese enlace ya no funciona. Pide uno nuevo a alguien de la sala.',
    'too-many-rooms': ({ ceiling }) => `Un enlace abre como máximo ${ceiling} salas.`,
    'too-many-addresses': ({ ceiling }) => `Un comando envía como máximo ${ceiling} correos. Envía los demás con otro.`,
    'not-invited': () => 'Este enlace es para otras personas. Si llegó por correo, tu cuenta necesita esa dirección, verificada.',
    'unknown-user': ({ name }) => `No existe ningún usuario llamado ${name}.`,
    'unknown-domain': () => 'Eso no es un dominio de correo. Escribe uno como `example.com`.',
    'unknown-role': ({ name }) => `Este espacio de trabajo no tiene ningún rol llamado ${name}. Los roles de una sala, como propietario, no cuentan.`,
    'too-many-names': ({ ceiling }) => `Un enlace puede ser para ${ceiling} personas, ${ceiling} dominios y ${ceiling} roles como máximo.`,
    'unverified-approving': () =>
        'Esta persona ya figura en la sala o tiene bloqueado el acceso, así que la aplicación no la dejó entrar. Consulta la lista de miembros.',
    'unknown-request': () => 'No existe esa solicitud. Quizá se revocó el enlace o se eliminó la cuenta.',
    'banned': () => 'Tienes bloqueado el acceso a esa sala. Ningún enlace puede cambiarlo, pero un propietario de la sala sí.',
    'unverified-adding': () =>
        'En el chat, solo los propietarios, moderadores y líderes de una sala pueden añadir personas por su nombre. La aplicación no puede distinguir a los demás miembros de las personas bloqueadas.',
    'unverified': () =>
        'En el chat, solo los propietarios, moderadores y líderes de una sala pueden crear enlaces a ella. Allí la aplicación no puede distinguir a los demás miembros de las personas bloqueadas.',
    'email-not-configured': () =>
        'Este espacio de trabajo no puede enviar correos, así que no envié nada. Un administrador puede configurar un servidor de correo.',
    'unknown-invite': () => 'Ese enlace no existe. Puede que ya se haya revocado.',
    'invite-changed': () =>
        'Otra persona ha cambiado este enlace mientras tanto, así que no se guardó nada. Comprueba los valores actuales y vuelve a guardar.',
    'not-listed': ({ example }) => `En tu última lista no hay ningún enlace con ese número. Mira ${example}`,
    'may-not-invite': () => 'No puedes crear enlaces de invitación a esta sala.',
    'may-not-revoke': () => 'Ese enlace no existe o no puedes revocarlo. Pueden hacerlo su creador, un propietario de la sala o un administrador.',
    'may-not-manage': () => 'Ese enlace no existe o no puedes gestionarlo. Pueden hacerlo su creador y quienes pueden invitar a la sala.',
    'may-not-rotate': () => 'Solo quien creó un enlace puede reemplazarlo.',
    'may-not-share': () => 'Solo quien creó un enlace puede compartirlo.',
    'may-not-post': () => 'No puedes escribir en esa sala, así que no he compartido el enlace allí.',
    'may-not-email': ({ example }) =>
        `Aquí no se pueden enviar enlaces por correo si un administrador no lo permite. Crea uno y envíalo tú: ${example}`,
    'may-not-list-all': ({ example }) => `Solo los administradores pueden ver los enlaces de todas las salas. Para esta sala: ${example}`,
    'not-authorized': () => 'No puedes hacer eso aquí.',
    'method-not-allowed': () => 'Eso no es posible.',
    'guessing': (facts) => `Demasiados enlaces incorrectos. Espera ${minutes(facts.minutes)} y vuelve a intentarlo.`,
    'creating': (facts) => `Has creado demasiados enlaces. Espera ${minutes(facts.minutes)} y vuelve a intentarlo.`,
    'busy': () => 'Muchas personas están usando este enlace ahora mismo. Vuelve a intentarlo en un minuto.',
    'internal': () => 'Algo salió mal. Vuelve a intentarlo. Los administradores pueden encontrar la causa en el registro de la aplicación.',
};
