import ts from 'typescript';

const OPTIONS = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'preact',
    inlineSourceMap: true,
    inlineSources: true,
};

/**
 * Compiles the pages' .tsx files for jest, as ES modules. A second ts-jest would not do: it takes the options of the
 * first one in the process, for which .tsx files are CommonJS.
 */
export default {
    process: (code, fileName) => ({ code: ts.transpileModule(code, { fileName, compilerOptions: OPTIONS }).outputText }),
};
