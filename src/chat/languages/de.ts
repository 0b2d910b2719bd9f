import { plural, Messages } from '../messages';

const TAG = 'de';

const minutes = (count: number): string => plural(TAG, count, 'Minute', 'Minuten');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));
const hours = (count: number): string => plural(TAG, count, 'Stunde', 'Stunden');
const days = (count: number): string => plural(TAG, count, 'Tag', 'Tage');

/** A moment with the word that belongs behind its time of day. */
const withClock = (moment: string): string => moment.replace(/\d\d:\d\d/, '$& Uhr');

export const GERMAN: Messages = {
    tag: TAG,
    typed: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => plural(TAG, count, 'Woche', 'Wochen') },
        never: 'nie',
        uses: (count) => plural(TAG, count, 'Person', 'Personen'),
        unlimited: 'unbegrenzt',
        link: '<Link>',
        user: '@name',
        room: '#raum',
    },
    created: (room) => `Hier ist dein Einladungslink für *${room}*. Wer ihn öffnet und hier ein Konto hat, kann beitreten:`,
    foundAgain: (room, since) =>
        `Diesen Link für *${room}* hast du schon (${since} erstellt). Das Ablaufdatum bleibt gleich. Für einen neuen Link widerrufe zuerst diesen:`,
    sinceToday: 'heute',
    sinceDay: (day) => `am ${day}`,
    expires: (left, moment) => `Er läuft in ${left} ab, am ${withClock(moment)}.`,
    neverExpires: 'Er läuft nie ab.',
    placesLeft: (left, places) => `Noch ${left} von ${plural(TAG, places, 'Nutzung', 'Nutzungen')} übrig.`,
    anyNumber: (uses) => (uses === 0 ? 'Beliebig viele Personen können ihn nutzen.' : `Beliebig viele Personen können ihn nutzen, bisher ${uses}.`),
    howToRevoke: (line) => `Link widerrufen: ${line}`,
    revoke: 'Widerrufen',
    minutes,
    hours,
    days: (count) => plural(TAG, count, 'Tag', 'Tagen'),
    listOfRoom: (room) => `*Einladungslinks für ${room}*`,
    listOfOwn: '*Deine Einladungslinks für diesen Raum*',
    listOfAll: '*Alle Einladungslinks des Workspace*',
    noneOfRoom: (room, line) => `Für *${room}* gibt es keine aktiven Einladungslinks. Einen erstellen: ${line}`,
    noneOfOwn: 'Du hast keine aktiven Einladungslinks für diesen Raum.',
    noneOfAll: 'In diesem Workspace gibt es keine aktiven Einladungslinks.',
    ended: (count) => `${plural(TAG, count, 'Link ist', 'Links sind')} abgelaufen oder aufgebraucht.`,
    seeMore: (shown, all, line) => `Das sind ${shown} von ${all}. Weitere: ${line}`,
    endsIn: (left, moment) => `läuft in ${left} ab (${moment})`,
    endsNever: 'läuft nie ab',
    usedBy: (uses, places) => (places === 0 ? `${uses}-mal genutzt, unbegrenzt` : `${uses}/${places} genutzt`),
    by: (creator) => `erstellt von ${creator}`,
    to: (room) => `für *${room}*`,
    notNow: (why) => `ausgesetzt: ${why}`,
    suspended: {
        'creator-gone': 'das Konto des Erstellers wurde gelöscht',
        'creator-deactivated': 'das Konto des Erstellers ist deaktiviert',
        'creator-left': 'der Ersteller hat den Raum verlassen',
        'creator-may-not': 'der Ersteller darf hier keine Links mehr erstellen',
        'room-archived': 'der Raum ist archiviert',
    },
    somebodyGone: 'einem gelöschten Benutzer',
    joined: (room, url) => `Willkommen! Du bist jetzt in *${room}*: ${url}`,
    alreadyIn: (room, url) => `Du bist schon in *${room}*: ${url}`,
    unverified: (room, url) => `Du bist schon in *${room}*: ${url} (Lässt sich der Raum nicht öffnen, bist du für ihn gesperrt.)`,
    revoked: (room) => `Widerrufen. Dieser Einladungslink für *${room}* funktioniert nicht mehr.`,
    linkRevoked: 'Widerrufen. Dieser Einladungslink funktioniert nicht mehr.',
    added: (username) => `@${username} ist jetzt in diesem Raum.`,
    unknownUser: (username) => `Es gibt keinen Benutzer mit dem Namen \`${username}\`.`,
    alreadyHere: (username) => `@${username} ist schon in diesem Raum oder für ihn gesperrt. Sieh in der Mitgliederliste nach.`,
    notAdded: (username) => `@${username} konnte nicht zu diesem Raum hinzugefügt werden.`,
    helpTitle: '*Mit einem Link in diesen Raum einladen*',
    helpCreate: (line, room) => `${line} erstellt einen Link. Für einen anderen Raum hänge ${room} an.`,
    helpDurations: (durations, uses, short) =>
        `Gültigkeit: ${durations}. Für wie viele: ${uses}. Die Reihenfolge ist beliebig. Kurzformen: ${short}.`,
    helpList: (line, all) => `${line} zeigt die Links dieses Raums, ${all} die des ganzen Workspace (nur für Administratoren).`,
    helpUse: (line) => `${line} bringt dich in den Raum, für den ein Link gilt.`,
    helpRevoke: (line) => `${line} widerruft einen Link.`,
    helpAdd: (line) => `${line} fügt diesem Raum sofort eine Person hinzu.`,
    unclear: (word) => `Ich verstehe ${word} nicht und habe deshalb nichts getan.`,
    understood: (line) => `Verstanden habe ich ${line}.`,
    didYouMean: (lines) => `Meintest du ${lines}?`,
    or: 'oder',
    seeHelp: (line) => `Hilfe: ${line}`,
    tooLong: (most) => `Das ist zu lang, deshalb habe ich nichts getan. Ein Befehl hat höchstens ${most} Zeichen.`,
    whichToUse: (line) => `Welcher Link? Tippe ${line}. Seine 16 Buchstaben und Ziffern genügen.`,
    whichToRevoke: (line) => `Welcher Link? Tippe ${line}. Auch seine ID aus der Liste genügt.`,
    askOwners: (names) => `Frage ${names}.`,
    askAnOwner: 'Frage einen Besitzer des Raums.',
    onlyAdministrators: (line) => `Nur Administratoren können die Links aller Räume auflisten. Für diesen Raum: ${line}`,
    neverNotAllowed: (line) => `Links, die nie ablaufen, sind hier nicht erlaubt. Gib eine Dauer an: ${line}`,
    mostDays: (count, line) => `Links sind hier höchstens ${days(count)} gültig. Versuche ${line}`,
    mostUses: (count, line) => `Links lassen sich hier höchstens ${count}-mal nutzen. Versuche ${line}`,
    badDays: 'Das liegt zu weit in der Zukunft. Versuche es mit einer kürzeren Dauer.',
    badUses: 'Das ist keine gültige Anzahl von Nutzungen.',
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
    form: {
        title: 'Einladungslink',
        room: 'Raum',
        otherRooms: 'Der Raum steht nicht in der Liste? Öffne „Einladungslink“ im Menü jenes Raums.',
        duration: 'Gültigkeit',
        durationHint: (examples) => `Zum Beispiel ${examples}.`,
        mostDays: (count) => `Höchstens ${days(count)}.`,
        uses: 'Wie viele Personen ihn nutzen können',
        usesHint: (count, unlimited) => `Zum Beispiel ${count}, oder ${unlimited}.`,
        mostUses: (count) => `Höchstens ${count}.`,
        create: 'Link erstellen',
        cancel: 'Abbrechen',
        done: 'Fertig',
        copyLink: 'Kopiere diesen Link und schicke ihn den Personen, die du einladen willst',
        toList: 'Aktive Links',
        toForm: 'Neuer Link',
        newer: 'Neuere',
        older: 'Ältere',
        none: (room) => `Für *${room}* gibt es keine aktiven Einladungslinks.`,
        noRoom: 'Auch für deine anderen Räume kannst du keine Links erstellen.',
        whichRoom: 'Wähle einen Raum.',
        noDuration: (example) => `Das ist keine Dauer. Gib eine ein, zum Beispiel ${example}.`,
        noUses: (count, unlimited) => `Das ist keine Anzahl von Personen. Gib eine ein, zum Beispiel ${count}, oder ${unlimited}.`,
        neverNotAllowed: (example) => `Links, die nie ablaufen, sind hier nicht erlaubt. Gib eine Dauer ein, zum Beispiel ${example}.`,
    },
};
