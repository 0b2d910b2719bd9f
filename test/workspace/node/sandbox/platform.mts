/** Replaces what the engine's runtime takes from Deno. esbuild injects these names wherever the runtime uses them. */
export const Deno = {
    args: process.argv.slice(2),
    pid: process.pid,
    exit: (code: number): never => process.exit(code),
    stdin: { readable: undefined },
    stdout: {
        /** Drops a message that cannot be cloned, and writes the reason to the server's output. */
        write: (message: unknown): Promise<void> =>
            new Promise<void>((resolve, reject) => {
                process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
            }).catch(console.error),
    },
    stderr: {
        write: async (bytes: Uint8Array): Promise<void> => void process.stderr.write(bytes),
        writeSync: (bytes: Uint8Array): boolean => process.stderr.write(bytes),
    },
    open: async (): Promise<never> => {
        throw new Error('The embedded workspace passes no uploads to apps on Node.');
    },
};

/** Node lacks this class of the web. */
export class ErrorEvent extends Event {
    readonly error: unknown;

    constructor(type: string, { error }: { error: unknown }) {
        super(type);
        this.error = error;
    }
}

type Listener = (event: Record<string, unknown>) => void;

const preventDefault = (): void => undefined;

/** Reports errors that nothing caught to the runtime's two listeners. */
export function addEventListener(type: 'unhandledrejection' | 'error', listener: Listener): void {
    if (type === 'unhandledrejection') {
        process.on('unhandledRejection', (reason) => listener({ type, reason, preventDefault }));
    } else {
        process.on('uncaughtException', ({ message }) => listener({ type, message, filename: '', lineno: 0, colno: 0, preventDefault }));
    }
}

// A server that ends takes its sandboxes along.
process.on('disconnect', () => process.exit());
