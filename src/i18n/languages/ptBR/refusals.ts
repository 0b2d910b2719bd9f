import { countedNoun } from '../../messages';
import { RefusalMessages } from '../../refusalMessages';
import { Partially } from '../../translation';
import { days, minutes, TAG } from './counts';

export const REFUSALS: Partially<RefusalMessages> = {
    'unauthorized': () => 'Faça login para fazer isso.',
    'invalid-request': () => 'Algo nesta solicitação não é válido.',
    'no-username': () => 'Sua conta ainda não tem nome de usuário. Escolha um primeiro.',
    'renamed': () => 'Seu nome de usuário mudou enquanto você entrava. Tente de novo.',
    'label-too-long': ({ ceiling }) => `Um rótulo pode ter no máximo ${ceiling} caracteres.`,
    'validity-too-long': ({ ceiling, example }) => `Aqui os links são válidos por no máximo ${days(ceiling)}. Tente ${example}`,
    'never-not-allowed': ({ example }) => `Links que nunca expiram não são permitidos aqui. Informe uma duração: ${example}`,
    'in-the-past': () => 'Esse momento já passou. Escolha um no futuro.',
    'invalid-end': () => 'Essa data está longe demais. Tente uma duração menor.',
    'too-many-uses': ({ ceiling, example }) =>
        `Aqui os links podem ser usados no máximo ${countedNoun(TAG, ceiling, 'vez', 'vezes')}. Tente ${example}`,
    'below-uses': ({ uses }) => `${countedNoun(TAG, uses, 'pessoa já usou', 'pessoas já usaram')} este link, por isso o limite não pode ser menor.`,
    'invalid-uses': () => 'Esse número de usos não é válido.',
    'unknown-room': () => 'Essa sala não existe ou você não é membro dela.',
    'outside-room': () => 'Entre primeiro nesta sala. Só os membros dela podem criar links.',
    'attribute-room': () => 'O acesso a esta sala depende de atributos, por isso não é possível convidar ninguém para ela.',
    'room-gone': () => 'A sala desse link foi excluída ou não aceita links de convite. Fale com quem o enviou.',
    'archived-room': () => 'Essa sala está arquivada. Ninguém pode entrar até que ela seja desarquivada.',
    'federated-room': () => 'Salas compartilhadas com outros servidores não aceitam links de convite.',
    'other-room-type': () => 'Links de convite servem para canais e grupos, não para este tipo de sala.',
    'unknown-token': () => 'Esse link não existe. Veja se está completo ou peça um novo a quem o enviou.',
    'used-up': () => 'Esse link se esgotou. Peça um novo a quem o enviou.',
    'expired': () => 'Esse link expirou. Peça um novo a quem o enviou.',
    'paused': () => 'Esse link está pausado. Fale com quem o enviou.',
    'ended': () => 'Esse link não funciona mais. Peça um novo a alguém da sala.',
    'too-many-rooms': ({ ceiling }) => `Um link pode dar acesso a no máximo ${ceiling} salas.`,
    'too-many-addresses': ({ ceiling }) => `Um comando envia no máximo ${ceiling} e-mails. Envie os outros com outro comando.`,
    'not-invited': () => 'Este link é para outras pessoas. Se ele veio por e-mail, sua conta precisa ter esse endereço verificado.',
    'unknown-user': ({ name }) => `Não existe nenhum usuário chamado ${name}.`,
    'unknown-domain': () => 'Isso não é um domínio de e-mail. Digite um como `example.com`.',
    'unknown-role': ({ name }) => `Este workspace não tem nenhuma função chamada ${name}. Funções de sala, como owner, não contam.`,
    'too-many-names': ({ ceiling }) => `Um link pode ser para no máximo ${ceiling} pessoas, ${ceiling} domínios e ${ceiling} funções.`,
    'unverified-approving': () =>
        'Esta pessoa já está na sala ou foi banida dela, por isso o aplicativo não a deixou entrar. Veja a lista de membros.',
    'unknown-request': () => 'Esse pedido não existe. Talvez o link tenha sido revogado ou a conta tenha sido excluída.',
    'banned': () => 'Você está banido dessa sala. Nenhum link muda isso, mas um proprietário da sala pode retirar o banimento.',
    'unverified-adding': () =>
        'No chat, só proprietários, moderadores e líderes de uma sala podem adicionar pessoas pelo nome. O aplicativo não consegue distinguir os outros membros das pessoas banidas.',
    'unverified': () =>
        'No chat, só proprietários, moderadores e líderes de uma sala podem criar links para ela. Ali, o aplicativo não consegue distinguir os outros membros das pessoas banidas.',
    'email-not-configured': () =>
        'Este workspace não consegue enviar e-mails, então não enviei nada. Um administrador pode configurar um servidor de e-mail.',
    'unknown-invite': () => 'Esse link não existe. Talvez já tenha sido revogado.',
    'invite-changed': () => 'Outra pessoa alterou este link nesse meio-tempo, então nada foi salvo. Confira os valores atuais e salve de novo.',
    'not-listed': ({ example }) => `Sua última lista não tem um link com esse número. Veja ${example}`,
    'may-not-invite': () => 'Você não pode criar links de convite para esta sala.',
    'may-not-revoke': () => 'Esse link não existe, ou você não pode revogá-lo. Quem o criou, um proprietário da sala ou um administrador pode.',
    'may-not-manage': () => 'Esse link não existe, ou você não pode gerenciá-lo. Quem o criou e quem pode convidar para a sala podem.',
    'may-not-rotate': () => 'Só quem criou um link pode substituí-lo.',
    'may-not-share': () => 'Só quem criou um link pode compartilhá-lo.',
    'may-not-post': () => 'Você não pode escrever nessa sala, então não compartilhei o link lá.',
    'may-not-email': ({ example }) =>
        `Aqui, os links só podem ser enviados por e-mail se um administrador permitir. Crie um e envie por conta própria: ${example}`,
    'may-not-list-all': ({ example }) => `Só administradores podem ver os links de todas as salas. Para esta sala: ${example}`,
    'not-authorized': () => 'Você não pode fazer isso aqui.',
    'method-not-allowed': () => 'Isso não é possível.',
    'guessing': (facts) => `Muitos links incorretos. Espere ${minutes(facts.minutes)} e tente de novo.`,
    'creating': (facts) => `Você criou links demais. Espere ${minutes(facts.minutes)} e tente de novo.`,
    'busy': () => 'Muitas pessoas estão usando este link agora. Tente de novo em um minuto.',
    'internal': () => 'Algo deu errado. Tente de novo. Os administradores podem encontrar a causa nos registros do aplicativo.',
};
