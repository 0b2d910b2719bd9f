import { Messages } from '../../i18n/messages';
import { Blocks } from './blocks';
import { valueIn } from './formValues';

const WITH_APPROVAL = 'approval';
const AT_ONCE = 'at-once';

/** Adds a menu of who can join: everybody with the link, or those whom a manager approves. */
export function addApprovalMenu(blocks: Blocks, field: string, approval: boolean, { modal }: Messages): void {
    const options = [
        { value: AT_ONCE, label: modal.joinAtOnce },
        { value: WITH_APPROVAL, label: modal.joinWithApproval },
    ];
    blocks.select(field, modal.whoJoins, options, approval ? WITH_APPROVAL : AT_ONCE);
}

/** Whether a manager must let each person in, as the submitted form says. */
export function readApproval(view: unknown, field: string): boolean {
    return valueIn(view, field) === WITH_APPROVAL;
}
