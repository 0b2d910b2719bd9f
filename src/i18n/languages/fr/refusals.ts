import { countedNoun } from '../../messages';
import { RefusalMessages } from '../../refusalMessages';
import { Partially } from '../../translation';
import { days, minutes, TAG } from './counts';

export const REFUSALS: Partially<RefusalMessages> = {
    'unauthorized': () => 'Connectez-vous pour faire cela.',
    'invalid-request': () => 'Cette demande n’est pas valide.',
    'no-username': () => 'Votre compte n’a pas encore de nom d’utilisateur. Choisissez-en un d’abord.',
    'renamed': () => 'Votre nom d’utilisateur a changé pendant que vous rejoigniez le salon. Réessayez.',
    'label-too-long': ({ ceiling }) => `Un libellé peut avoir au plus ${ceiling} caractères.`,
    'validity-too-long': ({ ceiling, example }) => `Ici, un lien est valable ${days(ceiling)} au maximum. Essayez ${example}`,
    'never-not-allowed': ({ example }) => `Les liens qui n’expirent jamais ne sont pas autorisés ici. Indiquez une durée : ${example}`,
    'in-the-past': () => 'Cette date est déjà passée. Choisissez-en une dans le futur.',
    'invalid-end': () => 'Cette date est trop lointaine. Essayez une durée plus courte.',
    'too-many-uses': ({ ceiling, example }) => `Ici, un lien peut servir ${ceiling} fois au maximum. Essayez ${example}`,
    'below-uses': ({ uses }) =>
        `${countedNoun(TAG, uses, 'personne a', 'personnes ont')} déjà utilisé ce lien : la limite ne peut pas être plus basse.`,
    'invalid-uses': () => 'Ce nombre d’utilisations n’est pas valide.',
    'unknown-room': () => 'Ce salon n’existe pas, ou vous n’en êtes pas membre.',
    'outside-room': () => 'Rejoignez d’abord ce salon. Seuls ses membres peuvent y créer des liens.',
    'attribute-room': () => 'L’accès à ce salon dépend d’attributs : personne ne peut y être invité.',
    'room-gone': () => 'Le salon de ce lien n’existe plus, ou aucun lien n’y mène. Adressez-vous à la personne qui vous l’a envoyé.',
    'archived-room': () => 'Ce salon est archivé. Personne ne peut le rejoindre tant qu’il l’est.',
    'federated-room': () => 'Les salons partagés avec d’autres serveurs n’acceptent pas de liens d’invitation.',
    'other-room-type': () => 'Les liens d’invitation fonctionnent pour les canaux et les groupes, pas pour ce type de salon.',
    'unknown-token': () => 'Ce lien n’existe pas. Vérifiez qu’il est complet, ou demandez-en un nouveau à la personne qui vous l’a envoyé.',
    'used-up': () => 'Ce lien est épuisé. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    'expired': () => 'Ce lien a expiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
    'paused': () => 'Ce lien est en pause. Adressez-vous à la personne qui vous l’a envoyé.',
    'ended': () => 'Ce lien ne fonctionne plus. Demandez-en un nouveau à quelqu’un du salon.',
    'too-many-rooms': ({ ceiling }) => `Un lien ouvre au plus ${ceiling} salons.`,
    'too-many-addresses': ({ ceiling }) => `Une commande envoie au plus ${ceiling} e-mails. Envoyez les autres avec une autre commande.`,
    'not-invited': () => 'Ce lien est réservé à d’autres personnes. Si vous l’avez reçu par e-mail, votre compte doit avoir cette adresse, vérifiée.',
    'unknown-user': ({ name }) => `Aucun utilisateur ne s’appelle ${name}.`,
    'unknown-domain': () => 'Ce n’est pas un domaine d’adresses e-mail. Saisissez par exemple `example.com`.',
    'unknown-role': ({ name }) =>
        `Aucun rôle de cet espace de travail ne s’appelle ${name}. Les rôles dans un salon, comme propriétaire, ne comptent pas.`,
    'too-many-names': ({ ceiling }) => `Un lien peut être réservé à ${ceiling} personnes, ${ceiling} domaines et ${ceiling} rôles au maximum.`,
    'unverified-approving': () =>
        'Cette personne a déjà une place dans le salon ou en est bannie. L’application ne l’a donc pas fait entrer. Consultez la liste des membres.',
    'unknown-request': () => 'Cette demande n’existe pas. Le lien a peut-être été révoqué, ou le compte supprimé.',
    'banned': () => 'Vous êtes banni de ce salon. Aucun lien ne peut lever ce bannissement, mais un propriétaire du salon le peut.',
    'unverified-adding': () =>
        'Dans le chat, seuls les propriétaires, modérateurs et leaders d’un salon peuvent ajouter des personnes par leur nom. L’application ne peut pas distinguer les autres membres des personnes bannies.',
    'unverified': () =>
        'Seuls les propriétaires, modérateurs et leaders d’un salon peuvent y créer des liens depuis le chat, où l’application ne peut pas distinguer les autres membres des personnes bannies.',
    'email-not-configured': () =>
        'Cet espace de travail ne peut pas envoyer d’e-mails, je n’ai donc rien envoyé. Un administrateur peut configurer un serveur de messagerie.',
    'unknown-invite': () => 'Ce lien n’existe pas. Il a peut-être déjà été révoqué.',
    'invite-changed': () =>
        'Quelqu’un d’autre a modifié ce lien entre-temps, rien n’a donc été enregistré. Vérifiez les valeurs actuelles, puis enregistrez à nouveau.',
    'not-listed': ({ example }) => `Aucun lien de votre dernière liste ne porte ce numéro. Consultez ${example}`,
    'may-not-invite': () => 'Vous ne pouvez pas créer de liens d’invitation vers ce salon.',
    'may-not-revoke': () =>
        'Ce lien n’existe pas, ou vous ne pouvez pas le révoquer. Son créateur, un propriétaire du salon ou un administrateur le peut.',
    'may-not-manage': () =>
        'Ce lien n’existe pas, ou vous ne pouvez pas le gérer. Son créateur et les personnes qui peuvent inviter dans le salon le peuvent.',
    'may-not-rotate': () => 'Seule la personne qui a créé un lien peut le remplacer.',
    'may-not-share': () => 'Seule la personne qui a créé un lien peut le partager.',
    'may-not-post': () => 'Vous ne pouvez pas écrire dans ce salon. Je n’y ai donc pas partagé le lien.',
    'may-not-email': ({ example }) =>
        `Les liens ne peuvent pas être envoyés par e-mail ici tant qu’un administrateur ne l’autorise pas. Créez-en un et envoyez-le vous-même : ${example}`,
    'may-not-list-all': ({ example }) => `Seuls les administrateurs peuvent voir les liens de tous les salons. Pour ce salon : ${example}`,
    'not-authorized': () => 'Vous ne pouvez pas faire cela ici.',
    'method-not-allowed': () => 'Ce n’est pas possible.',
    'guessing': (facts) => `Trop de liens incorrects. Attendez ${minutes(facts.minutes)}, puis réessayez.`,
    'creating': (facts) => `Vous avez créé trop de liens. Attendez ${minutes(facts.minutes)}, puis réessayez.`,
    'busy': () => 'Beaucoup de personnes utilisent ce lien en ce moment. Réessayez dans une minute.',
    'internal': () => 'Une erreur est survenue. Réessayez. Les administrateurs peuvent en trouver la cause dans le journal de l’application.',
};
