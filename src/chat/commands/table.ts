import { entryOf, SubcommandEntry } from '../subcommand';
import { ADD } from './add';
import { CREATE } from './create';
import { helpOn } from './help';
import { LIST } from './list';
import { REVOKE } from './revoke';
import { USE } from './use';

const TOPICS = [entryOf(CREATE), entryOf(LIST), entryOf(USE), entryOf(REVOKE), entryOf(ADD)];

export const HELP = helpOn(TOPICS);

/** All subcommands, in the order of the help. Parser and suggestions read them here. */
export const SUBCOMMANDS: readonly SubcommandEntry[] = [...TOPICS, entryOf(HELP)];
