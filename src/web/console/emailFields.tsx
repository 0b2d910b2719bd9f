import type { JSX } from 'preact';

import { MAX_ADDRESSES } from '../../domain/emailAddress.ts';
import type { SendResult } from '../../domain/useCases/sendInvites.ts';
import type { Refusal } from '../shared/api.mts';
import { fillText, Isolated } from '../shared/i18n.tsx';
import { Field } from './parts.tsx';
import { words } from './translation.mts';

type Result = Omit<SendResult, 'rooms'>;

/** Returns the addresses that were typed. */
export function addressesIn(text: string): string[] {
    return text.split(/[\s,;]+/).filter((address) => address !== '');
}

/** Returns what is wrong with the addresses as a whole, or undefined. The endpoint checks each of them. */
export function problemWithAddresses({ length }: readonly string[]): Refusal | undefined {
    return length === 0 ? { code: 'missing-address' } : length > MAX_ADDRESSES ? { code: 'too-many-addresses' } : undefined;
}

/** Returns how many links were sent, and how many were not. */
export function resultText({ sent, failed }: Result): string {
    return [
        ...(sent.length > 0 ? [fillText(words.sentCount, { count: sent.length })] : []),
        ...(failed.length > 0 ? [fillText(words.notSentCount, { count: failed.length })] : []),
    ].join(' ');
}

interface EmailFieldsProps {
    readonly addresses: string;
    /** What became of the addresses that were sent last. */
    readonly result: Result | undefined;
    /** Whether addresses are being sent. Those that fail then replace what the field contains. */
    readonly isBusy: boolean;
    readonly onType: (text: string) => void;
}

/** A field for addresses. What became of them is below it. */
export function EmailFields({ addresses, result, isBusy, onType }: EmailFieldsProps): JSX.Element {
    return (
        <>
            <Field label={words.addresses} hint={fillText(words.addressesHint, { count: MAX_ADDRESSES })}>
                {(ids) => (
                    <textarea
                        {...ids}
                        rows={4}
                        autoComplete="off"
                        autoCapitalize="none"
                        spellcheck={false}
                        value={addresses}
                        readOnly={isBusy}
                        onInput={({ currentTarget }) => onType(currentTarget.value)}
                    />
                )}
            </Field>
            {result && (
                <div class="results">
                    {result.sent.length > 0 && <Addresses title={words.sent} lines={result.sent.map((email) => ({ email }))} />}
                    {result.failed.length > 0 && (
                        <Addresses
                            title={words.notSent}
                            lines={result.failed.map(({ email, reason }) => ({ email, why: words.sendFailures[reason] }))}
                        />
                    )}
                </div>
            )}
        </>
    );
}

interface AddressesProps {
    readonly title: string;
    readonly lines: readonly { readonly email: string; readonly why?: string }[];
}

function Addresses({ title, lines }: AddressesProps): JSX.Element {
    return (
        <section aria-label={title}>
            <h2>{title}</h2>
            <ul>
                {lines.map(({ email, why }) => (
                    <li key={email}>
                        <Isolated text={email} />
                        {why && <span class="hint"> {why}</span>}
                    </li>
                ))}
            </ul>
        </section>
    );
}
