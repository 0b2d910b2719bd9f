import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { ROOT } from '../project.mts';
import type { Answer } from '../workspace/index.mts';

/** The description of the API, which every answer that the tests see is held against. */
export const OPENAPI = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema(OPENAPI, 'openapi');

/** Throws when the description does not have such an answer to such a request. */
export function expectDescribed(method: string, endpoint: string, { status, headers, body }: Answer): void {
    const validate = schemaOf(method.toLowerCase(), endpoint, status);
    if (!validate(body)) {
        throw new Error(
            `${method} ${endpoint} answered ${status} ${JSON.stringify(body)}, which docs/openapi.json does not describe: ${ajv.errorsText(validate.errors)}`,
        );
    }
    if (status === 429 && !/^\d+$/.test(headers.get('retry-after') ?? '')) {
        throw new Error(`${method} ${endpoint} answered 429 without Retry-After`);
    }
}

function schemaOf(method: string, endpoint: string, status: number): ValidateFunction {
    const path = `/${endpoint.replace(/\?.*/, '').replace(/^removeInvite\/.*/, 'removeInvite/{_id}')}`;
    const operation = OPENAPI.paths[path]?.[method];
    if (!operation && OPENAPI.paths[path] && status === 405) {
        return compiled('#/components/schemas/MethodNotAllowed');
    }
    const response = operation?.responses[status];
    if (!response) {
        throw new Error(`docs/openapi.json knows no ${status} of ${method} ${path}`);
    }
    const [type] = Object.keys(response.content ?? { 'application/json': {} }) as [string];
    const schema = `content/${escaped(type)}/schema`;
    if (!response.$ref && !response.content) {
        return compiled('#/components/schemas/Nothing');
    }
    return compiled(
        response.$ref ? `${response.$ref}/${schema}` : `#/paths/${encodeURIComponent(escaped(path))}/${method}/responses/${status}/${schema}`,
    );
}

/** As a JSON pointer has it. */
function escaped(name: string): string {
    return name.replace(/\//g, '~1');
}

function compiled(pointer: string): ValidateFunction {
    const id = `openapi${pointer}`;
    return ajv.getSchema(id) ?? ajv.compile({ $ref: id });
}
