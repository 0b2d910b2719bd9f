import { plural, Words } from '../words';

const TAG = 'de';

const minutes = (count: number): string => plural(TAG, count, 'Minute', 'Minuten');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));

export const GERMAN: Words = {
    tag: TAG,
    created: (room) => `Hier ist dein Einladungslink zu *${room}*. Wer ihn öffnet, kann beitreten:`,
    foundAgain: (room, since) => `Diesen Link zu *${room}* hast du schon, ${since}. Sein Ende bleibt; für einen neuen widerrufe ihn zuerst:`,
    sinceToday: 'von heute',
    sinceDay: (day) => `vom ${day}`,
    expires: (left, moment) => `Er läuft in ${left} ab, am ${moment}.`,
    neverExpires: 'Er läuft nie ab.',
    placesLeft: (left, places) => `Noch ${left} von ${plural(TAG, places, 'Nutzung', 'Nutzungen')} frei.`,
    anyNumber: (uses) => (uses === 0 ? 'Beliebig viele können ihn nutzen.' : `Beliebig viele können ihn nutzen; bisher ${uses}.`),
    howToRevoke: (line) => `Früher beenden: ${line}`,
    revoke: 'Widerrufen',
    minutes,
    hours: (count) => plural(TAG, count, 'Stunde', 'Stunden'),
    days: (count) => plural(TAG, count, 'Tag', 'Tagen'),
    listOfRoom: (room) => `*Einladungslinks zu ${room}*`,
    listOfOwn: '*Deine Einladungslinks für diesen Raum*',
    listOfAll: '*Einladungslinks des ganzen Workspace*',
    noneOfRoom: (room, line) => `Zurzeit gilt kein Einladungslink zu *${room}*. Einen erstellen: ${line}`,
    noneOfOwn: 'Du hast zurzeit keinen gültigen Einladungslink für diesen Raum.',
    noneOfAll: 'Zurzeit gilt in keinem Raum ein Einladungslink.',
    ended: (count) => `${plural(TAG, count, 'Link ist', 'Links sind')} abgelaufen oder aufgebraucht.`,
    seeMore: (shown, all, line) => `Das sind ${shown} von ${all}. Weitere: ${line}`,
    endsIn: (left, moment) => `läuft in ${left} ab (${moment})`,
    endsNever: 'läuft nie ab',
    usedBy: (uses, places) => `genutzt ${uses}/${places}`,
    by: (maker) => `von ${maker}`,
    to: (room) => `zu *${room}*`,
    notNow: (why) => `gilt zurzeit nicht: ${why}`,
    paused: {
        'creator-gone': 'den Ersteller gibt es nicht mehr',
        'creator-deactivated': 'der Ersteller ist deaktiviert',
        'creator-left': 'der Ersteller ist nicht mehr im Raum',
        'creator-may-not': 'der Ersteller darf hier keine Links mehr erstellen',
        'room-archived': 'der Raum ist archiviert',
    },
    somebodyGone: 'jemandem, der nicht mehr da ist',
    joined: (room, url) => `Willkommen! Du bist jetzt in *${room}*: ${url}`,
    alreadyIn: (room, url) => `Du bist schon in *${room}*: ${url}`,
    unverified: (room, url) => `Du hast in *${room}* schon einen Platz oder bist dort gesperrt. Öffne den Raum, um es zu sehen: ${url}`,
    revoked: (room) => `Dieser Einladungslink zu *${room}* gilt nicht mehr.`,
    linkRevoked: 'Dieser Einladungslink gilt nicht mehr.',
    added: (username) => `@${username} ist jetzt in diesem Raum.`,
    unknownUser: (username) => `Es gibt niemanden mit dem Namen \`${username}\`.`,
    alreadyHere: (username) => `@${username} ist bereits hier.`,
    notAdded: (username) => `@${username} konnte nicht hinzugefügt werden.`,
    helpTitle: '*Mit einem Link in diesen Raum einladen*',
    helpCreate: (line) => `${line} erstellt einen Link, auch zu einem anderen Raum: \`#raum\``,
    helpDurations: (durations, uses) => `Wie lange: ${durations}. Für wie viele: ${uses}. In beliebiger Reihenfolge.`,
    helpList: (line) => `${line} zeigt die Links dieses Raums; \`list all\` die des Workspace`,
    helpUse: (line) => `${line} bringt dich in den Raum eines Links`,
    helpRevoke: (line) => `${line} beendet einen Link`,
    helpAdd: (line) => `${line} fügt jemanden sofort zu diesem Raum hinzu`,
    unclear: (word) => `Ich verstehe ${word} nicht, deshalb ist nichts geschehen.`,
    understood: (line) => `Verstanden habe ich ${line}.`,
    didYouMean: (lines) => `Meintest du ${lines}?`,
    or: 'oder',
    seeHelp: (line) => `Was ich verstehe: ${line}`,
    tooLong: (most) => `Das ist zu lang, deshalb ist nichts geschehen. Ein Befehl darf höchstens ${most} Zeichen haben.`,
    whichToUse: (line) => `Welcher Link? Tippe ${line} mit dem Link oder mit seinen 16 Buchstaben und Ziffern.`,
    whichToRevoke: (line) => `Welcher Link? Tippe ${line} mit dem Link oder mit seiner ID aus der Liste.`,
    askOwners: (names) => `Frage ${names}.`,
    askAnOwner: 'Frage einen Besitzer des Raums.',
    onlyAdministrators: (line) => `Nur Administratoren können die Links aller Räume auflisten. Die dieses Raums: ${line}`,
    neverNotAllowed: (line) => `Links, die nie ablaufen, sind hier nicht erlaubt. Sag, wie lange: ${line}`,
    mostDays: (count, line) => `Links gelten hier höchstens ${count} ${count === 1 ? 'Tag' : 'Tage'}. Versuche ${line}`,
    mostUses: (count, line) => `Links lassen sich hier höchstens ${count}-mal nutzen. Versuche ${line}`,
    badDays: 'So weit reicht kein Kalender.',
    badUses: 'Das ist keine Anzahl von Personen.',
    refused: {
        'unauthorized': () => 'Dazu musst du angemeldet sein.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Wähle zuerst einen Benutzernamen: Dein Konto hat noch keinen.'
                : reason === 'renamed'
                  ? 'Dein Benutzername hat sich beim Beitreten geändert. Bitte versuche es noch einmal.'
                  : 'Das kann nicht stimmen.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Tritt diesem Raum zuerst bei: Nur Mitglieder können Links zu ihm erstellen.';
                case 'attributes':
                    return 'Attribute entscheiden, wer in diesem Raum ist. Deshalb kann niemand eingeladen werden.';
                case 'gone':
                    return 'Den Raum zu diesem Link gibt es nicht mehr, oder kein Link führt hinein. Frage, wer ihn dir geschickt hat.';
                default:
                    return 'Diesen Raum gibt es nicht, oder du bist nicht darin.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Dieser Raum ist archiviert: Solange er es ist, kann ihm niemand beitreten.'
                : 'Per Link kann man nur in Kanäle und Gruppen einladen, nicht in einen Raum dieser Art.',
        'error-invalid-token': () => 'Dieser Link ist hier nicht bekannt. Prüfe, ob er vollständig ist, oder bitte um einen neuen.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Dieser Link hat so viele Personen eingelassen, wie er darf. Bitte um einen neuen.'
                : field === 'expires'
                  ? 'Dieser Link ist abgelaufen. Bitte um einen neuen.'
                  : 'Dieser Link gilt nicht mehr. Bitte jemanden im Raum um einen neuen.',
        'error-user-is-banned': () => 'Du bist in diesem Raum gesperrt, und kein Link kann das ändern. Ein Besitzer des Raums kann es.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'Im Chat können nur Besitzer, Moderatoren und Leiter eines Raums Personen namentlich hinzufügen: Die App kann andere Mitglieder nicht von Gesperrten unterscheiden.'
                : reason === 'seeing-links'
                  ? 'Hier sehen nur Besitzer, Moderatoren und Leiter eines Raums seine Links: Andere Mitglieder kann die App nicht von Gesperrten unterscheiden.'
                  : 'Im Chat können nur Besitzer, Moderatoren und Leiter eines Raums Links zu ihm erstellen: Andere Mitglieder kann die App dort nicht von Gesperrten unterscheiden.',
        'invalid-invitation-id': () => 'Diesen Link gibt es nicht.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'Du darfst zu diesem Raum keine Einladungslinks erstellen.'
                : reason === 'removing'
                  ? 'Diesen Link gibt es nicht, oder du darfst ihn nicht widerrufen. Sein Ersteller, ein Besitzer des Raums oder ein Administrator kann es.'
                  : 'Das darfst du hier nicht.',
        'method-not-allowed': () => 'Das geht nicht.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Zu viele falsche Links. Bitte warte ${minutesIn(retryAfter)} und versuche es dann noch einmal.`
                : reason === 'creating'
                  ? `Du hast sehr viele Links erstellt. Bitte warte ${minutesIn(retryAfter)} und versuche es dann noch einmal.`
                  : 'Gerade nutzen viele diesen Link. Bitte versuche es in einer Minute noch einmal.',
        'error-internal': () =>
            'Etwas ist schiefgegangen; mehr ist hier nicht bekannt. Bitte versuche es noch einmal; im Protokoll der App steht mehr.',
    },
    form: {
        title: 'Einladungslink',
        room: 'Raum',
        otherRooms: 'Für einen Raum, der nicht in der Liste steht, öffne diesen Dialog dort.',
        duration: 'Wie lange der Link gilt',
        durationHint: 'Zum Beispiel: 90 Minuten, 12 Stunden, 7 Tage, 2 Wochen.',
        orNever: 'Oder: nie.',
        mostDays: (count) => `Höchstens ${count} ${count === 1 ? 'Tag' : 'Tage'}.`,
        uses: 'Wie viele Personen ihn nutzen können',
        usesHint: 'Eine Zahl.',
        orUnlimited: 'Oder: unbegrenzt.',
        mostUses: (count) => `Höchstens ${count}.`,
        days: (count) => plural(TAG, count, 'Tag', 'Tage'),
        never: 'nie',
        unlimited: 'unbegrenzt',
        create: 'Link erstellen',
        cancel: 'Abbrechen',
        done: 'Fertig',
        copyLink: 'Kopiere diesen Link und schicke ihn allen, die du einladen willst',
        toList: 'Links dieses Raums',
        toForm: 'Neuer Link',
        newer: 'Neuere',
        older: 'Ältere',
        none: (room) => `Zurzeit gilt kein Einladungslink zu *${room}*.`,
        noRoom: 'Es gibt keinen Raum, zu dem du hier Links erstellen kannst.',
        whichRoom: 'Wähle einen Raum.',
        noDuration: 'Das ist keine Dauer. Schreibe sie so: 90 Minuten, 12 Stunden, 7 Tage, 2 Wochen, nie.',
        noUses: 'Das ist keine Anzahl von Personen. Schreibe eine Zahl wie 10 oder: unbegrenzt.',
        neverNotAllowed: 'Links, die nie ablaufen, sind hier nicht erlaubt. Schreibe, wie lange, zum Beispiel: 7 Tage.',
    },
};
