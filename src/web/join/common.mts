/**
 * What both scripts of the page use. Only the first one contains it, and exports it to the second
 * (test/tools/buildPages.mjs).
 */
export { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
export { useEffect, useRef, useState } from 'preact/hooks';

export { minutesToWait } from '../../i18n/minutesToWait.ts';
export { readWorkspace, send } from '../shared/api.mts';
export { addressOf, base, TOKEN_KEY } from '../shared/environment.mts';
export { chooseTranslation, fillIn, formatMinutes, Isolated } from '../shared/i18n.tsx';
export { announce, Button, RoomName } from '../shared/parts.tsx';
export { pathOf } from './invite.mts';
export { CopyButton, Link, RoomIcon, RoomInApp, Screen } from './parts.tsx';
export { locale, words } from './translation.mts';
export { InviteView } from './views.tsx';
