import { PAGE_SIZE } from '../domain/useCases/listPage';
import { commandExample } from './codeSpans';
import { paragraphs, RenderContext, Reply } from './reply';

/** What a reply shows of a list: its page, the number of items on it, and the number of all. */
interface ShownPage {
    readonly page: number;
    readonly shown: number;
    readonly total: number;
}

/** Returns where the rest of a list is; nothing on its last page. `command` shows the list. */
export function pageFooter({ page, shown, total }: ShownPage, command: string, context: RenderContext): Reply {
    const before = (page - 1) * PAGE_SIZE;
    const last = before + shown;
    return last < total
        ? paragraphs(context.messages.seeMore(`${before + 1}–${last}`, total, commandExample(context, `${command} ${page + 1}`)))
        : [];
}

/** Returns the reply to a page without items: the list is empty, or has fewer pages. */
export function emptyPage({ total }: Pick<ShownPage, 'total'>, emptyList: string, { messages }: RenderContext): Reply {
    return paragraphs(total === 0 ? emptyList : messages.noSuchPage(Math.ceil(total / PAGE_SIZE)));
}
