import { HEALTH } from './healthView.tsx';
import { LINK } from './linkView.tsx';
import { LINKS } from './linksView.tsx';
import { NEW } from './newView.tsx';
import { OVERVIEW } from './overviewView.tsx';
import { PERSON } from './personView.tsx';
import { REQUESTS } from './requestsView.tsx';
import type { View } from './view.mts';

/** All views, in the order of the navigation. */
export const VIEWS: readonly View[] = [LINKS, LINK, REQUESTS, NEW, OVERVIEW, PERSON, HEALTH];
