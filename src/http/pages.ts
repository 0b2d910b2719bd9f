import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';

import { JOIN_PATH } from '../domain/link';
import { ProcessState } from '../app/processState';
import { PAGE } from '../web/join/html';
import { SCRIPT } from '../web/join/script';
import { STYLE } from '../web/join/style';
import { InviteEndpoint, Methods } from './endpoint';

/** Allows only the page's own files and origin, so injected code could neither run nor send data out. */
const POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join('; ');

const HEADERS = {
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
};

/** Serves one file of the page behind a link (docs/api.md). The content is the same for every caller. */
class JoinFileEndpoint extends InviteEndpoint {
    protected readonly methods: Methods;
    protected readonly isLogged = false;

    constructor(
        app: IApp,
        instance: ProcessState,
        readonly path: string,
        type: string,
        content: string,
    ) {
        super(app, instance);
        const serve = (): ReturnType<NonNullable<Methods['get']>> =>
            Promise.resolve({ status: HttpStatusCode.OK, content, headers: { ...HEADERS, 'content-type': `${type}; charset=utf-8` } });
        this.methods = { get: serve };
    }
}

/** Returns the endpoints of the page, its script and its style. */
export function joinPageEndpoints(app: IApp, instance: ProcessState): InviteEndpoint[] {
    return [
        new JoinFileEndpoint(app, instance, JOIN_PATH, 'text/html', PAGE),
        new JoinFileEndpoint(app, instance, `${JOIN_PATH}.js`, 'text/javascript', withoutComments(SCRIPT)),
        new JoinFileEndpoint(app, instance, `${JOIN_PATH}.css`, 'text/css', STYLE),
    ];
}

/** Removes comments to keep the download small. The script has comments only on lines of their own. */
function withoutComments(script: string): string {
    return script.replace(/^ *(\/\*\*|\*|\/\/).*\n/gm, '');
}
