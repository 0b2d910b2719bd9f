import { HttpStatusCode, RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';

import { CONSOLE_PATH, JOIN_PATH } from '../domain/link';
// Generated. Without it, the packager says "There must be an exported class": run `npm run prepare` (CONTRIBUTING.md).
import { CONSOLE_PAGE, JOIN_PAGE } from '../web/assets';
import { receiveAllMethods, respondOtherMethod } from './endpoint';

/** Allows only the page's own files and origin, so injected code could neither run nor send data out. */
const POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join('; ');

/** Browsers keep a file, and ask with its ETag each time whether it has changed. */
const HEADERS = {
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
};

/** One file of a page, and the tag that changes with its content. */
interface Asset {
    readonly content: string;
    readonly etag: string;
}

/** Serves one file of a page (docs/api.md). The content is the same for every caller. */
class PageFileEndpoint extends ApiEndpoint {
    constructor(
        app: IApp,
        readonly path: string,
        private readonly type: string,
        private readonly asset: Asset,
    ) {
        super(app);
    }

    /** Handles a request of any method. */
    handle({ method, headers }: IApiRequest): Promise<IApiResponse> {
        const isRead = method === RequestMethod.GET || method === RequestMethod.HEAD;
        return Promise.resolve(isRead ? this.serve(headers['if-none-match']) : respondOtherMethod(['get']));
    }

    private serve(ifNoneMatch: string | undefined): IApiResponse {
        const { etag, content } = this.asset;
        const headers = { ...HEADERS, etag };
        return isKnown(etag, ifNoneMatch)
            ? { status: HttpStatusCode.NOT_MODIFIED, headers }
            : { status: HttpStatusCode.OK, content, headers: { ...headers, 'content-type': `${this.type}; charset=utf-8` } };
    }
}

receiveAllMethods(PageFileEndpoint);

/** Whether If-None-Match is `*` or lists the tag. A proxy that compresses marks tags as weak. */
function isKnown(etag: string, ifNoneMatch = ''): boolean {
    const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(etag);
}

/** The files of one page. A second script, and texts by language that its script loads, are optional. */
interface Page {
    readonly html: Asset;
    readonly script: Asset;
    readonly style: Asset;
    readonly more?: Asset;
    readonly texts?: Readonly<Record<string, Asset>>;
}

/** Returns the endpoints of all pages, their scripts and their styles. */
export function pageEndpoints(app: IApp): ApiEndpoint[] {
    return [...endpointsOf(app, JOIN_PATH, JOIN_PAGE), ...endpointsOf(app, CONSOLE_PATH, CONSOLE_PAGE)];
}

function endpointsOf(app: IApp, path: string, { html, script, style, more, texts = {} }: Page): ApiEndpoint[] {
    return [
        new PageFileEndpoint(app, path, 'text/html', html),
        new PageFileEndpoint(app, `${path}.js`, 'text/javascript', script),
        ...(more ? [new PageFileEndpoint(app, `${path}.more.js`, 'text/javascript', more)] : []),
        new PageFileEndpoint(app, `${path}.css`, 'text/css', style),
        ...Object.entries(texts).map(([language, asset]) => new PageFileEndpoint(app, `${path}.${language}.json`, 'application/json', asset)),
    ];
}
