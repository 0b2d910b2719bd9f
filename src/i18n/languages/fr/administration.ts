import { AdministrationTexts } from '../../administration';
import { Partially } from '../../translation';

export const ADMINISTRATION: Partially<AdministrationTexts> = {
    action: 'Lien d’invitation',
    commandParams: 'create 7 jours | list | use <lien> | revoke <lien> | @utilisateur',
    commandDescription: 'Inviter dans ce salon avec un lien, ou ajouter des personnes par leur nom',
    sections: {
        Section_Invite: 'Qui peut inviter',
        Section_Limits: 'Limites et valeurs par défaut',
        Section_Links: 'Liens',
        Section_Bans: 'Bannissements',
        Section_Audit: 'Audit',
        Section_Compatibility: 'Compatibilité',
    },
    settings: {
        Create_Roles: {
            label: 'Rôles qui peuvent créer des liens',
            description:
                'Vide : l’application suit la permission create-invite-links dans Administration → Permissions. Pour vous en écarter, saisissez des rôles séparés par des virgules. owner, moderator et leader sont des rôles dans un salon.',
        },
        Manage_Roles: {
            label: 'Rôles qui peuvent voir et révoquer tous les liens',
            description:
                'Vide : l’application suit la permission manage-invite-links dans Administration → Permissions. Sur les serveurs sans cette permission : admin. Pour vous en écarter, saisissez des rôles de l’espace de travail séparés par des virgules. Ces personnes gèrent tous les liens sur une page : `{console}`, à la suite de l’adresse de l’espace de travail. `/invite console` en donne le lien.',
        },
        Add_User_Roles: {
            label: 'Rôles qui peuvent ajouter des personnes par leur nom',
            description:
                'Pour `/invite @utilisateur`. Vide : l’application suit la permission add-user-to-joined-room dans Administration → Permissions. Pour vous en écarter, saisissez des rôles séparés par des virgules.',
        },
        Allow_Email_Invites: {
            label: 'Autoriser les liens par e-mail',
            description:
                'Activé : les personnes qui peuvent créer des liens dans un salon peuvent les faire envoyer par e-mail par l’espace de travail, à 50 adresses au plus à la fois. Chaque lien fonctionne une fois, et seulement pour un compte avec cette adresse vérifiée. Chacun compte parmi les nouveaux liens de l’heure. L’espace de travail a besoin d’un serveur de messagerie et d’un expéditeur (Administration → Espace de travail → Paramètres → E-mail).',
        },
        Default_Duration: {
            label: 'Validité par défaut',
            description:
                'Pour `/invite create` sans durée. Exemples : `90 minutes`, `12 heures`, `7 jours`, `2 semaines`, `jamais`. Formes courtes : `90m`, `12h`, `7d`, `2w`.',
        },
        Default_Uses: {
            label: 'Nombre d’utilisations par défaut',
            description:
                'Pour `/invite create` sans nombre d’utilisations. Exemples : `10 personnes`, `1 personne`, `illimité`. Forme courte : `x10`.',
        },
        Max_Days: {
            label: 'Validité maximale en jours',
            description:
                '0 = pas de limite. Avec une limite, on ne peut pas créer de liens qui n’expirent jamais, et une valeur par défaut plus longue est ramenée à la limite.',
        },
        Max_Uses: {
            label: 'Nombre maximal d’utilisations par lien',
            description:
                '0 = pas de limite. Avec une limite, on ne peut pas créer de liens pour un nombre illimité de personnes, et une valeur par défaut plus grande est ramenée à la limite.',
        },
        Allow_Never_Expiring: {
            label: 'Autoriser les liens qui n’expirent jamais',
            description: 'Désactivé : tout lien doit avoir une durée de validité, même sans maximum.',
        },
        Max_Created_Per_Hour: {
            label: 'Nombre maximal de nouveaux liens par personne et par heure',
            description: '0 = pas de limite. Obtenir de nouveau un lien existant ne compte pas.',
        },
        Creator_Must_Stay: {
            label: 'Suspendre les liens quand leur créateur part',
            description:
                'Activé : un lien ne fonctionne que tant que son créateur est actif, dans le salon et autorisé à créer des liens. Il fonctionne à nouveau dès que c’est de nouveau le cas. Désactivé : les liens fonctionnent quoi qu’il arrive à leur créateur.',
        },
        Keep_Ended_Days: {
            label: 'Durée de conservation des liens expirés ou épuisés, en jours',
            description:
                'Chaque nuit, l’application supprime les liens expirés ou épuisés depuis plus longtemps que ce nombre de jours, avec leurs compteurs. 0 : la nuit suivante.',
        },
        Keep_History_Days: {
            label: 'Durée de conservation de l’historique des liens, en jours',
            description:
                'Qui a rejoint un salon avec quel lien, et qui a été refusé. Avec 0, aucun historique n’est conservé ; une personne qui part puis revient consomme alors une autre utilisation.',
        },
        Keep_Requests_Days: {
            label: 'Durée de conservation des demandes, en jours',
            description: 'Passé ce délai, une demande restée sans réponse est oubliée, et une personne refusée peut faire une nouvelle demande.',
        },
        Send_Notices: {
            label: 'Prévenir les personnes au sujet de leurs liens',
            description:
                'Le bot de l’application prévient les créateurs quand un lien est utilisé pour la première fois, épuisé, sur le point d’expirer ou suspendu, et les gestionnaires quand quelqu’un demande à entrer.',
        },
        Link_Address: {
            label: 'Adresse de base des liens',
            description:
                'Vide : l’URL du site de l’espace de travail. Si l’on accède à l’espace de travail par une autre adresse, saisissez-la, avec son chemin s’il y en a un : https://chat.example.com',
        },
        Page_Address: {
            label: 'Adresse courte des liens',
            description:
                'Vide : les liens ont l’adresse de la page elle-même. Sinon, une adresse qui y redirige, par exemple https://chat.example.com/i, pour des liens plus courts. Le jeton suit après #, et le navigateur le conserve lors de la redirection.',
        },
        Ask_About_Bans: {
            label: 'Vérifier les bannissements par l’API REST',
            description:
                'Les applications ne voient pas les bannissements. Activé : quand une personne qui est dans le salon ou en est bannie ouvre un lien ou appelle un point de terminaison, l’application demande à l’API REST de l’espace de travail lequel des deux cas s’applique. Elle utilise la session de cette personne et n’appelle que l’URL du site. De la même façon, elle lit les permissions de l’espace de travail, au plus toutes les dix minutes. Désactivé : la personne apprend que l’application ne peut pas le savoir, et les permissions modifiées ne sont pas lues.',
        },
        Audit_Room: {
            label: 'Salon d’audit',
            description:
                'Nom ou identifiant d’un salon. Le bot de l’application y publie une ligne pour chaque lien créé, modifié, utilisé ou révoqué, pour chaque décision sur une demande, pour chaque tentative d’une personne bannie et pour chaque paramètre modifié. Il n’y publie jamais de jeton. L’application retient l’identifiant du salon, qui peut donc changer de nom. Vide : pas de salon d’audit. Si le bot ne peut pas y publier, le journal de l’application l’indique.',
        },
        Find_Or_Create_As_List: {
            label: 'Renvoyer findOrCreateInvite sous forme de tableau',
            description:
                'Activé : pour les clients conçus d’après la référence publique, dont l’exemple montre un tableau. Désactivé : l’application renvoie un objet, comme le vrai serveur.',
        },
        Take_Over_Invite: {
            label: 'Remplacer la commande /invite intégrée',
            description:
                'Activé : l’application remplace la commande `/invite` du serveur. Elle ajoute toujours des personnes par leur @nom. `/invite-link` fonctionne dans tous les cas. Une fois la commande remplacée, celle du serveur ne revient qu’à son redémarrage.',
        },
    },
};
