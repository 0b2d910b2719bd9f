import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Refusal, Result } from '../shared/api.mts';

/** What a view has loaded so far. While it loads again, the former body stays. */
export interface Loaded<Body> {
    readonly body?: Body | undefined;
    readonly refusal?: Refusal | undefined;
    readonly isLoading: boolean;
    /** Loads what the view shows now, even if an earlier drawing calls it. */
    readonly reload: () => void;
    /** Replaces the body with what another call returned. */
    readonly replace: (body: Body) => void;
}

/** Loads at first and whenever `key` changes. After a failure, loads again once the browser is online. */
export function useLoaded<Body>(load: () => Promise<Result<Body>>, key: string): Loaded<Body> {
    const [result, setResult] = useState<Partial<Result<Body>> & { isLoading: boolean; key: string }>({ isLoading: true, key });
    const attempt = useRef(0);
    const run = (): void => {
        const number = ++attempt.current;
        setResult((former) => ({ ...former, isLoading: true }));
        void load().then((loaded) => {
            if (number === attempt.current) {
                setResult({ ...loaded, isLoading: false, key });
            }
        });
    };
    const latestRun = useRef(run);
    latestRun.current = run;
    const reload = (): void => latestRun.current();
    // A layout effect, so that the request does not wait until the page is painted.
    useLayoutEffect(() => {
        run();
        return () => {
            attempt.current++;
        };
    }, [key]);
    const isDown = result.refusal !== undefined && result.refusal.code === 'down';
    useEffect(() => {
        if (!isDown) {
            return undefined;
        }
        addEventListener('online', reload);
        return () => removeEventListener('online', reload);
    }, [isDown, key]);
    const replace = (body: Body): void => {
        attempt.current++;
        setResult({ body, isLoading: false, key });
    };
    // With a new key, the view is drawn once before it loads.
    return { body: result.body, refusal: result.refusal, isLoading: result.isLoading || result.key !== key, reload, replace };
}
