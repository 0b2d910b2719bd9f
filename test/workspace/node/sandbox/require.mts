import { createRequire } from 'node:module';

/** Loads modules for the runtime itself. The bundle lies in `node_modules`, so this finds the packages there. */
export const require = createRequire(import.meta.url);
