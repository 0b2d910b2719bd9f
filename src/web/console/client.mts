import { addressWith, get, headersOf, post, refusalOf, send, type Refusal, type Result } from '../shared/api.mts';
import { addressOf, type Login } from '../shared/environment.mts';
import type { Person } from './entities.mts';
import type { Session } from './session.mts';

type Query = Readonly<Record<string, string>>;

/** Calls the endpoints for one person. A call waits while there is no login, and repeats itself after a new one. */
export class Client {
    constructor(
        private readonly session: Session,
        private readonly userId: string,
    ) {}

    /** Reads from an endpoint of the app. */
    get<Body>(endpoint: string, query: Query = {}): Promise<Result<Body>> {
        return this.call((login) => get<Body>(endpoint, query, login));
    }

    /** Posts to an endpoint of the app. */
    post<Body>(endpoint: string, body: object): Promise<Result<Body>> {
        return this.call((login) => post<Body>(endpoint, body, login));
    }

    /** Reads from the workspace's own REST API. */
    getFromWorkspace<Body>(path: string): Promise<Result<Body>> {
        return this.call((login) => get<Body>(addressOf(`/api/v1/${path}`), {}, login));
    }

    /** Looks a person up by `userId` or `username`. The refusal is `unknown-person` if there is none. */
    findPerson(query: Query): Promise<Result<Person>> {
        return this.call((login) => findPerson(query, login));
    }

    /** Reads all pages of a CSV file into one text, with a single header line. */
    async readCsv(endpoint: string, query: Query): Promise<Result<string>> {
        const pages: string[] = [];
        for (let offset = 0; ; offset += CSV_ROWS) {
            const page = await this.call((login) => readCsvPage(endpoint, { ...query, offset: String(offset) }, login));
            if (page.refusal) {
                return page;
            }
            const { text, isLast } = page.body;
            pages.push(pages.length === 0 ? text : text.slice(text.indexOf('\n') + 1));
            if (isLast) {
                return { body: pages.join('') };
            }
        }
    }

    /** Another person who logs in meanwhile must not carry out what this one began. */
    private async call<Body>(send: (login: Login) => Promise<Result<Body>>): Promise<Result<Body>> {
        for (;;) {
            const login = await this.session.whenLoggedIn();
            if (login.userId !== this.userId) {
                return { refusal: { code: 'other-person' } };
            }
            const result = await send(login);
            if (!result.refusal || result.refusal.code !== 'unauthorized') {
                return result;
            }
            this.session.refuse(login);
        }
    }
}

/** Newer servers refuse an unknown person without a code, so the status counts. */
async function findPerson(query: Query, login: Login): Promise<Result<Person>> {
    const received = await send<{ user?: Person }>(addressWith(addressOf('/api/v1/users.info'), query), undefined, login);
    if (!received) {
        return { refusal: { code: 'down' } };
    }
    const { response, body } = received;
    if (response.ok && body && body.user) {
        return { body: body.user };
    }
    return { refusal: response.status === 400 ? { code: 'unknown-person' } : refusalOf(response, undefined) };
}

/** The most rows that the endpoint returns at once. */
const CSV_ROWS = 100;

interface CsvPage {
    readonly text: string;
    readonly isLast: boolean;
}

async function readCsvPage(endpoint: string, query: Query, login: Login): Promise<Result<CsvPage>> {
    const down: { refusal: Refusal } = { refusal: { code: 'down' } };
    try {
        const address = addressWith(endpoint, { ...query, format: 'csv', count: String(CSV_ROWS) });
        const response = await fetch(address, { headers: headersOf(login), cache: 'no-store', redirect: 'error' });
        if (!response.ok) {
            return { refusal: refusalOf(response, (await response.json().catch(() => undefined)) as undefined) };
        }
        const isCsv = (response.headers.get('content-type') || '').startsWith('text/csv');
        return isCsv ? { body: { text: await response.text(), isLast: !response.headers.has('link') } } : down;
    } catch {
        return down;
    }
}
