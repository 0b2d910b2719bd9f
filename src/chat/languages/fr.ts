import { plural, Words } from '../words';

const TAG = 'fr';

const minutes = (count: number): string => plural(TAG, count, 'minute', 'minutes');
const minutesIn = (seconds: number | undefined): string => minutes(Math.ceil((seconds || 60) / 60));

export const FRENCH: Words = {
    tag: TAG,
    created: (room) => `Voici votre lien d’invitation à *${room}*. Quiconque l’ouvre peut entrer :`,
    foundAgain: (room, since) =>
        `Vous avez déjà ce lien vers *${room}*, ${since}. Sa fin ne change pas ; pour un nouveau, révoquez d’abord celui-ci :`,
    sinceToday: 'd’aujourd’hui',
    sinceDay: (day) => `du ${day}`,
    expires: (left, moment) => `Il expire dans ${left}, le ${moment}.`,
    neverExpires: 'Il n’expire jamais.',
    placesLeft: (left, places) => `Il reste ${plural(TAG, left, 'utilisation', 'utilisations')} sur ${places}.`,
    anyNumber: (uses) =>
        uses === 0 ? 'Un nombre illimité de personnes peut l’utiliser.' : `Un nombre illimité de personnes peut l’utiliser ; ${uses} jusqu’ici.`,
    howToRevoke: (line) => `Pour y mettre fin plus tôt : ${line}`,
    revoke: 'Révoquer',
    minutes,
    hours: (count) => plural(TAG, count, 'heure', 'heures'),
    days: (count) => plural(TAG, count, 'jour', 'jours'),
    listOfRoom: (room) => `*Liens d’invitation à ${room}*`,
    listOfOwn: '*Vos liens d’invitation à ce salon*',
    listOfAll: '*Liens d’invitation de tout l’espace de travail*',
    noneOfRoom: (room, line) => `Aucun lien vers *${room}* n’est valable en ce moment. En créer un : ${line}`,
    noneOfOwn: 'Vous n’avez aucun lien d’invitation actif pour ce salon.',
    noneOfAll: 'Aucun lien n’est valable en ce moment, dans aucun salon.',
    ended: (count) => `${plural(TAG, count, 'lien a expiré ou est épuisé', 'liens ont expiré ou sont épuisés')}.`,
    seeMore: (shown, all, line) => `Voici ${shown} sur ${all}. La suite : ${line}`,
    endsIn: (left, moment) => `expire dans ${left} (${moment})`,
    endsNever: 'n’expire jamais',
    usedBy: (uses, places) => `utilisé ${uses}/${places}`,
    by: (maker) => `de ${maker}`,
    to: (room) => `vers *${room}*`,
    notNow: (why) => `ne fonctionne pas en ce moment : ${why}`,
    paused: {
        'creator-gone': 'son auteur n’existe plus',
        'creator-deactivated': 'son auteur est désactivé',
        'creator-left': 'son auteur n’est plus dans le salon',
        'creator-may-not': 'son auteur ne peut plus créer de liens ici',
        'room-archived': 'le salon est archivé',
    },
    somebodyGone: 'quelqu’un qui n’est plus là',
    joined: (room, url) => `Bienvenue ! Vous êtes maintenant dans *${room}* : ${url}`,
    alreadyIn: (room, url) => `Vous êtes déjà dans *${room}* : ${url}`,
    unverified: (room, url) => `Vous avez déjà une place dans *${room}*, ou vous en êtes banni. Ouvrez le salon pour le voir : ${url}`,
    revoked: (room) => `Ce lien d’invitation à *${room}* ne fonctionne plus.`,
    linkRevoked: 'Ce lien d’invitation ne fonctionne plus.',
    added: (username) => `@${username} est maintenant dans ce salon.`,
    unknownUser: (username) => `Personne ne s’appelle \`${username}\`.`,
    alreadyHere: (username) => `@${username} est déjà ici.`,
    notAdded: (username) => `@${username} n’a pas pu être ajouté à ce salon.`,
    helpTitle: '*Inviter dans ce salon par un lien*',
    helpCreate: (line) => `${line} crée un lien, y compris vers un autre salon : \`#salon\``,
    helpDurations: (durations, uses) => `Combien de temps : ${durations}. Pour combien : ${uses}. Dans n’importe quel ordre.`,
    helpList: (line) => `${line} montre les liens de ce salon ; \`list all\`, ceux de tout l’espace`,
    helpUse: (line) => `${line} vous fait entrer dans le salon d’un lien`,
    helpRevoke: (line) => `${line} met fin à un lien`,
    helpAdd: (line) => `${line} ajoute quelqu’un à ce salon tout de suite`,
    unclear: (word) => `Je ne comprends pas ${word} ; rien n’a été fait.`,
    understood: (line) => `J’ai compris ${line}.`,
    didYouMean: (lines) => `Vouliez-vous dire ${lines} ?`,
    or: 'ou',
    seeHelp: (line) => `Ce que je comprends : ${line}`,
    tooLong: (most) => `C’est trop long : rien n’a été fait. Une commande compte au plus ${most} caractères.`,
    whichToUse: (line) => `Quel lien ? Tapez ${line} avec le lien, ou avec ses 16 lettres et chiffres.`,
    whichToRevoke: (line) => `Quel lien ? Tapez ${line} avec le lien, ou avec son identifiant tel que la liste le montre.`,
    askOwners: (names) => `Demandez à ${names}.`,
    askAnOwner: 'Demandez à un propriétaire du salon.',
    onlyAdministrators: (line) => `Seuls les administrateurs peuvent lister les liens de tous les salons. Ceux de ce salon : ${line}`,
    neverNotAllowed: (line) => `Les liens qui n’expirent jamais ne sont pas autorisés ici. Dites combien de temps : ${line}`,
    mostDays: (count, line) => `Ici, un lien est valable au plus ${plural(TAG, count, 'jour', 'jours')}. Essayez ${line}`,
    mostUses: (count, line) => `Ici, un lien sert au plus ${count} fois. Essayez ${line}`,
    badDays: 'Aucun calendrier ne va aussi loin.',
    badUses: 'Ce n’est pas un nombre de personnes.',
    refused: {
        'unauthorized': () => 'Il faut être connecté pour cela.',
        'invalid-params': ({ reason }) =>
            reason === 'no-username'
                ? 'Choisissez d’abord un nom d’utilisateur : votre compte n’en a pas encore.'
                : reason === 'renamed'
                  ? 'Votre nom d’utilisateur a changé pendant que vous rejoigniez le salon. Veuillez réessayer.'
                  : 'Cela ne peut pas être juste.',
        'error-invalid-room': ({ reason }) => {
            switch (reason) {
                case 'outside':
                    return 'Rejoignez d’abord ce salon : seuls ses membres peuvent créer des liens vers lui.';
                case 'attributes':
                    return 'Des attributs décident qui est dans ce salon : on ne peut y inviter personne.';
                case 'gone':
                    return 'Le salon de ce lien n’existe plus, ou aucun lien ne permet d’y entrer. Demandez à la personne qui l’a envoyé.';
                default:
                    return 'Ce salon n’existe pas, ou vous n’y êtes pas.';
            }
        },
        'error-room-type-not-allowed': ({ reason }) =>
            reason === 'archived'
                ? 'Ce salon est archivé : tant qu’il l’est, personne ne peut le rejoindre.'
                : 'Un lien ne peut inviter que dans des canaux et des groupes, pas dans ce type de salon.',
        'error-invalid-token': () => 'Ce lien est inconnu ici. Vérifiez qu’il est complet, ou demandez-en un nouveau.',
        'error-invite-token-expired': ({ field }) =>
            field === 'maxUses'
                ? 'Ce lien a laissé entrer autant de personnes qu’il le peut. Demandez-en un nouveau.'
                : field === 'expires'
                  ? 'Ce lien a expiré. Demandez-en un nouveau.'
                  : 'Ce lien n’est plus valable. Demandez-en un nouveau à quelqu’un du salon.',
        'error-user-is-banned': () => 'Vous êtes banni de ce salon, et aucun lien n’y peut rien. Un propriétaire du salon, si.',
        'error-membership-unverified': ({ reason }) =>
            reason === 'adding-people'
                ? 'Dans le chat, seuls les propriétaires, modérateurs et leaders d’un salon peuvent ajouter des personnes par leur nom : l’application ne distingue pas les autres membres des personnes bannies.'
                : reason === 'seeing-links'
                  ? 'Ici, seuls les propriétaires, modérateurs et responsables d’un salon voient ses liens : l’application ne peut pas distinguer les autres membres des personnes bannies.'
                  : 'Dans la messagerie, seuls les propriétaires, modérateurs et responsables d’un salon peuvent créer des liens vers celui-ci : l’application ne peut pas y distinguer les autres membres des personnes bannies.',
        'invalid-invitation-id': () => 'Ce lien n’existe pas.',
        'not_authorized': ({ reason }) =>
            reason === 'inviting'
                ? 'Vous ne pouvez pas créer de liens d’invitation vers ce salon.'
                : reason === 'removing'
                  ? 'Ce lien n’existe pas, ou vous ne pouvez pas le révoquer. Son créateur, un propriétaire du salon ou un administrateur le peut.'
                  : 'Vous ne pouvez pas faire cela ici.',
        'method-not-allowed': () => 'Cela n’est pas possible.',
        'error-too-many-requests': ({ reason, retryAfter }) =>
            reason === 'guessing'
                ? `Trop de liens erronés. Attendez ${minutesIn(retryAfter)}, puis réessayez.`
                : reason === 'creating'
                  ? `Vous avez créé énormément de liens. Attendez ${minutesIn(retryAfter)}, puis réessayez.`
                  : 'Beaucoup de personnes utilisent ce lien en ce moment. Réessayez dans une minute.',
        'error-internal': () => 'Quelque chose s’est mal passé, et on n’en sait pas plus ici. Réessayez ; le journal de l’application en dit plus.',
    },
    form: {
        title: 'Lien d’invitation',
        room: 'Salon',
        otherRooms: 'Pour un salon qui n’est pas dans la liste, ouvrez ce dialogue là-bas.',
        duration: 'Durée du lien',
        durationHint: 'Par exemple : 90 minutes, 12 heures, 7 jours, 2 semaines.',
        orNever: 'Ou : jamais.',
        mostDays: (count) => `Au plus ${plural(TAG, count, 'jour', 'jours')}.`,
        uses: 'Combien de personnes peuvent l’utiliser',
        usesHint: 'Un nombre.',
        orUnlimited: 'Ou : illimité.',
        mostUses: (count) => `Au plus ${count}.`,
        days: (count) => plural(TAG, count, 'jour', 'jours'),
        never: 'jamais',
        unlimited: 'illimité',
        create: 'Créer le lien',
        cancel: 'Annuler',
        done: 'Terminé',
        copyLink: 'Copiez ce lien et envoyez-le aux personnes à inviter',
        toList: 'Liens de ce salon',
        toForm: 'Nouveau lien',
        newer: 'Plus récents',
        older: 'Plus anciens',
        none: (room) => `Aucun lien d’invitation à *${room}* n’est valable en ce moment.`,
        noRoom: 'Il n’y a aucun salon pour lequel vous pouvez créer des liens ici.',
        whichRoom: 'Choisissez un salon.',
        noDuration: 'Ce n’est pas une durée. Écrivez-la ainsi : 90 minutes, 12 heures, 7 jours, 2 semaines, jamais.',
        noUses: 'Ce n’est pas un nombre de personnes. Écrivez-en un, comme 10, ou : illimité.',
        neverNotAllowed: 'Les liens qui n’expirent jamais ne sont pas autorisés ici. Écrivez une durée, par exemple : 7 jours.',
    },
};
