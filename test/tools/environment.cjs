const { TestEnvironment } = require('jest-environment-node');

/**
 * Clears the timers that a test file leaves behind, such as the engine's 30 seconds per request to a killed app. They
 * would log or throw during the next test file in the same process.
 */
module.exports = class extends TestEnvironment {
    timers = new Set();

    async setup() {
        await super.setup();
        for (const name of ['setTimeout', 'setInterval']) {
            const start = this.global[name];
            const startAndNote = (...args) => {
                const timer = start(...args);
                this.timers.add(new WeakRef(timer));
                return timer;
            };
            // Keeps the symbol that util.promisify looks for.
            this.global[name] = Object.defineProperties(startAndNote, Object.getOwnPropertyDescriptors(start));
        }
    }

    async teardown() {
        for (const timer of this.timers) {
            clearTimeout(timer.deref());
        }
        await super.teardown();
    }
};
