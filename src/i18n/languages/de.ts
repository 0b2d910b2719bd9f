import { countedNoun } from '../messages';
import { Translation } from '../translation';
import { PageMessages } from '../pageMessages';

export const TAG = 'de';

const minutes = (count: number): string => countedNoun(TAG, count, 'Minute', 'Minuten');
const hours = (count: number): string => countedNoun(TAG, count, 'Stunde', 'Stunden');
const days = (count: number): string => countedNoun(TAG, count, 'Tag', 'Tage');

/** Appends "Uhr" to the time of day. */
const withClock = (moment: string): string => moment.replace(/\d\d:\d\d/, '$& Uhr');

export const MESSAGES: Translation = {
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
    refusals: {
        'unauthorized': () => 'Dazu musst du angemeldet sein.',
        'invalid-request': () => 'Etwas an dieser Anfrage ist nicht gültig.',
        'no-username': () => 'Dein Konto hat noch keinen Benutzernamen. Wähle zuerst einen.',
        'renamed': () => 'Dein Benutzername hat sich beim Beitreten geändert. Versuche es noch einmal.',
        'label-too-long': ({ ceiling }) => `Eine Bezeichnung darf höchstens ${ceiling} Zeichen haben.`,
        'validity-too-long': ({ ceiling, example }) => `Links sind hier höchstens ${days(ceiling)} gültig. Versuche ${example}`,
        'never-not-allowed': ({ example }) => `Links, die nie ablaufen, sind hier nicht erlaubt. Gib eine Dauer an: ${example}`,
        'in-the-past': () => 'Dieser Zeitpunkt ist schon vorbei. Wähle einen in der Zukunft.',
        'invalid-end': () => 'Das liegt zu weit in der Zukunft. Versuche es mit einer kürzeren Dauer.',
        'too-many-uses': ({ ceiling, example }) => `Links lassen sich hier höchstens ${ceiling}-mal nutzen. Versuche ${example}`,
        'below-uses': ({ uses }) =>
            `${countedNoun(TAG, uses, 'Person hat', 'Personen haben')} diesen Link schon genutzt. Die Grenze kann nicht darunter liegen.`,
        'invalid-uses': () => 'Das ist keine gültige Anzahl von Nutzungen.',
        'unknown-room': () => 'Diesen Raum gibt es nicht, oder du bist kein Mitglied.',
        'outside-room': () => 'Tritt diesem Raum zuerst bei. Nur seine Mitglieder können Links für ihn erstellen.',
        'attribute-room': () => 'Attribute entscheiden, wer in diesem Raum ist. Deshalb kann niemand eingeladen werden.',
        'room-gone': () => 'Den Raum dieses Links gibt es nicht mehr, oder kein Link führt hinein. Frage die Person, die ihn dir geschickt hat.',
        'archived-room': () => 'Dieser Raum ist archiviert. Solange er es ist, kann ihm niemand beitreten.',
        'federated-room': () => 'Räume, die mit anderen Servern geteilt werden, können keine Einladungslinks haben.',
        'other-room-type': () => 'Einladungslinks gibt es für Kanäle und Gruppen, nicht für Räume dieser Art.',
        'unknown-token': () =>
            'Diesen Link gibt es nicht. Prüfe, ob er vollständig ist, oder bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        'used-up': () => 'Dieser Link ist aufgebraucht. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        'expired': () => 'Dieser Link ist abgelaufen. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
        'paused': () => 'Dieser Link ist gerade angehalten. Frage die Person, die ihn dir geschickt hat.',
        'ended': () => 'Dieser Link funktioniert nicht mehr. Bitte jemanden im Raum um einen neuen.',
        'banned': () => 'Du bist für diesen Raum gesperrt. Kein Link kann das ändern, aber ein Besitzer des Raums.',
        'unverified-adding': () =>
            'Im Chat können nur Besitzer, Moderatoren und Leiter eines Raums Personen namentlich hinzufügen. Andere Mitglieder kann die App nicht von Gesperrten unterscheiden.',
        'unverified-seeing': () =>
            'Hier sehen nur Besitzer, Moderatoren und Leiter eines Raums seine Links. Andere Mitglieder kann die App nicht von Gesperrten unterscheiden.',
        'unverified': () =>
            'Im Chat können nur Besitzer, Moderatoren und Leiter eines Raums Links für ihn erstellen. Andere Mitglieder kann die App dort nicht von Gesperrten unterscheiden.',
        'unknown-invite': () => 'Diesen Link gibt es nicht. Vielleicht wurde er schon widerrufen.',
        'may-not-invite': () => 'Du darfst für diesen Raum keine Einladungslinks erstellen.',
        'may-not-revoke': () =>
            'Diesen Link gibt es nicht, oder du darfst ihn nicht widerrufen. Sein Ersteller, ein Besitzer des Raums oder ein Administrator kann es.',
        'may-not-manage': () =>
            'Diesen Link gibt es nicht, oder du darfst ihn nicht verwalten. Das können sein Ersteller und alle, die in den Raum einladen dürfen.',
        'may-not-rotate': () => 'Nur wer einen Link erstellt hat, kann ihn ersetzen.',
        'may-not-list-all': ({ example }) => `Nur Administratoren können die Links aller Räume auflisten. Für diesen Raum: ${example}`,
        'not-authorized': () => 'Das darfst du hier nicht.',
        'method-not-allowed': () => 'Das ist nicht möglich.',
        'guessing': (facts) => `Zu viele falsche Links. Warte ${minutes(facts.minutes)} und versuche es dann noch einmal.`,
        'creating': (facts) => `Du hast zu viele Links erstellt. Warte ${minutes(facts.minutes)} und versuche es dann noch einmal.`,
        'busy': () => 'Gerade nutzen viele Personen diesen Link. Versuche es in einer Minute noch einmal.',
        'internal': () => 'Etwas ist schiefgegangen. Versuche es noch einmal. Administratoren finden die Ursache im Protokoll der App.',
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
    administration: {
        action: 'Einladungslink',
        commandParams: 'create 7 Tage | list | use <Link> | revoke <Link> | @name',
        commandDescription: 'Mit einem Link in diesen Raum einladen oder Personen namentlich hinzufügen',
        sections: {
            Section_Invite: 'Wer einladen darf',
            Section_Limits: 'Grenzen und Standardwerte',
            Section_Links: 'Links',
            Section_Bans: 'Sperren',
            Section_Audit: 'Protokoll',
            Section_Compatibility: 'Kompatibilität',
        },
        settings: {
            Create_Roles: {
                label: 'Rollen, die Links erstellen dürfen',
                description:
                    'Durch Kommas getrennt. Die Berechtigung create-invite-links können Apps nicht lesen. Stelle diese Liste genauso ein wie die echte Berechtigung unter Administration → Berechtigungen. owner, moderator und leader sind Rollen in einem Raum.',
            },
            Manage_Roles: {
                label: 'Rollen, die alle Links auflisten und widerrufen dürfen',
                description:
                    'Rollen des Workspace, durch Kommas getrennt. Die Berechtigungen unter Administration → Berechtigungen ändern sich dadurch nicht.',
            },
            Add_User_Roles: {
                label: 'Rollen, die Personen namentlich hinzufügen dürfen',
                description:
                    'Für `/invite @name`. Durch Kommas getrennt. Stelle diese Liste genauso ein wie die Berechtigung add-user-to-joined-room unter Administration → Berechtigungen.',
            },
            Default_Duration: {
                label: 'Standardgültigkeit',
                description:
                    'Für `/invite create` ohne Dauer. Beispiele: `90 Minuten`, `12 Stunden`, `7 Tage`, `2 Wochen`, `nie`. Kurzformen: `90m`, `12h`, `7d`, `2w`.',
            },
            Default_Uses: {
                label: 'Standardanzahl der Nutzungen',
                description: 'Für `/invite create` ohne Anzahl. Beispiele: `10 Personen`, `einmal`, `unbegrenzt`. Kurzform: `x10`.',
            },
            Max_Days: {
                label: 'Höchstgültigkeit in Tagen',
                description:
                    '0 = keine Grenze. Mit einer Grenze lassen sich keine Links erstellen, die nie ablaufen. Ein längerer Standardwert wird auf die Grenze gekürzt.',
            },
            Max_Uses: {
                label: 'Höchstzahl der Nutzungen pro Link',
                description:
                    '0 = keine Grenze. Mit einer Grenze lassen sich keine Links für beliebig viele Personen erstellen. Ein höherer Standardwert wird auf die Grenze gesenkt.',
            },
            Allow_Never_Expiring: {
                label: 'Links erlauben, die nie ablaufen',
                description: 'Aus: Jeder Link braucht eine Gültigkeit, auch wenn es keine Höchstgültigkeit gibt.',
            },
            Max_Created_Per_Hour: {
                label: 'Höchstzahl neuer Links pro Person und Stunde',
                description: '0 = keine Grenze. Einen vorhandenen Link noch einmal abzurufen zählt nicht.',
            },
            Creator_Must_Stay: {
                label: 'Links aussetzen, wenn ihr Ersteller geht',
                description:
                    'Ein: Ein Link funktioniert nur, solange sein Ersteller aktiv und im Raum ist und Links erstellen darf. Sobald das wieder so ist, funktioniert auch der Link wieder. Aus: Links funktionieren, egal was mit ihrem Ersteller geschieht.',
            },
            Keep_Ended_Days: {
                label: 'Tage, die beendete Links erhalten bleiben',
                description:
                    'Jede Nacht löscht die App Links, die vor mehr als so vielen Tagen abgelaufen sind oder aufgebraucht wurden, mit ihren Zählerständen. 0: in der Nacht darauf.',
            },
            Keep_History_Days: {
                label: 'Tage, die der Verlauf von Links bleibt',
                description:
                    'Wer mit welchem Link beigetreten ist und wer abgewiesen wurde. 0 bewahrt keinen Verlauf auf; wer geht und wiederkommt, verbraucht dann eine weitere Nutzung.',
            },
            Link_Address: {
                label: 'Basisadresse der Links',
                description:
                    'Leer: die Website-URL des Workspace. Erreichen Personen den Workspace unter einer anderen Adresse, gib diese ein, mit Pfad, falls es einen gibt: https://chat.example.com',
            },
            Ask_About_Bans: {
                label: 'Sperren über die REST-API prüfen',
                description:
                    'Apps sehen keine Sperren. Ein: Wenn jemand, der im Raum oder für ihn gesperrt ist, einen Link öffnet oder einen Endpunkt aufruft, fragt die App die REST-API des Workspace, was davon zutrifft. Sie nutzt dazu die Anmeldung dieser Person und ruft nur die Website-URL auf. Aus: Die Person erfährt, dass die App es nicht herausfinden kann.',
            },
            Audit_Room: {
                label: 'Protokollraum',
                description:
                    'Name oder ID eines Raums. Der Bot der App schreibt dort je eine Zeile, wenn ein Link erstellt, genutzt oder widerrufen wird, wenn Gesperrte es versuchen und wenn sich eine Einstellung ändert. Token schreibt er nie. Die App merkt sich die ID des Raums, er darf also umbenannt werden. Leer: kein Protokollraum. Darf der Bot dort nicht schreiben, steht es im Protokoll der App.',
            },
            Find_Or_Create_As_List: {
                label: 'findOrCreateInvite als Array zurückgeben',
                description:
                    'Ein: für Clients, die nach der öffentlichen Referenz gebaut sind, deren Beispiel ein Array zeigt. Aus: Die App gibt ein Objekt zurück, wie der echte Server.',
            },
            Take_Over_Invite: {
                label: 'Das eingebaute /invite ersetzen',
                description:
                    'Ein: Die App ersetzt das eigene `/invite` des Servers. Personen fügt es weiterhin mit @name hinzu. `/invite-link` funktioniert in jedem Fall. Ist es einmal ersetzt, kommt das eigene des Servers erst wieder, wenn der Server neu startet.',
            },
        },
    },
};

/** Apart from the other messages, so that the page's bundle holds only these. */
export const PAGE: Partial<PageMessages> = {
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
    paused: 'Dieser Einladungslink ist gerade angehalten',
    pausedWhy: 'Frag die Person, die ihn dir geschickt hat, oder versuche es später noch einmal.',
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
