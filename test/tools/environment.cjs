const { TestEnvironment } = require('jest-environment-node');

/**
 * Node, without the timers that a test file leaves behind. The engine keeps one of 30 seconds for every request to an
 * app that was killed meanwhile. jest runs the next file in the same process, where such a timer would log or throw in
 * the middle of other tests.
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
            // With what util.promisify looks for.
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
