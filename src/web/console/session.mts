import { findLogin, type Login } from '../shared/environment.mts';

/** The login of this browser, which may end and begin again while the page is open. */
export class Session {
    private current: Login | undefined;
    /** The login token that the workspace refused. */
    private refused: string | undefined;
    private waiting: ((login: Login) => void)[] = [];
    private readonly listeners = new Set<() => void>();

    /** Returns a session that follows the logins of all tabs of this browser. */
    static start(): Session {
        const session = new Session();
        const check = (): void => session.check();
        addEventListener('storage', check);
        addEventListener('focus', check);
        document.addEventListener('visibilitychange', check);
        check();
        return session;
    }

    /** The login that counts now; undefined if there is none. */
    get login(): Login | undefined {
        return this.current;
    }

    /** Reads the browser's login again. */
    check(): void {
        const found = findLogin();
        const login = found && found.authToken !== this.refused ? found : undefined;
        const isSame = (login && login.authToken) === (this.current && this.current.authToken);
        this.current = login;
        if (!isSame) {
            this.listeners.forEach((listener) => listener());
        }
        if (login) {
            const waiting = this.waiting;
            this.waiting = [];
            waiting.forEach((proceed) => proceed(login));
        }
    }

    /** Tries the login that the browser has, even if the workspace refused it before. */
    retry(): void {
        this.refused = undefined;
        this.check();
    }

    /** Notes that the workspace refused a login. */
    refuse({ authToken }: Login): void {
        this.refused = authToken;
        this.check();
    }

    /** Resolves with a login, as soon as there is one. */
    whenLoggedIn(): Promise<Login> {
        return this.current ? Promise.resolve(this.current) : new Promise((resolve) => this.waiting.push(resolve));
    }

    /** Calls `listener` whenever the login changes. Returns what ends this. */
    onChange(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }
}
