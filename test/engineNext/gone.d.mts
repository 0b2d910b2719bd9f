/** What an import finds that the newest engine does not have: nothing. Without this, TypeScript would look in the engine that is installed. */
export {};
