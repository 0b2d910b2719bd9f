import { join } from 'node:path';

import ts from 'typescript';

import { ROOT } from '../project.mts';

/** The published response type of each endpoint, in its JSON form. */
const TYPES: Record<string, string> = {
    findOrCreateInvite: `Sent<OperationResult<'POST', '/v1/findOrCreateInvite'>>`,
    useInviteToken: `Sent<OperationResult<'POST', '/v1/useInviteToken'>>`,
    validateInviteToken: `Sent<OperationResult<'POST', '/v1/validateInviteToken'>>`,
    removeInvite: `Sent<OperationResult<'DELETE', '/v1/removeInvite/:_id'>>`,
    // Rocket.Chat publishes no type for the list. Its invites have no `url`, though the type has one.
    listInvites: `readonly Sent<Omit<IInvite, 'url'>>[]`,
};

/** JSON omits undefined values, so such a field may be missing. */
const HEAD = `
import type { IInvite, Serialized } from '@rocket.chat/core-typings';
import type { OperationResult } from '@rocket.chat/rest-typings';
type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
type Sent<T> = T extends boolean ? T : T extends object ? SentObject<Serialized<T>> : never;
type SentObject<T> = { readonly [K in Exclude<keyof T, Optional<T>>]: Nested<T[K]> } & { readonly [K in Optional<T>]?: T[K] };
type Nested<T> = T extends object ? SentObject<T> : T;
`;

/** Type-checks one JSON response per endpoint, and returns the errors by endpoint. */
export function misfits(answers: Record<string, unknown>): Record<string, string> {
    const names = Object.keys(TYPES);
    const lines = names.map((name) => `const ${name} = ${JSON.stringify(answers[name])} as const; export const _${name}: ${TYPES[name]!} = ${name};`);
    const file = join(ROOT, 'test/e2e/answers.mts');
    const text = HEAD + lines.join('\n');
    const options: ts.CompilerOptions = {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        types: ['node'],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
    };
    const host = ts.createCompilerHost(options);
    const getSourceFile = host.getSourceFile.bind(host);
    host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest));
    const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).filter((problem) => problem.file?.fileName === file);
    return Object.fromEntries(
        found.map(({ start, messageText }) => {
            const line = text.slice(0, start).split('\n').length - HEAD.split('\n').length;
            return [names[line] ?? HEAD, ts.flattenDiagnosticMessageText(messageText, '\n')];
        }),
    );
}
