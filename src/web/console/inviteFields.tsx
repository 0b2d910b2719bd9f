import type { JSX } from 'preact';

import { NOTIFY } from '../../domain/model/invite.ts';
import { MAX_LABEL } from '../../domain/policies/inviteTerms.ts';
import { AudienceFields } from './audienceFields.tsx';
import type { ChosenExpiry, ChosenUses, EditableField, InviteForm } from './inviteForm.mts';
import { Choice, Field, TextField } from './parts.tsx';
import { words } from './translation.mts';

interface InviteFieldsProps {
    readonly form: InviteForm;
    readonly onChange: (form: InviteForm) => void;
    /** What stands for the end as it is: `unchanged` for an invite that exists, `default` for a new one. */
    readonly usual: 'unchanged' | 'default';
    /** A remark about a field, such as its present value. */
    readonly remarks?: Readonly<Partial<Record<EditableField, string>>>;
    /** The address to which the invite is bound, if it is. */
    readonly boundTo?: string | undefined;
    /** Whether each invite is for one person, so that a limit and an audience are not asked for. */
    readonly isForOne?: boolean;
}

/** The fields that creating and editing an invite share. */
export function InviteFields({ form, onChange, usual, remarks = {}, boundTo, isForOne = false }: InviteFieldsProps): JSX.Element {
    const set = (changed: Partial<InviteForm>): void => onChange({ ...form, ...changed });
    return (
        <>
            <TextField
                label={words.label}
                hint={withRemark(words.labelHint, remarks.label)}
                value={form.label}
                maxLength={MAX_LABEL}
                onType={(label) => set({ label })}
            />
            <ExpiryFields expiry={form.expiry} usual={usual} remark={remarks.expires} onChange={(expiry) => set({ expiry })} />
            {!isForOne && <UsesFields uses={form.maxUses} usual={usual} remark={remarks.maxUses} onChange={(maxUses) => set({ maxUses })} />}
            <Choice
                label={words.approval}
                value={String(form.approval)}
                options={{ false: words.approvalOff, true: words.approvalOn }}
                hint={remarks.approval}
                onChoose={(value) => set({ approval: value === 'true' })}
            />
            {!isForOne && (
                <AudienceFields audience={form.audience} boundTo={boundTo} remark={remarks.audience} onChange={(audience) => set({ audience })} />
            )}
            <Choice
                label={words.notify}
                value={form.notify}
                options={words.notifications}
                hint={remarks.notify}
                onChoose={(value) => set({ notify: NOTIFY.find((known) => known === value) || form.notify })}
            />
        </>
    );
}

interface ExpiryFieldsProps {
    readonly expiry: ChosenExpiry;
    readonly usual: 'unchanged' | 'default';
    readonly remark: string | undefined;
    readonly onChange: (expiry: ChosenExpiry) => void;
}

/** A menu of durations. The last option shows a field for date and time. */
function ExpiryFields({ expiry, usual, remark, onChange }: ExpiryFieldsProps): JSX.Element {
    const first = usual === 'unchanged' ? words.unchanged : words.defaultExpiry;
    return (
        <>
            <Choice
                label={words.expiry}
                value={expiry.choice}
                options={{ [usual]: first, ...words.durations, never: words.never, date: words.onDate }}
                hint={remark}
                onChoose={(choice) => onChange({ ...expiry, choice: choice as ChosenExpiry['choice'] })}
            />
            {expiry.choice === 'date' && (
                <Field label={words.date}>
                    {(ids) => (
                        <input
                            {...ids}
                            type="datetime-local"
                            value={expiry.date}
                            onInput={({ currentTarget }) => onChange({ ...expiry, date: currentTarget.value })}
                        />
                    )}
                </Field>
            )}
        </>
    );
}

interface UsesFieldsProps {
    readonly uses: ChosenUses;
    readonly usual: 'unchanged' | 'default';
    readonly remark: string | undefined;
    readonly onChange: (uses: ChosenUses) => void;
}

/** A menu of limits. The last option shows a field for the number of people. */
function UsesFields({ uses, usual, remark, onChange }: UsesFieldsProps): JSX.Element {
    const { default: usualLimit, ...limits } = words.limits;
    return (
        <>
            <Choice
                label={words.limit}
                value={uses.choice}
                options={{ ...(usual === 'default' && { default: usualLimit }), ...limits }}
                hint={remark}
                onChoose={(choice) => onChange({ ...uses, choice: choice as ChosenUses['choice'] })}
            />
            {uses.choice === 'number' && (
                <TextField label={words.maxUses} value={uses.count} inputMode="numeric" onType={(count) => onChange({ ...uses, count })} />
            )}
        </>
    );
}

function withRemark(hint: string, remark: string | undefined): string {
    return remark === undefined ? hint : `${hint} ${remark}`;
}
