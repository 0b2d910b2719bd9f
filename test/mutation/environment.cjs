const { TestEnvironment } = require('jest-environment-node');

/** Skips all tests after one that fails. One is enough to notice a mutant, and the interleavings take seconds. */
module.exports = class extends TestEnvironment {
    hasFailed = false;

    async handleTestEvent({ name, test }) {
        if (name === 'test_fn_failure' || name === 'hook_failure') {
            this.hasFailed = true;
        } else if (name === 'test_start' && this.hasFailed) {
            test.mode = 'skip';
        }
    }
};
