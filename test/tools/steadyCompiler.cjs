// Loaded into rc-apps before it starts. Its compiler renames each source after emitting it, so TypeScript sets up the
// same program anew for every file. Told that nothing has changed, it sets the program up once: the same bytes in less
// than half the time.
const ts = require('typescript');

require.cache[require.resolve('typescript')].exports = Object.create(ts, {
    createLanguageService: {
        value: (host, ...rest) => ts.createLanguageService(Object.assign(host, { getProjectVersion: () => '1' }), ...rest),
    },
});
