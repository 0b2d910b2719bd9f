/**
 * Replaces `@std/cli/parse-args` as far as the engine's runtime uses it. Parses `--name value` pairs, numbers as
 * numbers.
 */
export function parseArgs(args) {
    const parsed = { _: [] };
    for (let i = 0; i < args.length; i += 2) {
        const value = args[i + 1];
        parsed[args[i].replace(/^--/, '')] = /^\d+$/.test(value) ? Number(value) : value;
    }
    return parsed;
}
