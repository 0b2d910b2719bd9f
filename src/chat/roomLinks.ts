import { Services } from '../app/services';
import { linkMarkup, roomUrl } from '../domain/link';
import { Room } from '../domain/ports';
import { nameOf } from './names';

/**
 * Returns an address; undefined if it cannot be read, which is logged. A reply about what has already happened does not
 * fail because of it.
 */
export async function knownAddress({ report }: Pick<Services, 'report'>, reading: Promise<string>): Promise<string | undefined> {
    try {
        return await reading;
    } catch (error) {
        report('An address could not be read, so the reply has no link', error);
        return undefined;
    }
}

/** Returns links to rooms; their names if the workspace's address is not known. */
export function roomLinks(rooms: readonly Room[], siteUrl: string | undefined): string {
    return rooms.map((room) => (siteUrl === undefined ? `\`#${nameOf(room)}\`` : linkMarkup(roomUrl(siteUrl, room)))).join(' ');
}
