import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import type { TypedAudience } from './audience.mts';
import { Choice, TextField } from './parts.tsx';
import { words } from './translation.mts';

interface AudienceFieldsProps {
    readonly audience: TypedAudience;
    /** The address to which the link is bound, if it is. */
    readonly boundTo: string | undefined;
    readonly remark: string | undefined;
    readonly onChange: (audience: TypedAudience) => void;
}

/** A menu of who can use the link. The last option shows a field for each kind of name. */
export function AudienceFields({ audience, boundTo, remark, onChange }: AudienceFieldsProps): JSX.Element {
    const hintId = useId();
    const field = (name: 'usernames' | 'emailDomains' | 'roles', label: string, hint: string): JSX.Element => (
        <TextField label={label} hint={hint} value={audience[name]} isName onType={(text) => onChange({ ...audience, [name]: text })} />
    );
    return (
        <>
            <Choice
                label={words.audience}
                value={audience.choice}
                options={{ ...(boundTo !== undefined && { bound: boundTo }), everybody: words.everybody, some: words.audienceSome }}
                hint={remark}
                onChoose={(choice) => onChange({ ...audience, choice: choice as TypedAudience['choice'] })}
            />
            {audience.choice === 'some' && (
                <div role="group" aria-labelledby={hintId} class="part">
                    <p id={hintId} class="hint">
                        {words.audienceHint}
                    </p>
                    {field('usernames', words.people, words.peopleHint)}
                    {field('emailDomains', words.domains, words.domainsHint)}
                    {field('roles', words.roles, words.rolesHint)}
                </div>
            )}
        </>
    );
}
