import type { Refusal } from '../shared/api.mts';
import type { Invite } from './entities.mts';

/** What a visitor chose or typed about the end of an invite. */
export interface ChosenExpiry {
    readonly choice: 'unchanged' | 'default' | '1h' | '1d' | '7d' | '30d' | 'never' | 'date';
    /** The value of the field for date and time, in the visitor's own time. */
    readonly date: string;
}

/** The fields of a form about an invite, as they are typed. */
export interface InviteForm {
    readonly label: string;
    readonly expiry: ChosenExpiry;
    readonly maxUses: string;
    readonly approval: boolean;
    readonly notify: Invite['notify'];
}

/** The fields of an endpoint that creates or changes an invite. */
export interface InviteFields {
    readonly label?: string | null;
    readonly expires?: string | null;
    readonly maxUses?: number | null;
    readonly approval?: boolean;
    readonly notify?: Invite['notify'];
}

/** Returns the form of an invite that nobody has changed yet. */
export function formOf({ label, maxUses, approval, notify }: Invite): InviteForm {
    return { label: label || '', expiry: { choice: 'unchanged', date: '' }, maxUses: maxUses === 0 ? '' : String(maxUses), approval, notify };
}

/** Returns what is wrong with a form, or undefined. The endpoint checks the rest. */
export function problemWith({ expiry, maxUses }: InviteForm): Refusal | 'missing-date' | undefined {
    if (expiry.choice === 'date' && Number.isNaN(Date.parse(expiry.date))) {
        return 'missing-date';
    }
    return /^(?:[1-9]\d{0,8})?$/.test(maxUses.trim()) ? undefined : { code: 'invalid-number-of-uses' };
}

/** Returns all fields of a valid form. A choice to leave the end alone is left out. */
export function fieldsOf({ label, expiry, maxUses, approval, notify }: InviteForm): InviteFields {
    const expires = endOf(expiry);
    return {
        label: label.trim() || null,
        ...(expires !== undefined && { expires }),
        maxUses: maxUses.trim() === '' ? null : Number(maxUses),
        approval,
        notify,
    };
}

/** Returns the fields in which a valid form differs from the invite. */
export function changesTo(invite: Invite, form: InviteForm): InviteFields {
    const [former, next] = [fieldsOf(formOf(invite)), fieldsOf(form)];
    return Object.fromEntries(Object.entries(next).filter(([name, value]) => former[name as keyof InviteFields] !== value));
}

const EDITABLE = ['label', 'expires', 'maxUses', 'approval', 'notify'] as const;
export type EditableField = (typeof EDITABLE)[number];

/** Returns the fields that another person changed since the invite was loaded. */
export function changedBetween(former: Invite, present: Invite): readonly EditableField[] {
    return EDITABLE.filter((field) => former[field] !== present[field]);
}

/** Returns the form for the present invite: what the visitor changed stays, the other fields take the present values. */
export function rebased(form: InviteForm, former: Invite, present: Invite): InviteForm {
    const [before, now] = [formOf(former), formOf(present)];
    return {
        label: form.label === before.label ? now.label : form.label,
        expiry: form.expiry,
        maxUses: form.maxUses === before.maxUses ? now.maxUses : form.maxUses,
        approval: form.approval === before.approval ? now.approval : form.approval,
        notify: form.notify === before.notify ? now.notify : form.notify,
    };
}

function endOf({ choice, date }: ChosenExpiry): string | null | undefined {
    switch (choice) {
        case 'unchanged':
        case 'default':
            return undefined;
        case 'never':
            return null;
        case 'date':
            return new Date(date).toISOString();
        default:
            return choice;
    }
}
