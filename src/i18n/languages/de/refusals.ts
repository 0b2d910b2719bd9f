import { countedNoun } from '../../messages';
import { RefusalMessages } from '../../refusalMessages';
import { Partially } from '../../translation';
import { days, minutes, TAG } from './counts';

export const REFUSALS: Partially<RefusalMessages> = {
    'unauthorized': () => 'Dazu musst du angemeldet sein.',
    'invalid-request': () => 'Etwas an dieser Anfrage ist nicht gültig.',
    'no-username': () => 'Dein Konto hat noch keinen Benutzernamen. Wähle zuerst einen.',
    'renamed': () => 'Dein Benutzername hat sich beim Beitreten geändert. Versuche es noch einmal.',
    'label-too-long': ({ ceiling }) => `Eine Bezeichnung darf höchstens ${ceiling} Zeichen haben.`,
    'validity-too-long': ({ ceiling, example }) => `Links sind hier höchstens ${days(ceiling)} gültig. Versuche es mit ${example}`,
    'never-not-allowed': ({ example }) => `Links, die nie ablaufen, sind hier nicht erlaubt. Gib eine Dauer an: ${example}`,
    'in-the-past': () => 'Dieser Zeitpunkt ist schon vorbei. Wähle einen in der Zukunft.',
    'invalid-end': () => 'Das liegt zu weit in der Zukunft. Versuche es mit einer kürzeren Dauer.',
    'too-many-uses': ({ ceiling, example }) => `Links lassen sich hier höchstens ${ceiling}-mal nutzen. Versuche es mit ${example}`,
    'below-uses': ({ uses }) =>
        `${countedNoun(TAG, uses, 'Person hat', 'Personen haben')} diesen Link schon genutzt. Die Grenze kann nicht darunter liegen.`,
    'invalid-uses': () => 'Das ist keine gültige Anzahl von Nutzungen.',
    'unknown-room': () => 'Diesen Raum gibt es nicht, oder du bist kein Mitglied.',
    'outside-room': () => 'Tritt diesem Raum zuerst bei. Nur seine Mitglieder können Links für ihn erstellen.',
    'attribute-room': () => 'Attribute entscheiden, wer in diesem Raum ist. Deshalb kann niemand eingeladen werden.',
    'room-gone': () => 'Den Raum dieses Links gibt es nicht mehr, oder kein Link führt hinein. Frag die Person, die ihn dir geschickt hat.',
    'archived-room': () => 'Dieser Raum ist archiviert. Solange das so ist, kann ihm niemand beitreten.',
    'federated-room': () => 'Für Räume, die mit anderen Servern geteilt werden, gibt es keine Einladungslinks.',
    'other-room-type': () => 'Einladungslinks gibt es für Kanäle und Gruppen, nicht für Räume dieser Art.',
    'unknown-token': () =>
        'Diesen Link gibt es nicht. Prüfe, ob er vollständig ist, oder bitte die Person, die ihn dir geschickt hat, um einen neuen.',
    'used-up': () => 'Dieser Link ist aufgebraucht. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
    'expired': () => 'Dieser Link ist abgelaufen. Bitte die Person, die ihn dir geschickt hat, um einen neuen.',
    'paused': () => 'Dieser Link ist gerade angehalten. Frag die Person, die ihn dir geschickt hat.',
    'ended': () => 'Dieser Link funktioniert nicht mehr. Bitte jemanden im Raum um einen neuen.',
    'too-many-rooms': ({ ceiling }) => `Ein Link öffnet höchstens ${ceiling} Räume.`,
    'too-many-addresses': ({ ceiling }) => `Ein Befehl sendet höchstens ${ceiling} E-Mails. Sende die übrigen mit einem weiteren.`,
    'not-invited': () => 'Dieser Link ist für andere. Kam er per E-Mail, muss diese Adresse in deinem Konto stehen und bestätigt sein.',
    'unknown-user': ({ name }) => `Es gibt keinen Benutzer mit dem Namen ${name}.`,
    'unknown-domain': () => 'Das ist keine E-Mail-Domain. Gib zum Beispiel `example.com` ein.',
    'unknown-role': ({ name }) =>
        `In diesem Arbeitsbereich gibt es keine Rolle mit dem Namen ${name}. Rollen in einem Raum, etwa Besitzer, zählen nicht.`,
    'too-many-names': ({ ceiling }) => `Ein Link kann für höchstens ${ceiling} Personen, ${ceiling} Domains und ${ceiling} Rollen sein.`,
    'unverified-approving': () =>
        'Diese Person ist schon im Raum oder für ihn gesperrt, deshalb hat die App sie nicht hineingelassen. Sieh in der Mitgliederliste nach.',
    'unknown-request': () => 'Diese Anfrage gibt es nicht. Vielleicht wurde der Link widerrufen oder das Konto gelöscht.',
    'banned': () => 'Du bist für diesen Raum gesperrt. Kein Link kann das ändern, wohl aber ein Besitzer des Raums.',
    'unverified-adding': () =>
        'Im Chat können nur Besitzer, Moderatoren und Diskussionsleiter eines Raums Personen namentlich hinzufügen. Andere Mitglieder kann die App nicht von gesperrten Personen unterscheiden.',
    'unverified': () =>
        'Im Chat können nur Besitzer, Moderatoren und Diskussionsleiter eines Raums Links für ihn erstellen. Andere Mitglieder kann die App dort nicht von gesperrten Personen unterscheiden.',
    'email-not-configured': () =>
        'Dieser Arbeitsbereich kann keine E-Mails senden, deshalb habe ich nichts gesendet. Ein Administrator kann einen Mailserver einrichten.',
    'unknown-invite': () => 'Diesen Link gibt es nicht. Vielleicht wurde er schon widerrufen.',
    'invite-changed': () =>
        'Jemand anders hat diesen Link inzwischen geändert, deshalb wurde nichts gespeichert. Prüfe die aktuellen Werte und speichere dann noch einmal.',
    'not-listed': ({ example }) => `In deiner letzten Liste gibt es keinen Link mit dieser Nummer. Siehe ${example}`,
    'may-not-invite': () => 'Du darfst für diesen Raum keine Einladungslinks erstellen.',
    'may-not-revoke': () =>
        'Diesen Link gibt es nicht, oder du darfst ihn nicht widerrufen. Sein Ersteller, ein Besitzer des Raums oder ein Administrator kann das.',
    'may-not-manage': () =>
        'Diesen Link gibt es nicht, oder du darfst ihn nicht verwalten. Das können sein Ersteller und alle, die in den Raum einladen dürfen.',
    'may-not-rotate': () => 'Nur wer einen Link erstellt hat, kann ihn ersetzen.',
    'may-not-share': () => 'Nur wer einen Link erstellt hat, kann ihn teilen.',
    'may-not-post': () => 'Du kannst in diesem Raum nicht schreiben. Deshalb habe ich den Link dort nicht geteilt.',
    'may-not-email': ({ example }) =>
        `Links lassen sich hier nicht per E-Mail senden, solange ein Administrator es nicht erlaubt. Erstelle einen und schicke ihn selbst: ${example}`,
    'may-not-list-all': ({ example }) => `Nur Administratoren können die Links aller Räume auflisten. Für diesen Raum: ${example}`,
    'not-authorized': () => 'Das darfst du hier nicht.',
    'method-not-allowed': () => 'Das ist nicht möglich.',
    'guessing': (facts) => `Zu viele falsche Links. Warte ${minutes(facts.minutes)} und versuche es dann noch einmal.`,
    'creating': (facts) => `Du hast zu viele Links erstellt. Warte ${minutes(facts.minutes)} und versuche es dann noch einmal.`,
    'busy': () => 'Gerade nutzen viele Personen diesen Link. Versuche es in einer Minute noch einmal.',
    'internal': () => 'Etwas ist schiefgegangen. Versuche es noch einmal. Administratoren finden die Ursache im Protokoll der App.',
};
