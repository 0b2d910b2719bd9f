import type { JSX } from 'preact';

import type { CheckName, CheckStatus } from '../../i18n/reportMessages.ts';
import { fillIn, fillText } from '../shared/i18n.tsx';
import { Button } from '../shared/parts.tsx';
import { AdministratorsOnly } from './administrator.tsx';
import { Heading, LoadedContent, Moment } from './parts.tsx';
import { locale, reports } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

/** Whether one thing works that the app depends on (docs/api.md). */
interface Check {
    readonly name: CheckName;
    readonly status: CheckStatus;
    /** When the permissions were read. */
    readonly readAt?: string;
    readonly overridden?: readonly string[];
    readonly aheadSeconds?: number;
}

/** What works and what does not, and what to do about it. For administrators. */
export const HEALTH: View = { name: 'health', label: reports.health, forAdministrators: true, Content: HealthView };

function HealthView({ client }: ViewProps): JSX.Element {
    const loaded = useLoaded(() => client.get<{ checks: readonly Check[] }>('health'), '');
    if (loaded.refusal && loaded.refusal.code === 'not_authorized') {
        return <AdministratorsOnly title={reports.health} />;
    }
    return (
        <>
            <div class="title">
                <Heading title={reports.health} />
                {loaded.body && <Button label={reports.checkAgain} onClick={loaded.reload} second />}
            </div>
            <LoadedContent loaded={loaded}>
                {({ checks }) => (
                    <ul class="checks">
                        {checks
                            .filter(({ name }) => name in reports.checks)
                            .map((check) => (
                                <CheckItem key={check.name} check={check} />
                            ))}
                    </ul>
                )}
            </LoadedContent>
        </>
    );
}

function CheckItem({ check }: { check: Check }): JSX.Element {
    const { name, status, readAt, overridden = [], aheadSeconds = 0 } = check;
    const { title, [status]: text } = reports.checks[name];
    return (
        <li class="card">
            <h2>{title}</h2>
            <p>
                <span class={`mark ${MARKS[status]}`}>{reports.statuses[status]}</span>
            </p>
            <p>{text}</p>
            {status === 'warning' && aheadSeconds !== 0 && (
                <p>{fillText(aheadSeconds > 0 ? reports.ahead : reports.behind, { time: formatSeconds(Math.abs(aheadSeconds)) })}</p>
            )}
            {overridden.length > 0 && (
                <p>
                    {fillIn(
                        reports.overridden,
                        <>
                            {overridden.map((permission, index) => (
                                <span key={permission}>
                                    {index > 0 && ', '}
                                    <samp>{permission}</samp>
                                </span>
                            ))}
                        </>,
                    )}
                </p>
            )}
            {readAt !== undefined && <p class="hint">{fillIn(reports.readAt, <Moment at={readAt} />)}</p>}
        </li>
    );
}

/** The class of each status. Its colour repeats what the text says. */
const MARKS: Readonly<Record<CheckStatus, string>> = { ok: 'active', warning: 'suspended', failed: 'suspended', off: '', unknown: '' };

/** Returns a number of seconds in words, such as "2 seconds". */
function formatSeconds(count: number): string {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(count);
}
