import { render } from 'preact';

import { App } from './app.tsx';
import { Session } from './session.mts';
import { language } from './translation.mts';

document.documentElement.lang = language;
const root = document.getElementById('app');
if (root) {
    root.replaceChildren();
    render(<App session={Session.start()} />, root);
}
