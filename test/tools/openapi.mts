import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { ROOT } from '../project.mts';
import type { Answer } from '../workspace/index.mts';

/** The OpenAPI document. Every response in the tests is validated against it. */
export const OPENAPI = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema(OPENAPI, 'openapi');

/** Throws if docs/openapi.json does not describe this response to this request. */
export function expectDescribed(method: string, endpoint: string, { status, headers, body }: Answer): void {
    const validate = schemaOf(method.toLowerCase(), endpoint, status, headers.get('content-type') ?? '');
    if (!validate(body)) {
        throw new Error(
            `${method} ${endpoint} returned ${status} ${JSON.stringify(body)}, which docs/openapi.json does not describe: ${ajv.errorsText(validate.errors)}`,
        );
    }
    if (status === 429 && !/^\d+$/.test(headers.get('retry-after') ?? '')) {
        throw new Error(`${method} ${endpoint} returned 429 without Retry-After`);
    }
}

function schemaOf(method: string, endpoint: string, status: number, contentType: string): ValidateFunction {
    const path = `/${endpoint.replace(/\?.*/, '').replace(/^removeInvite\/.*/, 'removeInvite/{_id}')}`;
    const operation = OPENAPI.paths[path]?.[method];
    if (!operation && OPENAPI.paths[path] && status === 405) {
        return compiled('#/components/schemas/MethodNotAllowed');
    }
    const response = operation?.responses[status];
    if (!response) {
        throw new Error(`docs/openapi.json has no ${status} for ${method} ${path}`);
    }
    const types = Object.keys(response.content ?? { 'application/json': {} });
    const type = types.find((name) => contentType.startsWith(name)) ?? types[0]!;
    const schema = `content/${escaped(type)}/schema`;
    if (!response.$ref && !response.content) {
        return compiled('#/components/schemas/Nothing');
    }
    return compiled(
        response.$ref ? `${response.$ref}/${schema}` : `#/paths/${encodeURIComponent(escaped(path))}/${method}/responses/${status}/${schema}`,
    );
}

/** Escapes a name for a JSON pointer. */
function escaped(name: string): string {
    return name.replace(/\//g, '~1');
}

function compiled(pointer: string): ValidateFunction {
    const id = `openapi${pointer}`;
    return ajv.getSchema(id) ?? ajv.compile({ $ref: id });
}
