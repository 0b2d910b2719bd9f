import { countedNoun } from '../messages';
import { minutesToWait } from '../minutesToWait';
import { Translation } from '../translation';
import { PageMessages } from '../pageMessages';

const TAG = 'de';

const minutes = (count: number): string => countedNoun(TAG, count, 'Minute', 'Minuten');
const minutesIn = (seconds: number | undefined): string => minutes(minutesToWait(seconds));
const hours = (count: number): string => countedNoun(TAG, count, 'Stunde', 'Stunden');
const days = (count: number): string => countedNoun(TAG, count, 'Tag', 'Tage');

/** Appends "Uhr" to the time of day. */
const withClock = (moment: string): string => moment.replace(/\d\d:\d\d/, '$& Uhr');

export const GERMAN: Translation = {
    tag: TAG,
    vocabulary: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => countedNoun(TAG, count, 'Woche', 'Wochen') },
        never: 'nie',
        uses: (count) => countedNoun(TAG, count, 'Person', 'Personen'),
        unlimited: 'unbegrenzt',
        link: '<Link>',
        user: '@name',
        room: '#raum',
    },
    created: (room) => `Hier ist dein Einladungslink für *${room}*. Wer ihn öffnet und hier ein Konto hat, kann beitreten:`,
    alreadyCreated: (room, since) =>
        `Diesen Link für *${room}* hast du schon (${since} erstellt). Das Ablaufdatum bleibt gleich. Für einen neuen Link widerrufe zuerst diesen:`,
    today: 'heute',
    onDay: (day) => `am ${day}`,
    expires: (left, moment) => `Er läuft in ${left} ab, am ${withClock(moment)}.`,
    neverExpires: 'Er läuft nie ab.',
    seatsLeft: (left, seats) => `Noch ${left} von ${countedNoun(TAG, seats, 'Nutzung', 'Nutzungen')} übrig.`,
    unlimitedUses: (uses) =>
        uses === 0 ? 'Beliebig viele Personen können ihn nutzen.' : `Beliebig viele Personen können ihn nutzen, bisher ${uses}.`,
    howToRevoke: (command) => `Link widerrufen: ${command}`,
    revoke: 'Widerrufen',
    minutes,
    hours,
    days: (count) => countedNoun(TAG, count, 'Tag', 'Tagen'),
    roomListTitle: (room) => `*Einladungslinks für ${room}*`,
    ownListTitle: '*Deine Einladungslinks für diesen Raum*',
    workspaceListTitle: '*Alle Einladungslinks des Workspace*',
    emptyRoomList: (room, command) => `Für *${room}* gibt es keine aktiven Einladungslinks. Einen erstellen: ${command}`,
    emptyOwnList: 'Du hast keine aktiven Einladungslinks für diesen Raum.',
    emptyWorkspaceList: 'In diesem Workspace gibt es keine aktiven Einladungslinks.',
    ended: (count) => `${countedNoun(TAG, count, 'Link ist', 'Links sind')} abgelaufen oder aufgebraucht.`,
    seeMore: (shown, all, command) => `Das sind ${shown} von ${all}. Weitere: ${command}`,
    listExpires: (left, moment) => `läuft in ${left} ab (${moment})`,
    listNeverExpires: 'läuft nie ab',
    usedBy: (uses, maxUses) => (maxUses === 0 ? `${uses}-mal genutzt, unbegrenzt` : `${uses}/${maxUses} genutzt`),
    createdBy: (creator) => `erstellt von ${creator}`,
    forRoom: (room) => `für *${room}*`,
    suspendedBecause: (why) => `ausgesetzt: ${why}`,
    suspended: {
        'creator-gone': 'das Konto des Erstellers wurde gelöscht',
        'creator-deactivated': 'das Konto des Erstellers ist deaktiviert',
        'creator-left': 'der Ersteller hat den Raum verlassen',
        'creator-may-not': 'der Ersteller darf hier keine Links mehr erstellen',
        'room-archived': 'der Raum ist archiviert',
    },
    deletedUser: 'einem gelöschten Benutzer',
    joined: (room, url) => `Willkommen! Du bist jetzt in *${room}*: ${url}`,
    alreadyMember: (room, url) => `Du bist schon in *${room}*: ${url}`,
    unverified: (room, url) => `Du bist schon in *${room}*: ${url} Lässt er sich nicht öffnen, frag einen Besitzer des Raums.`,
    revoked: (room) => `Widerrufen. Dieser Einladungslink für *${room}* funktioniert nicht mehr.`,
    linkRevoked: 'Widerrufen. Dieser Einladungslink funktioniert nicht mehr.',
    added: (username) => `@${username} ist jetzt in diesem Raum.`,
    unknownUser: (username) => `Es gibt keinen Benutzer mit dem Namen \`${username}\`.`,
    alreadyHere: (username) => `@${username} ist schon in diesem Raum. Steht die Person nicht in der Mitgliederliste, frag einen Besitzer.`,
    notAdded: (username) => `@${username} konnte nicht zu diesem Raum hinzugefügt werden.`,
    helpTitle: '*Mit einem Link in diesen Raum einladen*',
    helpCreate: (command, room) => `${command} erstellt einen Link. Für einen anderen Raum hänge ${room} an.`,
    helpDurations: (durations, uses, short) =>
        `Gültigkeit: ${durations}. Für wie viele: ${uses}. Die Reihenfolge ist beliebig. Kurzformen: ${short}.`,
    helpList: (command, all) => `${command} zeigt die Links dieses Raums, ${all} die des ganzen Workspace (nur für Administratoren).`,
    helpUse: (command) => `${command} bringt dich in den Raum, für den ein Link gilt.`,
    helpRevoke: (command) => `${command} widerruft einen Link.`,
    helpAdd: (command) => `${command} fügt diesem Raum sofort eine Person hinzu.`,
    unclear: (word) => `Ich verstehe ${word} nicht und habe deshalb nichts getan.`,
    understood: (command) => `Verstanden habe ich ${command}.`,
    didYouMean: (commands) => `Meintest du ${commands}?`,
    or: 'oder',
    seeHelp: (command) => `Hilfe: ${command}`,
    tooLong: (maxCharacters) => `Das ist zu lang, deshalb habe ich nichts getan. Ein Befehl hat höchstens ${maxCharacters} Zeichen.`,
    missingLinkToUse: (command) => `Welcher Link? Tippe ${command}. Seine 16 Buchstaben und Ziffern genügen.`,
    missingLinkToRevoke: (command) => `Welcher Link? Tippe ${command}. Auch seine ID aus der Liste genügt.`,
    askOwners: (names) => `Frage ${names}.`,
    askAnOwner: 'Frage einen Besitzer des Raums.',
    onlyAdministrators: (command) => `Nur Administratoren können die Links aller Räume auflisten. Für diesen Raum: ${command}`,
    neverNotAllowed: (command) => `Links, die nie ablaufen, sind hier nicht erlaubt. Gib eine Dauer an: ${command}`,
    maxDays: (max, command) => `Links sind hier höchstens ${days(max)} gültig. Versuche ${command}`,
    maxUses: (max, command) => `Links lassen sich hier höchstens ${max}-mal nutzen. Versuche ${command}`,
    invalidDays: 'Das liegt zu weit in der Zukunft. Versuche es mit einer kürzeren Dauer.',
    invalidUses: 'Das ist keine gültige Anzahl von Nutzungen.',
    refused: {
        'unauthorized': () => 'Dazu musst du angemeldet sein.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Dein Konto hat noch keinen Benutzernamen. Wähle zuerst einen.'
                : reason === 'renamed'
                  ? 'Dein Benutzername hat sich beim Beitreten geändert. Versuche es noch einmal.'
                  : 'Etwas an dieser Anfrage ist nicht gültig.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Tritt diesem Raum zuerst bei. Nur seine Mitglieder können Links für ihn erstellen.';
                case 'attributes':
                    return 'Attribute entscheiden, wer in diesem Raum ist. Deshalb kann niemand eingeladen werden.';
                case 'gone':
                    return 'Den Raum dieses Links gibt es nicht mehr, oder kein Link führt hinein. Frage die Person, die ihn dir geschickt hat.';
                default:
                    return 'Diesen Raum gibt es nicht, oder du bist kein Mitglied.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Dieser Raum ist archiviert. Solange er es ist, kann ihm niemand beitreten.'
                : reason === 'federated'
                  ? 'Räume, die mit anderen Servern geteilt werden, können keine Einladungslinks haben.'
                  : 'Einladungslinks gibt es für Kanäle und Gruppen, nicht für Räume dieser Art.',
        'error-invalid-token': () =>
            'Diesen Link gibt es nicht. Prüfe, ob er vollständig ist, oder bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Dieser Link ist aufgebraucht. Bitte die Person, die ihn dir geschickt hat, um einen neuen.'
                : field === 'expires'
                  ? 'Dieser Link ist abgelaufen. Bitte die Person, die ihn dir geschickt hat, um einen neuen.'
                  : 'Dieser Link funktioniert nicht mehr. Bitte jemanden im Raum um einen neuen.',
        'error-user-is-banned': () => 'Du bist für diesen Raum gesperrt. Kein Link kann das ändern, aber ein Besitzer des Raums.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'Im Chat können nur Besitzer, Moderatoren und Leiter eines Raums Personen namentlich hinzufügen. Andere Mitglieder kann die App nicht von Gesperrten unterscheiden.'
                : reason === 'seeing-links'
                  ? 'Hier sehen nur Besitzer, Moderatoren und Leiter eines Raums seine Links. Andere Mitglieder kann die App nicht von Gesperrten unterscheiden.'
                  : 'Im Chat können nur Besitzer, Moderatoren und Leiter eines Raums Links für ihn erstellen. Andere Mitglieder kann die App dort nicht von Gesperrten unterscheiden.',
        'invalid-invitation-id': () => 'Diesen Link gibt es nicht. Vielleicht wurde er schon widerrufen.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'Du darfst für diesen Raum keine Einladungslinks erstellen.'
                : reason === 'removing'
                  ? 'Diesen Link gibt es nicht, oder du darfst ihn nicht widerrufen. Sein Ersteller, ein Besitzer des Raums oder ein Administrator kann es.'
                  : 'Das darfst du hier nicht.',
        'method-not-allowed': () => 'Das ist nicht möglich.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Zu viele falsche Links. Warte ${minutesIn(retryAfter)} und versuche es dann noch einmal.`
                : reason === 'creating'
                  ? `Du hast zu viele Links erstellt. Warte ${minutesIn(retryAfter)} und versuche es dann noch einmal.`
                  : 'Gerade nutzen viele Personen diesen Link. Versuche es in einer Minute noch einmal.',
        'error-internal': () => 'Etwas ist schiefgegangen. Versuche es noch einmal. Administratoren finden die Ursache im Protokoll der App.',
    },
    modal: {
        title: 'Einladungslink',
        room: 'Raum',
        otherRooms: 'Der Raum steht nicht in der Liste? Öffne „Einladungslink“ im Menü jenes Raums.',
        duration: 'Gültigkeit',
        durationHint: (examples) => `Zum Beispiel ${examples}.`,
        maxDaysHint: (max) => `Höchstens ${days(max)}.`,
        uses: 'Wie viele Personen ihn nutzen können',
        usesHint: (count, unlimited) => `Zum Beispiel ${count}, oder ${unlimited}.`,
        maxUsesHint: (max) => `Höchstens ${max}.`,
        create: 'Link erstellen',
        cancel: 'Abbrechen',
        done: 'Fertig',
        copyLink: 'Kopiere diesen Link und schicke ihn den Personen, die du einladen willst',
        showList: 'Aktive Links',
        newLink: 'Neuer Link',
        newer: 'Neuere',
        older: 'Ältere',
        emptyList: (room) => `Für *${room}* gibt es keine aktiven Einladungslinks.`,
        noRooms: 'Auch für deine anderen Räume kannst du keine Links erstellen.',
        missingRoom: 'Wähle einen Raum.',
        invalidDuration: (example) => `Das ist keine Dauer. Gib eine ein, zum Beispiel ${example}.`,
        invalidUses: (count, unlimited) => `Das ist keine Anzahl von Personen. Gib eine ein, zum Beispiel ${count}, oder ${unlimited}.`,
        neverNotAllowed: (example) => `Links, die nie ablaufen, sind hier nicht erlaubt. Gib eine Dauer ein, zum Beispiel ${example}.`,
    },
    audit: {
        created: (person, room, id, terms) => `${person} hat einen Einladungslink für ${room} erstellt (${id}): ${terms}.`,
        joined: (person, room, invite, count) => `${person} ist ${room} mit dem ${invite} beigetreten: ${count}.`,
        edited: (person, room, invite, terms) => `${person} hat ${invite} für ${room} geändert. Jetzt: ${terms}.`,
        paused: 'pausiert',
        resumed: 'nicht mehr pausiert',
        rotated: (person, room, invite) => `${person} hat das Token von ${invite} für ${room} ersetzt. Der frühere Link funktioniert nicht mehr.`,
        revoked: (person, room, invite) => `${person} hat den ${invite} für ${room} widerrufen.`,
        bannedFromUsing: (person, room, invite) => `${person} ist für ${room} gesperrt und hat versucht, den ${invite} zu nutzen.`,
        bannedFromCreating: (person, room) => `${person} ist für ${room} gesperrt und hat versucht, einen Einladungslink dafür zu erstellen.`,
        intruded: (intruder, room, person, isRemoved) =>
            `${intruder} ist anstelle von ${person} in ${room} gelangt, weil ${person} den Benutzernamen beim Beitreten abgegeben hat. ${isRemoved ? 'Die App hat das rückgängig gemacht.' : 'Die App konnte das nicht rückgängig machen. Entferne diese Person jetzt.'} Falls sie dort gesperrt war, ist die Sperre aufgehoben: Sperre sie erneut.`,
        settingChanged: (label, value) => `Die Einstellung ${label} ist jetzt ${value}.`,
        inviteOf: (creator, id) => `Einladungslink von ${creator} (${id})`,
        validFor: (duration) => `gültig für ${duration}`,
        neverExpires: 'läuft nie ab',
        forPeople: (people) => `für ${people}`,
        forAnyNumber: 'für beliebig viele Personen',
        usesOf: (uses, maxUses) => `${uses} von ${countedNoun(TAG, maxUses, 'Nutzung', 'Nutzungen')}`,
        usesSoFar: (uses) => `bisher ${countedNoun(TAG, uses, 'Nutzung', 'Nutzungen')}`,
    },
    settingLabels: {
        Create_Roles: 'Rollen, die Links erstellen dürfen',
        Manage_Roles: 'Rollen, die alle Links auflisten und widerrufen dürfen',
        Add_User_Roles: 'Rollen, die Personen namentlich hinzufügen dürfen',
        Default_Duration: 'Standardgültigkeit',
        Default_Uses: 'Standardanzahl der Nutzungen',
        Max_Days: 'Höchstgültigkeit in Tagen',
        Max_Uses: 'Höchstzahl der Nutzungen pro Link',
        Allow_Never_Expiring: 'Links erlauben, die nie ablaufen',
        Max_Created_Per_Hour: 'Höchstzahl neuer Links pro Person und Stunde',
        Creator_Must_Stay: 'Links aussetzen, wenn ihr Ersteller geht',
        Keep_Ended_Days: 'Tage, die beendete Links erhalten bleiben',
        Keep_History_Days: 'Tage, die der Verlauf von Links bleibt',
        Link_Address: 'Basisadresse der Links',
        Find_Or_Create_As_List: 'findOrCreateInvite als Array zurückgeben',
        Take_Over_Invite: 'Das eingebaute /invite ersetzen',
        Ask_About_Bans: 'Sperren über die REST-API prüfen',
        Audit_Room: 'Protokollraum',
    },
};

/** Apart from the other messages, so that the page's bundle holds only these. */
export const GERMAN_PAGE: Partial<PageMessages> = {
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
    unknownWhy: 'Er ist unvollständig, wurde widerrufen, oder der Raum wurde gelöscht. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
    over: 'Dieser Einladungslink funktioniert nicht',
    overWhy: 'Er ist unvollständig, abgelaufen, aufgebraucht oder widerrufen. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
    banned: 'Du bist für diesen Raum gesperrt',
    bannedWhy: 'Kein Einladungslink kann das ändern. Nur ein Besitzer des Raums kann die Sperre aufheben.',
    unsure: 'Du bist schon in diesem Raum',
    unsureWhy: 'Wenn er sich nicht öffnet, frag einen Besitzer des Raums.',
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
};
