import type { Refusal, Result } from '../shared/api.mts';

/** Calls for one id after another, so that a long list does not crowd out other people. Returns the refusals by id. */
export async function oneByOne(
    ids: readonly string[],
    call: (id: string) => Promise<Result<unknown>>,
    onDone: (count: number) => void = () => undefined,
): Promise<Readonly<Record<string, Refusal>>> {
    const refused: Record<string, Refusal> = {};
    for (const [index, id] of ids.entries()) {
        const { refusal } = await call(id);
        if (refusal) {
            refused[id] = refusal;
        }
        onDone(index + 1);
    }
    return refused;
}
