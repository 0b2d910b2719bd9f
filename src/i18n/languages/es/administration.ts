import { AdministrationTexts } from '../../administration';
import { Partially } from '../../translation';

export const ADMINISTRATION: Partially<AdministrationTexts> = {
    action: 'Enlace de invitación',
    commandParams: 'create 7 días | list | use <enlace> | revoke <enlace> | @usuario',
    commandDescription: 'Invita a esta sala con un enlace o añade personas por su nombre',
    sections: {
        Section_Invite: 'Quién puede invitar',
        Section_Limits: 'Límites y valores por defecto',
        Section_Links: 'Enlaces',
        Section_Bans: 'Bloqueos',
        Section_Audit: 'Auditoría',
        Section_Compatibility: 'Compatibilidad',
    },
    settings: {
        Create_Roles: {
            label: 'Roles que pueden crear enlaces',
            description:
                'Vacío: la aplicación sigue el permiso create-invite-links de Administración → Permisos. Para apartarte de él, escribe roles separados por comas. owner, moderator y leader son roles en una sala.',
        },
        Manage_Roles: {
            label: 'Roles que pueden ver y revocar todos los enlaces',
            description:
                'Vacío: la aplicación sigue el permiso manage-invite-links de Administración → Permisos. En servidores sin ese permiso: admin. Para apartarte de él, escribe roles del espacio de trabajo separados por comas. Esas personas gestionan todos los enlaces en una página, cuya dirección es la del espacio de trabajo seguida de `{console}`. `/invite console` muestra un enlace a ella.',
        },
        Add_User_Roles: {
            label: 'Roles que pueden añadir personas por su nombre',
            description:
                'Para `/invite @usuario`. Vacío: la aplicación sigue el permiso add-user-to-joined-room de Administración → Permisos. Para apartarte de él, escribe roles separados por comas.',
        },
        Allow_Email_Invites: {
            label: 'Permitir enlaces por correo',
            description:
                'Activado: quienes pueden crear enlaces en una sala pueden hacer que el espacio de trabajo los envíe por correo, a un máximo de 50 direcciones a la vez. Cada enlace funciona una vez y solo para una cuenta con esa dirección verificada. Cada uno cuenta para el máximo de enlaces nuevos por hora. El espacio de trabajo necesita un servidor de correo y un remitente (Administración → Espacio de trabajo → Configuración → Correo electrónico).',
        },
        Default_Duration: {
            label: 'Validez por defecto',
            description:
                'Para `/invite create` sin duración. Ejemplos: `90 minutos`, `12 horas`, `7 días`, `2 semanas`, `nunca`. Formas cortas: `90m`, `12h`, `7d`, `2w`.',
        },
        Default_Uses: {
            label: 'Número de usos por defecto',
            description: 'Para `/invite create` sin número de usos. Ejemplos: `10 personas`, `1 persona`, `ilimitado`. Forma corta: `x10`.',
        },
        Max_Days: {
            label: 'Validez máxima en días',
            description:
                '0 = sin límite. Con un límite, no se pueden crear enlaces que no caduquen nunca, y un valor por defecto más largo se acorta hasta el límite.',
        },
        Max_Uses: {
            label: 'Máximo de usos por enlace',
            description:
                '0 = sin límite. Con un límite, no se pueden crear enlaces para un número ilimitado de personas, y un valor por defecto mayor se reduce hasta el límite.',
        },
        Allow_Never_Expiring: {
            label: 'Permitir enlaces que no caduquen nunca',
            description: 'Desactivado: todo enlace necesita una validez, aunque no haya un máximo.',
        },
        Max_Created_Per_Hour: {
            label: 'Máximo de enlaces nuevos por persona y hora',
            description: '0 = sin límite. Volver a obtener un enlace existente no cuenta.',
        },
        Creator_Must_Stay: {
            label: 'Suspender los enlaces cuando su creador se va',
            description:
                'Activado: un enlace solo funciona mientras su creador está activo, en la sala y con permiso para crear enlaces. Cuando lo está de nuevo, el enlace vuelve a funcionar. Desactivado: los enlaces funcionan pase lo que pase con su creador.',
        },
        Keep_Ended_Days: {
            label: 'Días que se conservan los enlaces terminados',
            description:
                'Cada noche, la aplicación elimina los enlaces que caducaron o se agotaron hace más de este número de días, junto con sus recuentos. 0: la noche siguiente.',
        },
        Keep_History_Days: {
            label: 'Días que se conserva el historial de enlaces',
            description:
                'Quién se unió con qué enlace y a quién se rechazó. Con 0 no se conserva ningún historial; quien sale y vuelve gasta entonces otro uso.',
        },
        Keep_Requests_Days: {
            label: 'Días que se conservan las solicitudes',
            description: 'Pasado este tiempo, se descarta la solicitud que nadie haya resuelto, y la persona rechazada puede volver a pedir unirse.',
        },
        Send_Notices: {
            label: 'Avisar a las personas sobre sus enlaces',
            description:
                'El bot de la aplicación avisa a los creadores cuando un enlace se usa por primera vez, se agota, está a punto de caducar o se suspende, y a los gestores de que alguien pide unirse.',
        },
        Link_Address: {
            label: 'Dirección base de los enlaces',
            description:
                'Vacío: la URL de sitio del espacio de trabajo. Si se accede al espacio de trabajo por otra dirección, escríbela, con su ruta si la tiene: https://chat.example.com',
        },
        Page_Address: {
            label: 'Dirección corta de los enlaces',
            description:
                'Vacío: los enlaces llevan la dirección de la propia página. Si no, una dirección que redirige a ella, como https://chat.example.com/i, para enlaces más cortos. El token va al final, después de #, y el navegador lo conserva al seguir la redirección.',
        },
        Ask_About_Bans: {
            label: 'Comprobar los bloqueos con la API REST',
            description:
                'Las aplicaciones no ven los bloqueos. Activado: cuando alguien que está en la sala o tiene bloqueado el acceso abre un enlace o llama a un endpoint, la aplicación pregunta a la API REST del propio espacio de trabajo cuál de los dos casos es. Usa la sesión de esa persona y solo llama a la URL de sitio. Del mismo modo lee los permisos del espacio de trabajo, como mucho cada diez minutos. Desactivado: a esa persona se le indica que la aplicación no puede averiguarlo, y no se leen los cambios de permisos.',
        },
        Audit_Room: {
            label: 'Sala de auditoría',
            description:
                'Nombre o id de una sala. El bot de la aplicación publica allí una línea por cada enlace creado, cambiado, usado o revocado, por cada decisión sobre una solicitud, por cada intento de una persona bloqueada y por cada ajuste cambiado. Nunca publica un token. La aplicación guarda el id de la sala, así que se puede cambiar su nombre. Vacío: sin sala de auditoría. Si el bot no puede publicar allí, queda anotado en el registro de la aplicación.',
        },
        Find_Or_Create_As_List: {
            label: 'Devolver findOrCreateInvite como un array',
            description:
                'Activado: para clientes hechos según la referencia pública, cuyo ejemplo muestra un array. Desactivado: la aplicación devuelve un objeto, como el servidor real.',
        },
        Take_Over_Invite: {
            label: 'Sustituir el /invite integrado',
            description:
                'Activado: la aplicación sustituye el `/invite` del servidor. Sigue añadiendo personas por su @nombre. `/invite-link` funciona en cualquier caso. Una vez sustituido, el comando del servidor solo vuelve cuando el servidor se reinicia.',
        },
    },
};
