import { entryOf, SubcommandEntry } from '../subcommand';
import { ADD } from './add';
import { CONSOLE } from './console';
import { CREATE } from './create';
import { EDIT } from './edit';
import { EMAIL } from './email';
import { helpOn } from './help';
import { LIST } from './list';
import { OPEN } from './open';
import { PAUSE, RESUME } from './pause';
import { RENAME } from './rename';
import { APPROVE, DENY, REQUESTS } from './requests';
import { REVOKE } from './revoke';
import { ROTATE } from './rotate';
import { SHARE } from './share';
import { SHOW } from './show';
import { USE } from './use';
import { WHO } from './who';

const TOPICS = [
    ...[entryOf(CREATE), entryOf(USE), entryOf(OPEN), entryOf(LIST), entryOf(CONSOLE), entryOf(SHOW), entryOf(WHO), entryOf(SHARE), entryOf(EMAIL)],
    ...[entryOf(EDIT), entryOf(PAUSE), entryOf(RESUME), entryOf(RENAME), entryOf(ROTATE), entryOf(REVOKE), entryOf(REQUESTS)],
    ...[entryOf(APPROVE), entryOf(DENY), entryOf(ADD)],
];

export const HELP = helpOn(TOPICS);

/** All subcommands, in the order of the help. Parser and suggestions read them here. */
export const SUBCOMMANDS: readonly SubcommandEntry[] = [...TOPICS, entryOf(HELP)];
