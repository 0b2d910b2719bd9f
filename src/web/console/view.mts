import type { JSX } from 'preact';

import type { Client } from './client.mts';
import type { Route } from './route.mts';

/** What each view gets. */
export interface ViewProps {
    readonly route: Route;
    readonly client: Client;
    /** Shows a result above the view, and has screen readers read it. Does nothing once the visitor has left the view. */
    readonly onNotice: (text: string) => void;
    /** Goes to an address beginning with `#`, and shows a result there. Does nothing once the visitor has left the view. */
    readonly onGo: (address: string, notice?: string) => void;
    /** Replaces an address that has nothing to show. The notice stays. Does nothing once the visitor has left the view. */
    readonly onMove: (address: string) => void;
}

/** One view of the console. src/web/console/views.mts lists them. */
export interface View {
    /** The first word of its address. */
    readonly name: string;
    /** Its name in the navigation. A view without one is reached from another view. */
    readonly label?: string;
    /** The view of the navigation to which it belongs, if it is not there itself. */
    readonly parent?: string;
    /** Whether the navigation offers it to administrators only. The endpoints refuse everyone else anyway. */
    readonly forAdministrators?: boolean;
    readonly Content: (props: ViewProps) => JSX.Element;
}
