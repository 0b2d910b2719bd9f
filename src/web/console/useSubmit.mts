import { useState } from 'preact/hooks';

import type { Refusal } from '../shared/api.mts';
import { announce } from '../shared/parts.tsx';

interface Submit {
    readonly isBusy: boolean;
    readonly refusal: Refusal | undefined;
    /** Runs `work`, unless it is running. `work` resolves with the refusal, if there is one. */
    readonly submit: (work: () => Promise<Refusal | undefined>) => void;
}

/** Runs one submission at a time. `progress` is what screen readers read meanwhile. */
export function useSubmit(progress: string): Submit {
    const [isBusy, setBusy] = useState(false);
    const [refusal, setRefusal] = useState<Refusal>();
    const submit = (work: () => Promise<Refusal | undefined>): void => {
        if (isBusy) {
            return;
        }
        setBusy(true);
        setRefusal(undefined);
        announce(progress);
        void work().then((refused) => {
            announce('');
            setRefusal(refused);
            setBusy(false);
        });
    };
    return { isBusy, refusal, submit };
}
