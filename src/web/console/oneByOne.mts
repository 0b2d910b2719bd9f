import type { Refusal, Result } from '../shared/api.mts';

/**
 * Calls for one id after another, so that a long list does not crowd out other people. Returns the refusals by id.
 * `onDone` returns whether to go on with the next.
 */
export async function oneByOne(
    ids: readonly string[],
    call: (id: string) => Promise<Result<unknown>>,
    onDone: (count: number) => boolean = () => true,
): Promise<Readonly<Record<string, Refusal>>> {
    const refused: Record<string, Refusal> = {};
    for (const [index, id] of ids.entries()) {
        const { refusal } = await call(id);
        if (refusal) {
            refused[id] = refusal;
        }
        if (!onDone(index + 1)) {
            break;
        }
    }
    return refused;
}
