/** Stands for modules that the newest engine lacks. Otherwise TypeScript would find them in the installed engine. */
export {};
