import { SuspensionReason } from '../domain/policies/suspension';
import { Outcome } from '../domain/model/history';
import { SendFailure } from '../domain/useCases/sendInvites';
import { InviteState, Notify } from '../domain/model/invite';

/** The texts of the console in one language. `{…}` is a placeholder. */
export interface ConsoleMessages {
    readonly console: string;
    readonly skip: string;
    readonly views: string;
    readonly links: string;
    readonly newLink: string;
    readonly requests: string;

    readonly loading: string;
    readonly again: string;
    readonly offline: string;
    readonly unknownView: string;
    readonly logIn: string;
    readonly logInWhy: string;
    readonly loggedOut: string;
    readonly loggedOutWhy: string;
    readonly logInHere: string;
    readonly newTab: string;

    readonly search: string;
    readonly searchHint: string;
    readonly state: string;
    readonly anyState: string;
    readonly states: Readonly<Record<InviteState, string>>;
    readonly reasons: Readonly<Record<SuspensionReason | 'room-archived', string>>;
    readonly whose: string;
    readonly allLinks: string;
    readonly myLinks: string;
    readonly sort: string;
    readonly sorts: Readonly<Record<'-createdAt' | 'createdAt' | 'expires' | '-expires' | '-uses' | 'uses' | 'label' | '-label', string>>;
    readonly onlyRoom: string;
    readonly onlyCreator: string;
    readonly showAll: string;
    readonly noLinks: string;
    readonly noLinksWhy: string;
    readonly nothingFound: string;
    readonly clearFilters: string;
    readonly link: string;
    readonly rooms: string;
    readonly createdBy: string;
    readonly deletedUser: string;
    readonly hiddenRoom: string;
    readonly uses: string;
    readonly usesOf: string;
    readonly usesUnlimited: string;
    readonly expires: string;
    readonly never: string;
    readonly waiting: string;
    readonly withoutLabel: string;
    readonly pages: string;
    readonly pageOf: string;
    readonly previous: string;
    readonly next: string;

    readonly address: string;
    readonly copy: string;
    readonly copied: string;
    readonly share: string;
    readonly qrCode: string;
    readonly qrCodeOf: string;
    readonly creatorOnly: string;
    readonly details: string;
    readonly createdAt: string;
    readonly approval: string;
    readonly approvalOn: string;
    readonly approvalOff: string;
    readonly audience: string;
    readonly everybody: string;
    readonly addressesAt: string;
    readonly withRole: string;
    readonly audienceSome: string;
    readonly audienceHint: string;
    readonly people: string;
    readonly peopleHint: string;
    readonly domains: string;
    readonly domainsHint: string;
    readonly roles: string;
    readonly rolesHint: string;
    readonly label: string;
    readonly labelHint: string;
    readonly notify: string;
    readonly notifications: Readonly<Record<Notify, string>>;
    readonly edit: string;
    readonly save: string;
    readonly saving: string;
    readonly cancel: string;
    readonly saved: string;
    readonly changedMeanwhile: string;
    readonly presentValue: string;
    readonly extend: string;
    readonly extended: string;
    readonly pause: string;
    readonly resume: string;
    readonly paused: string;
    readonly resumed: string;
    readonly replace: string;
    readonly askReplace: string;
    readonly replaceNow: string;
    readonly replaced: string;
    readonly revoke: string;
    readonly askRevoke: string;
    readonly revokeNow: string;
    readonly revoked: string;
    readonly select: string;
    readonly selectPage: string;
    readonly selectLink: string;
    readonly revokeSelected: string;
    readonly revokeRoom: string;
    readonly revokePerson: string;
    readonly revokeWorkspace: string;
    readonly askSeveral: string;
    readonly hiddenToo: string;
    readonly typeNumber: string;
    readonly revokeSeveralNow: string;
    readonly revoking: string;
    readonly revokingOf: string;
    readonly revokedCount: string;
    readonly notRevoked: string;
    readonly notTried: string;
    readonly stop: string;
    readonly nothingToRevoke: string;
    readonly history: string;
    readonly outcome: string;
    readonly anyOutcome: string;
    readonly outcomes: Readonly<Record<Outcome, string>>;
    readonly person: string;
    readonly at: string;
    readonly noHistory: string;
    readonly download: string;
    readonly downloading: string;
    readonly unchanged: string;
    readonly expiry: string;
    readonly defaultExpiry: string;
    readonly durations: Readonly<Record<'1h' | '1d' | '7d' | '30d', string>>;
    readonly onDate: string;
    readonly date: string;
    readonly limit: string;
    readonly limits: Readonly<Record<'default' | 'any' | 'number', string>>;
    readonly maxUses: string;

    readonly chooseRooms: string;
    readonly findRoom: string;
    readonly noRooms: string;
    readonly create: string;
    readonly creating: string;
    readonly created: string;
    readonly delivery: string;
    readonly deliveries: Readonly<Record<'link' | 'email', string>>;
    readonly addresses: string;
    readonly addressesHint: string;
    readonly send: string;
    readonly sending: string;
    readonly sentCount: string;
    readonly notSentCount: string;
    readonly sent: string;
    readonly notSent: string;
    readonly sendFailures: Readonly<Record<SendFailure, string>>;

    readonly noRequests: string;
    readonly noRequestsWhy: string;
    /** A name such as "Rooms", and what it stands for: {name} and {value}. */
    readonly nameAndValue: string;
    readonly asked: string;
    readonly selectAll: string;
    readonly selectPerson: string;
    readonly approve: string;
    readonly deny: string;
    readonly approveSelected: string;
    readonly denySelected: string;
    readonly decided: string;
    readonly notDecided: string;

    /** Why something was refused, by the code of the refusal (docs/api.md). */
    readonly refusals: Readonly<
        Record<
            | 'down'
            | 'other-person'
            | 'not_authorized'
            | 'invalid-invitation-id'
            | 'invalid-number-of-days'
            | 'invalid-number-of-uses'
            | 'below-uses'
            | 'invalid-params'
            | 'missing-room'
            | 'missing-date'
            | 'missing-audience'
            | 'no-domain'
            | 'unknown-name'
            | 'missing-address'
            | 'too-many-addresses'
            | 'error-email-not-configured'
            | 'error-invalid-room'
            | 'error-room-type-not-allowed'
            | 'error-invite-token-expired'
            | 'error-user-is-banned'
            | 'error-not-invited'
            | 'error-too-many-requests'
            | 'other',
            string
        >
    >;
}
