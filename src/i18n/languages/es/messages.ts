import { Translation } from '../../translation';
import { ADMINISTRATION } from './administration';
import { TAG } from './counts';
import { APPROVAL, AUDIT, MAIL, NOTICES } from './events';
import { MODAL } from './modal';
import { REFUSALS } from './refusals';
import { REPLIES } from './replies';

export const MESSAGES: Translation = {
    tag: TAG,
    ...REPLIES,
    refusals: REFUSALS,
    modal: MODAL,
    approval: APPROVAL,
    mail: MAIL,
    notices: NOTICES,
    audit: AUDIT,
    administration: ADMINISTRATION,
};
