import { AdministrationTexts } from '../../administration';
import { Partially } from '../../translation';

export const ADMINISTRATION: Partially<AdministrationTexts> = {
    action: 'Link de convite',
    commandParams: 'create 7 dias | list | use <link> | revoke <link> | @usuario',
    commandDescription: 'Convide pessoas para esta sala com um link ou adicione-as pelo nome',
    sections: {
        Section_Invite: 'Quem pode convidar',
        Section_Limits: 'Limites e padrões',
        Section_Links: 'Links',
        Section_Bans: 'Banimentos',
        Section_Audit: 'Auditoria',
        Section_Compatibility: 'Compatibilidade',
    },
    settings: {
        Create_Roles: {
            label: 'Funções que podem criar links',
            description:
                'Vazio: o aplicativo segue a permissão create-invite-links em Administração → Permissões. Para usar outra regra, digite funções separadas por vírgulas. owner, moderator e leader são funções de sala.',
        },
        Manage_Roles: {
            label: 'Funções que podem listar e revogar todos os links',
            description:
                'Vazio: o aplicativo segue a permissão manage-invite-links em Administração → Permissões. Em servidores sem essa permissão: admin. Para usar outra regra, digite funções do workspace separadas por vírgulas. Essas pessoas gerenciam todos os links em uma só página, em `{console}`, a partir do endereço do workspace. `/invite console` mostra um link para ela.',
        },
        Add_User_Roles: {
            label: 'Funções que podem adicionar pessoas pelo nome',
            description:
                'Para `/invite @usuario`. Vazio: o aplicativo segue a permissão add-user-to-joined-room em Administração → Permissões. Para usar outra regra, digite funções separadas por vírgulas.',
        },
        Allow_Email_Invites: {
            label: 'Permitir links por e-mail',
            description:
                'Ativado: quem pode criar links em uma sala pode fazer o workspace enviá-los por e-mail, para no máximo 50 endereços de cada vez. Cada link funciona uma vez e só para uma conta com esse endereço verificado. Cada um conta para o máximo de links novos por hora. O workspace precisa de um servidor de e-mail e de um remetente (Administração → Workspace → Configurações → E-mail).',
        },
        Default_Duration: {
            label: 'Validade padrão',
            description:
                'Para `/invite create` sem duração. Exemplos: `90 minutos`, `12 horas`, `7 dias`, `2 semanas`, `nunca`. Formas curtas: `90m`, `12h`, `7d`, `2w`.',
        },
        Default_Uses: {
            label: 'Número padrão de usos',
            description: 'Para `/invite create` sem número de usos. Exemplos: `10 pessoas`, `1 pessoa`, `ilimitado`. Forma curta: `x10`.',
        },
        Max_Days: {
            label: 'Validade máxima em dias',
            description:
                '0 = sem limite. Com um limite, não é possível criar links que nunca expiram, e um valor padrão maior é reduzido a esse limite.',
        },
        Max_Uses: {
            label: 'Máximo de usos por link',
            description:
                '0 = sem limite. Com um limite, não é possível criar links sem limite de usos, e um valor padrão maior é reduzido a esse limite.',
        },
        Allow_Never_Expiring: {
            label: 'Permitir links que nunca expiram',
            description: 'Desativado: todo link precisa de uma validade, mesmo que não haja um máximo.',
        },
        Max_Created_Per_Hour: {
            label: 'Máximo de links novos por pessoa e por hora',
            description: '0 = sem limite. Obter de novo um link existente não conta.',
        },
        Creator_Must_Stay: {
            label: 'Suspender links quando seu criador sai',
            description:
                'Ativado: um link só funciona enquanto seu criador está ativo, na sala e autorizado a criar links. Quando isso volta a valer, o link funciona de novo. Desativado: os links funcionam aconteça o que acontecer com seu criador.',
        },
        Keep_Ended_Days: {
            label: 'Dias para manter links encerrados',
            description:
                'Toda noite, o aplicativo exclui os links que expiraram ou se esgotaram há mais dias do que isso, junto com suas contagens. 0: na noite seguinte.',
        },
        Keep_History_Days: {
            label: 'Dias para manter o histórico de links',
            description: 'Quem entrou com qual link e quem foi recusado. Com 0, nenhum histórico é mantido; quem sai e volta gasta então outro uso.',
        },
        Keep_Requests_Days: {
            label: 'Dias para manter pedidos para entrar',
            description: 'Depois desse tempo, um pedido que ninguém decide é esquecido, e quem teve o pedido negado pode pedir de novo.',
        },
        Send_Notices: {
            label: 'Avisar as pessoas sobre seus links',
            description:
                'O bot do aplicativo avisa os criadores quando um link é usado pela primeira vez, se esgota, está para expirar ou é suspenso. Ele também avisa quem gerencia o link quando alguém pede para entrar.',
        },
        Link_Address: {
            label: 'Endereço base dos links',
            description:
                'Vazio: a URL do site do workspace. Se as pessoas acessam o workspace por outro endereço, informe-o, com o caminho, se houver: https://chat.example.com',
        },
        Page_Address: {
            label: 'Endereço curto dos links',
            description:
                'Vazio: os links têm o endereço da própria página. Caso contrário, um endereço que redireciona para ela, como https://chat.example.com/i, para links mais curtos. O token vem depois de #, e o navegador o mantém ao seguir o redirecionamento.',
        },
        Ask_About_Bans: {
            label: 'Verificar banimentos pela API REST',
            description:
                'Os aplicativos não veem banimentos. Ativado: quando alguém que está na sala ou foi banido dela abre um link ou chama um endpoint, o aplicativo pergunta à API REST do próprio workspace qual dos dois casos se aplica. Ele usa o login dessa pessoa e só chama a URL do site. Da mesma forma, lê as permissões do workspace, no máximo a cada dez minutos. Desativado: a pessoa é informada de que o aplicativo não consegue descobrir isso, e as permissões alteradas não são lidas.',
        },
        Audit_Room: {
            label: 'Sala de auditoria',
            description:
                'Nome ou id de uma sala. O bot do aplicativo publica nela uma linha para cada link criado, alterado, usado ou revogado, para cada decisão sobre um pedido, para cada tentativa de uma pessoa banida e para cada configuração alterada. Ele nunca publica um token. O aplicativo guarda o id da sala, por isso ela pode mudar de nome. Vazio: sem sala de auditoria. Se o bot não puder publicar nela, isso aparece nos registros do aplicativo.',
        },
        Find_Or_Create_As_List: {
            label: 'Retornar findOrCreateInvite como array',
            description:
                'Ativado: para clientes feitos segundo a referência pública, cujo exemplo mostra um array. Desativado: o aplicativo retorna um objeto, como o servidor real.',
        },
        Take_Over_Invite: {
            label: 'Substituir o /invite integrado',
            description:
                'Ativado: o aplicativo substitui o `/invite` do servidor. Ele continua adicionando pessoas por @nome. `/invite-link` funciona em qualquer caso. Uma vez substituído, o comando do servidor só volta quando o servidor reinicia.',
        },
    },
};
