import type { Refusal } from '../shared/api.mts';
import { audienceOf, problemWithAudience, typedAudience, type TypedAudience } from './audience.mts';
import type { Invite } from './entities.mts';

/** What a visitor chose or typed about the end of an invite. */
export interface ChosenExpiry {
    readonly choice: 'unchanged' | 'default' | '1h' | '1d' | '7d' | '30d' | 'never' | 'date';
    /** The value of the field for date and time, in the visitor's own time. */
    readonly date: string;
}

/** What a visitor chose or typed about how many people can use an invite. */
export interface ChosenUses {
    readonly choice: 'default' | 'any' | 'number';
    readonly count: string;
}

/** The fields of a form about an invite, as they are typed. */
export interface InviteForm {
    readonly label: string;
    readonly expiry: ChosenExpiry;
    readonly maxUses: ChosenUses;
    readonly approval: boolean;
    readonly audience: TypedAudience;
    readonly notify: Invite['notify'];
}

/** The fields of an endpoint that creates or changes an invite. */
export interface InviteFields {
    readonly label?: string | null;
    readonly expires?: string | null;
    readonly maxUses?: number | null;
    readonly approval?: boolean;
    readonly audience?: Invite['audience'];
    readonly notify?: Invite['notify'];
}

/** Returns the form of an invite that nobody has changed yet. */
export function formOf({ label, maxUses, approval, audience, notify }: Invite): InviteForm {
    return {
        label: label || '',
        expiry: { choice: 'unchanged', date: '' },
        maxUses: maxUses === 0 ? { choice: 'any', count: '' } : { choice: 'number', count: String(maxUses) },
        approval,
        audience: typedAudience(audience),
        notify,
    };
}

/**
 * Returns what is wrong with a form, or undefined. The endpoint checks the rest. The audience of `former` stays valid, even
 * if it contains nobody because accounts were deleted.
 */
export function problemWith({ expiry, maxUses, audience }: InviteForm, former?: InviteForm): Refusal | undefined {
    if (expiry.choice === 'date' && Number.isNaN(Date.parse(expiry.date))) {
        return { code: 'missing-date' };
    }
    const isNumber = maxUses.choice !== 'number' || /^[1-9]\d{0,8}$/.test(maxUses.count.trim());
    if (!isNumber) {
        return { code: 'invalid-number-of-uses' };
    }
    return former && isSame(audience, former.audience) ? undefined : problemWithAudience(audience);
}

/** Returns all fields of a valid form. What stays as it is, or is the default, is left out. */
export function fieldsOf({ label, expiry, maxUses, approval, audience: typed, notify }: InviteForm): InviteFields {
    const [expires, audience] = [endOf(expiry), audienceOf(typed)];
    return {
        label: label.trim() || null,
        ...(expires !== undefined && { expires }),
        ...(maxUses.choice !== 'default' && { maxUses: maxUses.choice === 'any' ? null : Number(maxUses.count) }),
        approval,
        ...(audience !== undefined && { audience }),
        notify,
    };
}

/** Returns the fields in which a valid form differs from the invite. */
export function changesTo(invite: Invite, form: InviteForm): InviteFields {
    const [former, next] = [fieldsOf(formOf(invite)), fieldsOf(form)];
    return Object.fromEntries(Object.entries(next).filter(([name, value]) => !isSame(former[name as keyof InviteFields], value)));
}

const EDITABLE = ['label', 'expires', 'maxUses', 'approval', 'audience', 'notify'] as const;
export type EditableField = (typeof EDITABLE)[number];

/** Returns the fields that another person changed since the invite was loaded. */
export function changedBetween(former: Invite, present: Invite): readonly EditableField[] {
    return EDITABLE.filter((field) => !isSame(former[field], present[field]));
}

/** Returns the form for the present invite: what the visitor changed stays, the other fields take the present values. */
export function rebased(form: InviteForm, former: Invite, present: Invite): InviteForm {
    const [before, now] = [formOf(former), formOf(present)];
    const own = Object.entries(form).filter(([name, value]) => !isSame(value, before[name as keyof InviteForm]));
    return { ...now, ...Object.fromEntries(own) };
}

function isSame(a: unknown, b: unknown): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
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
