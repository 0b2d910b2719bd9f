import type { JSX } from 'preact';

import { NOTIFY } from '../../domain/model/invite.ts';
import { MAX_LABEL } from '../../domain/policies/inviteTerms.ts';
import type { ChosenExpiry, InviteForm } from './inviteForm.mts';
import { Choice, Field } from './parts.tsx';
import { words } from './translation.mts';

interface InviteFieldsProps {
    readonly form: InviteForm;
    readonly onChange: (form: InviteForm) => void;
    /** What stands for the end as it is: `unchanged` for an invite that exists, `default` for a new one. */
    readonly usual: 'unchanged' | 'default';
    /** A remark about a field, such as its present value. */
    readonly remarks?: Readonly<Partial<Record<'label' | 'expires' | 'maxUses' | 'approval' | 'notify', string>>>;
}

/** The fields that creating and editing an invite share. */
export function InviteFields({ form, onChange, usual, remarks = {} }: InviteFieldsProps): JSX.Element {
    const set = (changed: Partial<InviteForm>): void => onChange({ ...form, ...changed });
    return (
        <>
            <Field label={words.label} hint={withRemark(words.labelHint, remarks.label)}>
                {(ids) => (
                    <input
                        {...ids}
                        dir="auto"
                        value={form.label}
                        maxLength={MAX_LABEL}
                        onInput={({ currentTarget }) => set({ label: currentTarget.value })}
                    />
                )}
            </Field>
            <ExpiryFields expiry={form.expiry} usual={usual} remark={remarks.expires} onChange={(expiry) => set({ expiry })} />
            <Field label={words.maxUses} hint={withRemark(words.maxUsesHint, remarks.maxUses)}>
                {(ids) => (
                    <input {...ids} inputMode="numeric" value={form.maxUses} onInput={({ currentTarget }) => set({ maxUses: currentTarget.value })} />
                )}
            </Field>
            <Choice
                label={words.approval}
                value={String(form.approval)}
                options={{ false: words.approvalOff, true: words.approvalOn }}
                hint={remarks.approval}
                onChoose={(value) => set({ approval: value === 'true' })}
            />
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

function withRemark(hint: string, remark: string | undefined): string {
    return remark === undefined ? hint : `${hint} ${remark}`;
}
