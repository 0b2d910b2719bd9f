import { countedNoun } from '../messages';
import { Translation } from '../translation';
import { PageMessages } from '../pageMessages';

export const TAG = 'fr';

const minutes = (count: number): string => countedNoun(TAG, count, 'minute', 'minutes');
const hours = (count: number): string => countedNoun(TAG, count, 'heure', 'heures');
const days = (count: number): string => countedNoun(TAG, count, 'jour', 'jours');

export const MESSAGES: Translation = {
    tag: TAG,
    vocabulary: {
        duration: { minute: minutes, hour: hours, day: days, week: (count) => countedNoun(TAG, count, 'semaine', 'semaines') },
        never: 'jamais',
        uses: (count) => countedNoun(TAG, count, 'personne', 'personnes'),
        unlimited: 'illimité',
        link: '<lien>',
        user: '@utilisateur',
        room: '#salon',
    },
    created: (room) => `Voici votre lien d’invitation vers *${room}*. Toute personne ayant un compte ici peut rejoindre le salon :`,
    alreadyCreated: (room, since) =>
        `Vous avez déjà ce lien vers *${room}*, créé ${since}. Sa date d’expiration n’a pas changé. Pour en obtenir un nouveau, révoquez d’abord celui-ci :`,
    today: 'aujourd’hui',
    // A weekday takes no article, because “le lundi” means every Monday.
    onDay: (day) => (/\d/.test(day) ? `le ${day}` : day),
    expires: (left, moment) => `Il expire dans ${left}, le ${moment}.`,
    neverExpires: 'Il n’expire jamais.',
    seatsLeft: (left, seats) => `Il reste ${countedNoun(TAG, left, 'utilisation', 'utilisations')} sur ${seats}.`,
    unlimitedUses: (uses) =>
        uses === 0
            ? 'Un nombre illimité de personnes peut l’utiliser.'
            : `Un nombre illimité de personnes peut l’utiliser. Utilisations jusqu’ici : ${uses}.`,
    howToRevoke: (command) => `Pour le révoquer : ${command}`,
    revoke: 'Révoquer',
    minutes,
    hours,
    days,
    roomListTitle: (room) => `*Liens d’invitation vers ${room}*`,
    ownListTitle: '*Vos liens d’invitation pour ce salon*',
    workspaceListTitle: '*Tous les liens d’invitation de l’espace de travail*',
    emptyRoomList: (room, command) => `*${room}* n’a aucun lien d’invitation actif. En créer un : ${command}`,
    emptyOwnList: 'Vous n’avez aucun lien d’invitation actif pour ce salon.',
    emptyWorkspaceList: 'Cet espace de travail n’a aucun lien d’invitation actif.',
    ended: (count) => `${countedNoun(TAG, count, 'lien a expiré ou est épuisé', 'liens ont expiré ou sont épuisés')}.`,
    seeMore: (shown, all, command) => `Voici ${shown} sur ${all}. La suite : ${command}`,
    listExpires: (left, moment) => `expire dans ${left} (${moment})`,
    listNeverExpires: 'n’expire jamais',
    usedBy: (uses, maxUses) => (maxUses === 0 ? `utilisé ${uses} fois, sans limite` : `utilisé ${uses}/${maxUses}`),
    createdBy: (creator) => `créé par ${creator}`,
    forRoom: (room) => `vers *${room}*`,
    suspendedBecause: (why) => `suspendu : ${why}`,
    suspended: {
        'creator-gone': 'le compte de son créateur a été supprimé',
        'creator-deactivated': 'le compte de son créateur est désactivé',
        'creator-left': 'son créateur a quitté le salon',
        'creator-may-not': 'son créateur ne peut plus créer de liens ici',
        'room-archived': 'le salon est archivé',
    },
    deletedUser: 'un utilisateur supprimé',
    joined: (room, url) => `Bienvenue ! Vous êtes maintenant dans *${room}* : ${url}`,
    alreadyMember: (room, url) => `Vous êtes déjà dans *${room}* : ${url}`,
    unverified: (room, url) => `Vous êtes déjà dans *${room}* : ${url} S’il ne s’ouvre pas, adressez-vous à un propriétaire du salon.`,
    revoked: (room) => `Révoqué. Ce lien d’invitation vers *${room}* ne fonctionne plus.`,
    linkRevoked: 'Révoqué. Ce lien d’invitation ne fonctionne plus.',
    added: (username) => `@${username} est maintenant dans ce salon.`,
    unknownUser: (username) => `Aucun utilisateur ne s’appelle \`${username}\`.`,
    alreadyHere: (username) => `@${username} est déjà dans ce salon. Si la liste des membres ne l’affiche pas, adressez-vous à un propriétaire.`,
    notAdded: (username) => `Impossible d’ajouter @${username} à ce salon.`,
    helpTitle: '*Inviter dans ce salon avec un lien*',
    helpCreate: (command, room) => `${command} crée un lien. Pour un autre salon, ajoutez ${room}.`,
    helpDurations: (durations, uses, short) =>
        `Durée de validité : ${durations}. Pour combien de personnes : ${uses}. Dans n’importe quel ordre. Formes courtes : ${short}.`,
    helpList: (command, all) => `${command} montre les liens de ce salon ; ${all}, ceux de tout l’espace de travail (administrateurs seulement).`,
    helpUse: (command) => `${command} vous fait rejoindre le salon du lien.`,
    helpRevoke: (command) => `${command} révoque un lien.`,
    helpAdd: (command) => `${command} ajoute tout de suite une personne à ce salon.`,
    unclear: (word) => `Je ne comprends pas ${word}, je n’ai donc rien fait.`,
    understood: (command) => `J’ai compris ${command}.`,
    didYouMean: (commands) => `Vouliez-vous dire ${commands} ?`,
    or: 'ou',
    seeHelp: (command) => `Aide : ${command}`,
    tooLong: (maxCharacters) => `C’est trop long, je n’ai donc rien fait. Une commande compte au plus ${maxCharacters} caractères.`,
    missingLinkToUse: (command) => `Quel lien ? Tapez ${command}. Ses 16 lettres et chiffres suffisent.`,
    missingLinkToRevoke: (command) => `Quel lien ? Tapez ${command}. Son identifiant dans la liste convient aussi.`,
    askOwners: (names) => `Demandez à ${names}.`,
    askAnOwner: 'Demandez à un propriétaire du salon.',
    refusals: {
        'unauthorized': () => 'Connectez-vous pour faire cela.',
        'invalid-request': () => 'Cette demande n’est pas valide.',
        'no-username': () => 'Votre compte n’a pas encore de nom d’utilisateur. Choisissez-en un d’abord.',
        'renamed': () => 'Votre nom d’utilisateur a changé pendant que vous rejoigniez le salon. Réessayez.',
        'label-too-long': ({ ceiling }) => `Un libellé peut avoir au plus ${ceiling} caractères.`,
        'validity-too-long': ({ ceiling, example }) => `Ici, un lien est valable ${days(ceiling)} au maximum. Essayez ${example}`,
        'never-not-allowed': ({ example }) => `Les liens qui n’expirent jamais ne sont pas autorisés ici. Indiquez une durée : ${example}`,
        'in-the-past': () => 'Ce moment est déjà passé. Choisissez-en un dans le futur.',
        'invalid-end': () => 'Cette date est trop lointaine. Essayez une durée plus courte.',
        'too-many-uses': ({ ceiling, example }) => `Ici, un lien peut servir ${ceiling} fois au maximum. Essayez ${example}`,
        'below-uses': ({ uses }) =>
            `${countedNoun(TAG, uses, 'personne a', 'personnes ont')} déjà utilisé ce lien : la limite ne peut pas être plus basse.`,
        'invalid-uses': () => 'Ce nombre d’utilisations n’est pas valide.',
        'unknown-room': () => 'Ce salon n’existe pas, ou vous n’en êtes pas membre.',
        'outside-room': () => 'Rejoignez d’abord ce salon. Seuls ses membres peuvent créer des liens vers lui.',
        'attribute-room': () => 'Des attributs décident qui est dans ce salon : personne ne peut y être invité.',
        'room-gone': () => 'Le salon de ce lien n’existe plus, ou aucun lien n’y mène. Demandez à la personne qui vous l’a envoyé.',
        'archived-room': () => 'Ce salon est archivé. Personne ne peut le rejoindre tant qu’il l’est.',
        'federated-room': () => 'Les salons partagés avec d’autres serveurs n’acceptent pas de liens d’invitation.',
        'other-room-type': () => 'Les liens d’invitation servent pour les canaux et les groupes, pas pour ce type de salon.',
        'unknown-token': () => 'Ce lien n’existe pas. Vérifiez qu’il est complet, ou demandez-en un nouveau à la personne qui vous l’a envoyé.',
        'used-up': () => 'Ce lien est épuisé. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
        'expired': () => 'Ce lien a expiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
        'paused': () => 'Ce lien est en pause. Demandez à la personne qui vous l’a envoyé.',
        'ended': () => 'Ce lien ne fonctionne plus. Demandez-en un nouveau à quelqu’un du salon.',
        'banned': () => 'Vous êtes banni de ce salon. Aucun lien n’y change rien, mais un propriétaire du salon le peut.',
        'unverified-adding': () =>
            'Dans la messagerie, seuls les propriétaires, modérateurs et responsables d’un salon peuvent ajouter des personnes par leur nom. L’application ne peut pas distinguer les autres membres des personnes bannies.',
        'unverified-seeing': () =>
            'Ici, seuls les propriétaires, modérateurs et responsables d’un salon voient ses liens. L’application ne peut pas distinguer les autres membres des personnes bannies.',
        'unverified': () =>
            'Dans la messagerie, seuls les propriétaires, modérateurs et responsables d’un salon peuvent créer des liens vers lui. L’application ne peut pas y distinguer les autres membres des personnes bannies.',
        'unknown-invite': () => 'Ce lien n’existe pas. Il a peut-être déjà été révoqué.',
        'may-not-invite': () => 'Vous ne pouvez pas créer de liens d’invitation vers ce salon.',
        'may-not-revoke': () =>
            'Ce lien n’existe pas, ou vous ne pouvez pas le révoquer. Son créateur, un propriétaire du salon ou un administrateur le peut.',
        'may-not-manage': () =>
            'Ce lien n’existe pas, ou vous ne pouvez pas le gérer. Son créateur et les personnes qui peuvent inviter dans le salon le peuvent.',
        'may-not-rotate': () => 'Seule la personne qui a créé un lien peut le remplacer.',
        'may-not-list-all': ({ example }) => `Seuls les administrateurs peuvent voir les liens de tous les salons. Pour ce salon : ${example}`,
        'not-authorized': () => 'Vous ne pouvez pas faire cela ici.',
        'method-not-allowed': () => 'Ce n’est pas possible.',
        'guessing': (facts) => `Trop de liens incorrects. Attendez ${minutes(facts.minutes)}, puis réessayez.`,
        'creating': (facts) => `Vous avez créé trop de liens. Attendez ${minutes(facts.minutes)}, puis réessayez.`,
        'busy': () => 'Beaucoup de personnes utilisent ce lien en ce moment. Réessayez dans une minute.',
        'internal': () => 'Une erreur est survenue. Réessayez. Les administrateurs peuvent en trouver la cause dans le journal de l’application.',
    },
    modal: {
        title: 'Lien d’invitation',
        room: 'Salon',
        otherRooms: 'Le salon n’est pas dans la liste ? Ouvrez « Lien d’invitation » dans le menu de ce salon.',
        duration: 'Durée de validité',
        durationHint: (examples) => `Par exemple ${examples}.`,
        maxDaysHint: (max) => `Au maximum ${days(max)}.`,
        uses: 'Combien de personnes peuvent l’utiliser',
        usesHint: (count, unlimited) => `Par exemple ${count}, ou ${unlimited}.`,
        maxUsesHint: (max) => `Au maximum ${max}.`,
        create: 'Créer le lien',
        cancel: 'Annuler',
        done: 'Terminé',
        copyLink: 'Copiez ce lien et envoyez-le aux personnes à inviter',
        showList: 'Liens actifs',
        newLink: 'Nouveau lien',
        newer: 'Plus récents',
        older: 'Plus anciens',
        emptyList: (room) => `*${room}* n’a aucun lien d’invitation actif.`,
        noRooms: 'Vous ne pouvez pas non plus créer de liens vers vos autres salons.',
        missingRoom: 'Choisissez un salon.',
        invalidDuration: (example) => `Ce n’est pas une durée. Saisissez par exemple ${example}.`,
        invalidUses: (count, unlimited) => `Ce n’est pas un nombre de personnes. Saisissez par exemple ${count}, ou ${unlimited}.`,
        neverNotAllowed: (example) => `Les liens qui n’expirent jamais ne sont pas autorisés ici. Saisissez une durée, par exemple ${example}.`,
    },
    audit: {
        created: (person, room, id, terms) => `${person} a créé un lien d’invitation pour ${room} (${id}) : ${terms}.`,
        joined: (person, room, invite, count) => `${person} a rejoint ${room} avec ${invite} : ${count}.`,
        edited: (person, room, invite, terms) => `${person} a modifié ${invite} pour ${room}. Désormais : ${terms}.`,
        paused: 'en pause',
        resumed: 'plus en pause',
        rotated: (person, room, invite) => `${person} a remplacé le jeton de ${invite} pour ${room}. L’ancien lien ne fonctionne plus.`,
        revoked: (person, room, invite) => `${person} a révoqué ${invite} pour ${room}.`,
        bannedFromUsing: (person, room, invite) => `${person} est banni de ${room} et a essayé d’utiliser ${invite}.`,
        bannedFromCreating: (person, room) => `${person} est banni de ${room} et a essayé de créer un lien d’invitation.`,
        intruded: (intruder, room, person, isRemoved) =>
            `${intruder} est entré dans ${room} à la place de ${person}, qui a cédé son nom d’utilisateur en rejoignant le salon. ${isRemoved ? 'L’application l’a retiré aussitôt.' : 'L’application n’a pas pu le retirer. Retirez-le maintenant.'} S’il y était banni, le bannissement est levé : bannissez-le de nouveau.`,
        settingChanged: (label, value) => `Le paramètre ${label} vaut désormais ${value}.`,
        inviteOf: (creator, id) => `le lien d’invitation de ${creator} (${id})`,
        validFor: (duration) => `valable ${duration}`,
        neverExpires: 'n’expire jamais',
        forPeople: (people) => `pour ${people}`,
        forAnyNumber: 'pour un nombre illimité de personnes',
        usesOf: (uses, maxUses) => `${uses} sur ${countedNoun(TAG, maxUses, 'utilisation', 'utilisations')}`,
        usesSoFar: (uses) => `${countedNoun(TAG, uses, 'utilisation', 'utilisations')} jusqu’ici`,
    },
    administration: {
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
                    'Séparés par des virgules. Les applications ne peuvent pas lire la permission create-invite-links : gardez cette liste identique à la permission réelle dans Administration → Permissions. owner, moderator et leader sont des rôles dans un salon.',
            },
            Manage_Roles: {
                label: 'Rôles qui peuvent voir et révoquer tous les liens',
                description:
                    'Rôles de l’espace de travail, séparés par des virgules. Ils ne changent pas les permissions dans Administration → Permissions.',
            },
            Add_User_Roles: {
                label: 'Rôles qui peuvent ajouter des personnes par leur nom',
                description:
                    'Pour `/invite @utilisateur`. Séparés par des virgules. Gardez cette liste identique à la permission add-user-to-joined-room dans Administration → Permissions.',
            },
            Default_Duration: {
                label: 'Validité par défaut',
                description:
                    'Pour `/invite create` sans durée. Exemples : `90 minutes`, `12 heures`, `7 jours`, `2 semaines`, `jamais`. Formes courtes : `90m`, `12h`, `7d`, `2w`.',
            },
            Default_Uses: {
                label: 'Nombre d’utilisations par défaut',
                description:
                    'Pour `/invite create` sans nombre d’utilisations. Exemples : `10 personnes`, `1 personne`, `illimité`. Forme courte : `x10`.',
            },
            Max_Days: {
                label: 'Validité maximale en jours',
                description:
                    '0 = pas de limite. Avec une limite, on ne peut pas créer de liens qui n’expirent jamais, et une valeur par défaut plus longue est ramenée à la limite.',
            },
            Max_Uses: {
                label: 'Utilisations maximales par lien',
                description:
                    '0 = pas de limite. Avec une limite, on ne peut pas créer de liens pour un nombre illimité de personnes, et une valeur par défaut plus grande est ramenée à la limite.',
            },
            Allow_Never_Expiring: {
                label: 'Autoriser les liens qui n’expirent jamais',
                description: 'Désactivé : tout lien a besoin d’une validité, même sans maximum.',
            },
            Max_Created_Per_Hour: {
                label: 'Nouveaux liens maximaux par personne et par heure',
                description: '0 = pas de limite. Obtenir de nouveau un lien existant ne compte pas.',
            },
            Creator_Must_Stay: {
                label: 'Suspendre les liens quand leur créateur part',
                description:
                    'Activé : un lien ne fonctionne que tant que son créateur est actif, dans le salon et autorisé à créer des liens. Il refonctionne dès que c’est de nouveau le cas. Désactivé : les liens fonctionnent quoi qu’il arrive à leur créateur.',
            },
            Keep_Ended_Days: {
                label: 'Jours de conservation des liens terminés',
                description:
                    'Chaque nuit, l’application supprime les liens expirés ou épuisés depuis plus longtemps que ce nombre de jours, avec leurs compteurs. 0 : la nuit suivante.',
            },
            Keep_History_Days: {
                label: 'Jours de conservation de l’historique des liens',
                description:
                    'Qui a rejoint un salon avec quel lien, et qui a été refusé. 0 ne conserve aucun historique ; qui part puis revient consomme alors une autre utilisation.',
            },
            Link_Address: {
                label: 'Adresse de base des liens',
                description:
                    'Vide : l’URL du site de l’espace de travail. Si l’on accède à l’espace de travail par une autre adresse, saisissez-la, avec son chemin s’il y en a un : https://chat.example.com',
            },
            Ask_About_Bans: {
                label: 'Vérifier les bannissements par l’API REST',
                description:
                    'Les applications ne voient pas les bannissements. Activé : quand une personne qui est dans le salon ou en est bannie ouvre un lien ou appelle un point de terminaison, l’application demande à l’API REST de l’espace de travail lequel des deux cas s’applique. Elle utilise la session de cette personne et n’appelle que l’URL du site. Désactivé : la personne apprend que l’application ne peut pas le savoir.',
            },
            Audit_Room: {
                label: 'Salon d’audit',
                description:
                    'Nom ou id d’un salon. Le bot de l’application y publie une ligne pour chaque lien créé, utilisé ou révoqué, pour chaque tentative d’une personne bannie et pour chaque paramètre modifié. Il n’y publie jamais de jeton. L’application retient l’id du salon, qui peut donc changer de nom. Vide : pas de salon d’audit. Si le bot ne peut pas y publier, le journal de l’application l’indique.',
            },
            Find_Or_Create_As_List: {
                label: 'Renvoyer findOrCreateInvite sous forme de tableau',
                description:
                    'Activé : pour les clients construits d’après la référence publique, dont l’exemple montre un tableau. Désactivé : l’application renvoie un objet, comme le vrai serveur.',
            },
            Take_Over_Invite: {
                label: 'Remplacer la commande /invite intégrée',
                description:
                    'Activé : l’application remplace la commande `/invite` du serveur. Elle ajoute toujours des personnes par leur @nom. `/invite-link` fonctionne dans tous les cas. Une fois la commande remplacée, celle du serveur ne revient qu’à son redémarrage.',
            },
        },
    },
};

/** Apart from the other messages, so that the page's bundle holds only these. */
export const PAGE: Partial<PageMessages> = {
    lookingUp: 'Recherche de l’invitation…',
    invites: '{person} vous invite à rejoindre',
    invited: 'Vous avez reçu une invitation à rejoindre',
    until: 'Ce lien d’invitation expire le {moment}.',
    always: 'Ce lien d’invitation n’expire jamais.',
    publicRoom: 'Salon public',
    privateRoom: 'Salon privé',
    join: 'Rejoindre',
    joining: 'Vous rejoignez le salon…',
    joined: 'Vous y êtes !',
    going: 'Ouverture de {room}…',
    member: 'Vous êtes déjà dans {room}',
    open: 'Ouvrir le salon',
    logIn: 'Connectez-vous pour voir votre invitation',
    logInWhy:
        'Pas encore de compte ? Créez-en un sur la page de connexion, si cet espace de travail le permet. Cette page continue d’elle-même dès que vous vous connectez.',
    loggedOut: 'Votre session ici est terminée. Cette page continue d’elle-même dès que vous vous reconnectez.',
    logInHere: 'Se connecter',
    waiting: 'Connectez-vous dans l’autre onglet',
    waitingWhy: 'Cette page continue d’elle-même dès que vous vous y connectez.',
    logInAgain: 'Rouvrir la page de connexion',
    newTab: '(ouvre un nouvel onglet)',
    inApp: 'Vous utilisez l’application Rocket.Chat ? Envoyez-y ceci, dans n’importe quel salon :',
    expired: 'Ce lien d’invitation a expiré',
    askForNew: 'Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    paused: 'Ce lien d’invitation est en pause',
    pausedWhy: 'Demandez à la personne qui vous l’a envoyé, ou réessayez plus tard.',
    ended: 'Ce lien d’invitation ne fonctionne plus',
    endedWhy: 'Demandez-en un nouveau à quelqu’un du salon.',
    archived: 'Ce salon est archivé',
    archivedWhy: 'Personne ne peut rejoindre un salon archivé. Demandez à la personne qui vous a envoyé le lien.',
    withoutUsername: 'Choisissez d’abord un nom d’utilisateur',
    withoutUsernameWhy: 'Votre compte n’a pas encore de nom d’utilisateur. Ouvrez l’espace de travail, choisissez-en un et revenez.',
    usedUp: 'Ce lien d’invitation est épuisé',
    usedUpWhy: 'Il a atteint son nombre maximal d’utilisations. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    unknown: 'Ce lien d’invitation n’existe pas',
    unknownWhy: 'Il est incomplet, il a été révoqué, ou le salon a été supprimé. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    over: 'Ce lien d’invitation ne fonctionne pas',
    overWhy: 'Il est incomplet, expiré, épuisé ou révoqué. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    banned: 'Vous êtes banni de ce salon',
    bannedWhy: 'Aucun lien d’invitation n’y change rien. Seul un propriétaire du salon peut lever le bannissement.',
    unsure: 'Vous êtes déjà dans ce salon',
    unsureWhy: 'S’il ne s’ouvre pas, demandez à un propriétaire du salon.',
    workspace: 'Ouvrir l’espace de travail',
    tooMany: 'Trop de tentatives',
    tooManyWhy: 'Réessayez dans {minutes}.',
    down: 'L’espace de travail ne répond pas',
    downWhy: 'Vous êtes peut-être hors ligne, ou le serveur est occupé. Réessayez dans un instant.',
    again: 'Réessayer',
    copy: 'Copier',
    copied: 'Copié',
    closed: 'Ce salon n’accepte plus de liens d’invitation',
    closedWhy: 'Le type du salon a changé. Demandez à la personne qui vous a envoyé le lien.',
};
