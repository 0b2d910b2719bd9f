import { AdministrationTexts } from '../../administration';
import { Partially } from '../../translation';

export const ADMINISTRATION: Partially<AdministrationTexts> = {
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
                'Leer: Die App folgt der Berechtigung create-invite-links unter Administration → Berechtigungen. Um davon abzuweichen, gib Rollen durch Kommas getrennt ein. owner, moderator und leader sind Rollen in einem Raum.',
        },
        Manage_Roles: {
            label: 'Rollen, die alle Links auflisten und widerrufen dürfen',
            description:
                'Leer: Die App folgt der Berechtigung manage-invite-links unter Administration → Berechtigungen. Auf Servern ohne diese Berechtigung: admin. Um davon abzuweichen, gib Rollen des Arbeitsbereichs durch Kommas getrennt ein. Diese Personen verwalten alle Links auf einer Seite unter der Adresse des Arbeitsbereichs, mit dem Pfad `{console}`. `/invite console` zeigt einen Link dorthin.',
        },
        Add_User_Roles: {
            label: 'Rollen, die Personen namentlich hinzufügen dürfen',
            description:
                'Für `/invite @name`. Leer: Die App folgt der Berechtigung add-user-to-joined-room unter Administration → Berechtigungen. Um davon abzuweichen, gib Rollen durch Kommas getrennt ein.',
        },
        Allow_Email_Invites: {
            label: 'Links per E-Mail erlauben',
            description:
                'Ein: Wer in einem Raum Links erstellen darf, kann sie vom Arbeitsbereich per E-Mail senden lassen, an höchstens 50 Adressen auf einmal. Jeder Link gilt einmal und nur für ein Konto mit dieser bestätigten Adresse. Jeder zählt zu den neuen Links pro Stunde. Der Arbeitsbereich braucht einen Mailserver und einen Absender (Administration → Arbeitsbereich → Einstellungen → E-Mail).',
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
            label: 'Maximale Gültigkeit in Tagen',
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
            description: 'Aus: Jeder Link braucht eine Gültigkeit, auch wenn es keine maximale Gültigkeit gibt.',
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
                'Jede Nacht löscht die App Links, die länger als diese Anzahl von Tagen abgelaufen oder aufgebraucht sind, samt ihren Zählerständen. 0: in der Nacht darauf.',
        },
        Keep_History_Days: {
            label: 'Tage, die der Verlauf von Links erhalten bleibt',
            description:
                'Wer mit welchem Link beigetreten ist und wer abgewiesen wurde. 0 bewahrt keinen Verlauf auf; wer geht und wiederkommt, verbraucht dann eine weitere Nutzung.',
        },
        Keep_Requests_Days: {
            label: 'Tage, die Beitrittsanfragen erhalten bleiben',
            description: 'Nach dieser Zeit verfällt eine Anfrage, über die niemand entscheidet, und wer abgelehnt wurde, kann erneut anfragen.',
        },
        Send_Notices: {
            label: 'Personen über ihre Links benachrichtigen',
            description:
                'Der Bot der App benachrichtigt Ersteller, wenn ein Link zum ersten Mal genutzt wird, aufgebraucht oder ausgesetzt ist oder bald abläuft. Verwalter benachrichtigt er, wenn jemand beitreten möchte.',
        },
        Link_Address: {
            label: 'Basisadresse der Links',
            description:
                'Leer: die Website-URL des Arbeitsbereichs. Erreichen Personen den Arbeitsbereich unter einer anderen Adresse, gib diese ein, mit Pfad, falls es einen gibt: https://chat.example.com',
        },
        Page_Address: {
            label: 'Kurze Adresse der Links',
            description:
                'Leer: Links haben die Adresse der Seite selbst. Sonst eine Adresse, die dorthin weiterleitet, zum Beispiel https://chat.example.com/i, für kürzere Links. Dahinter folgt nach # das Token, das der Browser bei der Weiterleitung behält.',
        },
        Ask_About_Bans: {
            label: 'Sperren über die REST-API prüfen',
            description:
                'Apps sehen keine Sperren. Ein: Wenn jemand, der im Raum oder für ihn gesperrt ist, einen Link öffnet oder einen Endpunkt aufruft, fragt die App die REST-API des Arbeitsbereichs, was davon zutrifft. Sie nutzt dazu die Anmeldung dieser Person und ruft nur die Website-URL auf. Ebenso liest sie höchstens alle zehn Minuten die Berechtigungen des Arbeitsbereichs. Aus: Die Person erfährt, dass die App es nicht herausfinden kann, und geänderte Berechtigungen werden nicht gelesen.',
        },
        Audit_Room: {
            label: 'Protokollraum',
            description:
                'Name oder ID eines Raums. Der Bot der App schreibt dort eine Zeile für jeden Link, der erstellt, geändert, genutzt oder widerrufen wird, für jede Entscheidung über eine Anfrage, für jeden Versuch einer gesperrten Person und für jede geänderte Einstellung. Ein Token schreibt er nie. Die App merkt sich die ID des Raums, er darf also umbenannt werden. Leer: kein Protokollraum. Darf der Bot dort nicht schreiben, steht das im Protokoll der App.',
        },
        Find_Or_Create_As_List: {
            label: 'findOrCreateInvite als Array zurückgeben',
            description:
                'Ein: für Clients, die nach der öffentlichen Referenz gebaut sind, deren Beispiel ein Array zeigt. Aus: Die App gibt ein Objekt zurück, wie der echte Server.',
        },
        Take_Over_Invite: {
            label: 'Das eingebaute /invite ersetzen',
            description:
                'Ein: Die App ersetzt das eingebaute `/invite` des Servers. Personen lassen sich damit weiterhin mit @name hinzufügen. `/invite-link` funktioniert in jedem Fall. Ist es einmal ersetzt, kommt das eingebaute erst zurück, wenn der Server neu startet.',
        },
    },
};
