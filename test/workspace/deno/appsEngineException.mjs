import { createRequire } from 'node:module';

// The runtime imports this class by its TypeScript source, which the package does not ship: hand it the compiled one.
export const { AppsEngineException } = createRequire(import.meta.url)('@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.js');
