import { createRequire } from 'node:module';

// The runtime imports this class from its TypeScript source, which the package does not ship. This is the compiled one.
export const { AppsEngineException } = createRequire(import.meta.url)('@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.js');
