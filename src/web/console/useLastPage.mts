import { useLayoutEffect } from 'preact/hooks';

import type { Paged } from './entities.mts';
import { addressWithParams, type Route } from './route.mts';
import type { ViewProps } from './view.mts';

/** Moves to the last page of a list if its address names a later one, for example because rows have been deleted. */
export function useLastPage(page: Paged | undefined, route: Route, onMove: ViewProps['onMove']): void {
    useLayoutEffect(() => {
        if (page && page.total > 0 && page.offset >= page.total) {
            onMove(addressWithParams(route, { offset: String(page.total - 1 - ((page.total - 1) % page.count)) }));
        }
    }, [page]);
}
