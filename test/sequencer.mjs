import Sequencer from '@jest/test-sequencer';
export default class extends Sequencer {}
