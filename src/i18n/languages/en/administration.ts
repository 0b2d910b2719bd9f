import { AdministrationTexts } from '../../administration';

export const ADMINISTRATION: AdministrationTexts = {
    action: 'Invite link',
    commandParams: 'create 7 days | list | use <link> | revoke <link> | @user',
    commandDescription: 'Invite people to this room with a link, or add them by name',
    sections: {
        Section_Invite: 'Who may invite',
        Section_Limits: 'Limits and defaults',
        Section_Links: 'Links',
        Section_Bans: 'Bans',
        Section_Audit: 'Audit',
        Section_Compatibility: 'Compatibility',
    },
    settings: {
        Create_Roles: {
            label: 'Roles that can create links',
            description:
                'Empty: the app follows the permission create-invite-links in Administration → Permissions. To override it, enter roles, separated by commas. owner, moderator and leader are roles in a room.',
        },
        Manage_Roles: {
            label: 'Roles that can list and revoke all links',
            description:
                'Empty: the app follows the permission manage-invite-links in Administration → Permissions. Servers without that permission: admin. To override it, enter roles of the workspace, separated by commas. These people manage all links on one page, at `{console}` below the address of the workspace. `/invite console` shows a link to it.',
        },
        Add_User_Roles: {
            label: 'Roles that can add people by name',
            description:
                'For `/invite @user`. Empty: the app follows the permission add-user-to-joined-room in Administration → Permissions. To override it, enter roles, separated by commas.',
        },
        Allow_Email_Invites: {
            label: 'Allow links by e-mail',
            description:
                'On: people who can create links in a room can have the workspace send them by e-mail, to at most 50 addresses at once. Each link works once, and only for an account with that verified address. Each counts towards “Maximum new links per person per hour”. The workspace needs a mail server and a sender (Administration → Workspace → Settings → Email).',
        },
        Default_Duration: {
            label: 'Default validity',
            description:
                'For `/invite create` without a duration. Examples: `90 minutes`, `12 hours`, `7 days`, `2 weeks`, `never`. Short forms: `90m`, `12h`, `7d`, `2w`.',
        },
        Default_Uses: {
            label: 'Default number of uses',
            description: 'For `/invite create` without a number of uses. Examples: `10 people`, `once`, `unlimited`. Short form: `x10`.',
        },
        Max_Days: {
            label: 'Maximum validity in days',
            description: '0 = no limit. With a limit, links that never expire cannot be created, and a longer default is shortened to the limit.',
        },
        Max_Uses: {
            label: 'Maximum uses per link',
            description:
                '0 = no limit. With a limit, links for an unlimited number of people cannot be created, and a higher default is lowered to the limit.',
        },
        Allow_Never_Expiring: {
            label: 'Allow links that never expire',
            description: 'Off: every link must expire, even if there is no maximum.',
        },
        Max_Created_Per_Hour: {
            label: 'Maximum new links per person per hour',
            description: '0 = no limit. Getting an existing link again does not count.',
        },
        Creator_Must_Stay: {
            label: 'Suspend links when their creator leaves',
            description:
                'On: a link works only while its creator is active, in the room and allowed to create links. It works again as soon as they are. Off: links work whatever happens to their creator.',
        },
        Keep_Ended_Days: {
            label: 'Days to keep ended links',
            description:
                'Every night, the app deletes links that expired or were used up more than this many days ago, with their counts. 0: the following night.',
        },
        Keep_History_Days: {
            label: 'Days to keep the history of links',
            description: 'Who joined with which link, and who was refused. 0 keeps no history; people who leave and come back then take another use.',
        },
        Keep_Requests_Days: {
            label: 'Days to keep requests to join',
            description: 'A request that nobody decides on is deleted after this time, and a denied person can ask again.',
        },
        Send_Notices: {
            label: 'Tell people about their links',
            description:
                'The app’s bot tells creators when a link is used for the first time, used up, about to expire or suspended. It tells managers when a person asks to join.',
        },
        Link_Address: {
            label: 'Base address of links',
            description:
                'Empty: the Site URL of the workspace. If people reach the workspace at another address, enter it, with its path if it has one: https://chat.example.com',
        },
        Page_Address: {
            label: 'Short address of links',
            description:
                'Empty: links have the page’s own address. Otherwise, an address that redirects there, such as https://chat.example.com/i, for shorter links. The token follows it after #, and browsers keep it when they follow the redirect.',
        },
        Ask_About_Bans: {
            label: 'Check bans through the REST API',
            description:
                'Apps cannot see bans. On: if a person who is in the room or banned from it opens a link or calls an endpoint, the app asks the workspace’s own REST API which of the two they are. It uses their own login and calls the Site URL only. At most once every ten minutes, it reads the permissions of the workspace in the same way. Off: the app tells these people that it cannot find out, and it does not notice changed permissions.',
        },
        Audit_Room: {
            label: 'Audit room',
            description:
                'Name or id of a room. The app’s bot posts one line there for each link that is created, changed, used or revoked, for each decision on a request, for each attempt by a banned person and for each changed setting. It never posts a token. The app keeps the id of the room, so the room can be renamed. Empty: no audit room. If the bot cannot post there, the app’s log says so.',
        },
        Find_Or_Create_As_List: {
            label: 'Return findOrCreateInvite as an array',
            description:
                'On: for clients built from the public reference, whose example shows an array. Off: the app returns one object, as the live server does.',
        },
        Take_Over_Invite: {
            label: 'Replace the built-in /invite',
            description:
                'On: the app replaces the server’s own `/invite`. It still adds people by @name. `/invite-link` works in either case. Once replaced, the server’s own command comes back only when the server restarts.',
        },
    },
};
