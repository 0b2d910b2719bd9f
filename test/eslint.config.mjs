import { fileURLToPath } from 'node:url';

import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each folder imports only from the folders before it (docs/architecture.md). */
const FLOORS = ['domain', 'i18n', 'rocketchat', 'app', 'subscribers', 'http', 'chat', 'jobs', 'web'];

function above(floor) {
    return FLOORS.slice(FLOORS.indexOf(floor) + 1).map((folder) => `**/${folder}/**`);
}

/** Folders that a folder may not import from. */
function mayNotImport(files, ...patterns) {
    return {
        files: [`${files}/**/*.{ts,mts,tsx}`],
        rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ group: [group] })) }] },
    };
}

export default tseslint.config(
    { ignores: ['node_modules/**', 'dist/**', '.cache/**', '.stryker-tmp/**', 'test/workspace/deno/**', 'src/web/assets.ts'] },
    {
        files: ['**/*.ts', '**/*.mts', '**/*.tsx'],
        extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { project: ['tsconfig.json', 'test/tsconfig.json', 'src/web/tsconfig.json'], tsconfigRootDir: root } },
        rules: {
            'eqeqeq': 'error',
            'no-console': 'error',
            '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: true, allowBoolean: true }],
            // The packager's target lacks `??`, so the code uses `||` where both mean the same.
            '@typescript-eslint/prefer-nullish-coalescing': 'off',
            // The engine's types promise values that may be missing at run time.
            '@typescript-eslint/no-unnecessary-condition': 'off',
            '@typescript-eslint/prefer-optional-chain': 'off',
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
        },
    },
    {
        // All requests share one sandbox: no expression over outside text may take more than its length.
        files: ['src/**/*.{ts,mts,tsx}'],
        plugins: { regexp },
        rules: {
            'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
            'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
        },
    },
    mayNotImport('src/domain', '@rocket.chat/*', ...above('domain'), 'crypto'),
    mayNotImport('src/rocketchat', ...above('rocketchat')),
    mayNotImport('src/i18n', '@rocket.chat/*', ...above('i18n')),
    mayNotImport('src/app', ...above('app')),
    mayNotImport('src/subscribers', '@rocket.chat/*', ...above('subscribers')),
    mayNotImport('src/http', '**/chat/**', '**/jobs/**'),
    mayNotImport('src/chat', '**/http/**', '**/jobs/**', '**/web/**'),
    mayNotImport('src/jobs', '**/http/**', '**/web/**'),
    mayNotImport('src/web', '@rocket.chat/*', '**/rocketchat/**', '**/app/**', '**/http/**', '**/chat/**', '**/jobs/**'),
    {
        files: ['test/**/*.{mts,tsx}'],
        rules: {
            'no-console': 'off',
            '@typescript-eslint/explicit-function-return-type': 'off',
            // Tests read responses of a server without typing them.
            '@typescript-eslint/no-explicit-any': 'off',
            '@typescript-eslint/no-unsafe-assignment': 'off',
            '@typescript-eslint/no-unsafe-argument': 'off',
            '@typescript-eslint/no-unsafe-call': 'off',
            '@typescript-eslint/no-unsafe-member-access': 'off',
            '@typescript-eslint/no-unsafe-return': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
            // Fakes implement asynchronous interfaces without waiting.
            '@typescript-eslint/require-await': 'off',
            '@typescript-eslint/no-empty-function': 'off',
            '@typescript-eslint/no-misused-promises': 'off',
            '@typescript-eslint/class-methods-use-this': 'off',
            '@typescript-eslint/no-unnecessary-condition': 'off',
            '@typescript-eslint/no-unnecessary-type-parameters': 'off',
            '@typescript-eslint/no-unsafe-enum-assignment': 'off',
            '@typescript-eslint/non-nullable-type-assertion-style': 'off',
            '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
            '@typescript-eslint/no-invalid-void-type': 'off',
            '@typescript-eslint/unbound-method': 'off',
        },
    },
    {
        files: ['test/workspace/web/*.js'],
        extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
        rules: {
            'eqeqeq': 'error',
            'no-console': 'error',
            'no-var': 'error',
            'prefer-const': 'error',
        },
    },
    {
        // The embedded workspace has one door: its index.mts.
        files: ['test/**/*.mts'],
        ignores: ['test/workspace/**'],
        rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/workspace/**', '!**/workspace/index.mts'] }] }] },
    },
);
