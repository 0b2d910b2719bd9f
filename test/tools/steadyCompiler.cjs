// Loaded into rc-apps before it starts. rc-apps renames each source after emitting it, so TypeScript rebuilds the same
// program for every file. A fixed project version makes it build once: the same bytes in less than half the time.
const ts = require('typescript');

require.cache[require.resolve('typescript')].exports = Object.create(ts, {
    createLanguageService: {
        value: (host, ...rest) => ts.createLanguageService(Object.assign(host, { getProjectVersion: () => '1' }), ...rest),
    },
});
