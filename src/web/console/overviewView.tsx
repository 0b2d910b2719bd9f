import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { fillText } from '../shared/i18n.tsx';
import { RoomName } from '../shared/parts.tsx';
import { DayFigures, sum, type DayCount } from './dayChart.tsx';
import type { Room } from './entities.mts';
import { readManagedRooms } from './managedRooms.mts';
import { Choice, Heading, LoadedContent, Problem } from './parts.tsx';
import { Rankings, type RankedCreator, type RankedInvite } from './rankings.tsx';
import { Refusals } from './refusals.tsx';
import { reports, words } from './translation.mts';
import { nameOf } from './rooms.mts';
import { addressWithParams, type Route } from './route.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

/** What `invites.stats` returns. */
interface StatsBody {
    readonly days: readonly DayCount[];
    readonly invites: readonly RankedInvite[];
    readonly creators: readonly RankedCreator[];
}

/** The periods to choose from, in days. */
const PERIODS = ['7', '30', '90'];

/** Joins and refusals of the last days, what brings most of them, and why people were refused. */
export const OVERVIEW: View = { name: 'overview', label: reports.overview, Content: OverviewView };

function OverviewView({ route, client, onGo }: ViewProps): JSX.Element {
    const days = PERIODS.find((period) => period === route.params.days) || '30';
    const rid = route.params.rid || '';
    const key = JSON.stringify([days, rid]);
    const loaded = useLoaded(() => client.get<StatsBody>('invites.stats', { days, rid }), key);
    const [rooms, setRooms] = useState<readonly Room[]>();
    useEffect(() => void readManagedRooms(client, rid).then(setRooms), [client, rid]);
    const isRefused = loaded.refusal !== undefined && loaded.refusal.code === 'not_authorized';
    return (
        <>
            <Heading title={reports.overview} />
            {isRefused ? (
                <RoomOffer route={route} rooms={rooms} />
            ) : (
                <>
                    <div class="filters">
                        <Choice
                            label={reports.period}
                            value={days}
                            options={Object.fromEntries(PERIODS.map((count) => [count, fillText(reports.days, { count })]))}
                            onChoose={(chosen) => onGo(addressWithParams(route, { days: chosen }))}
                        />
                        <Choice
                            label={reports.room}
                            value={rid}
                            options={roomOptions(rooms, rid)}
                            onChoose={(chosen) => onGo(addressWithParams(route, { rid: chosen }))}
                        />
                    </div>
                    <LoadedContent loaded={loaded}>{(stats) => <Figures stats={stats} />}</LoadedContent>
                    {loaded.body && <Refusals client={client} days={Number(days)} rid={rid} />}
                </>
            )}
        </>
    );
}

/** Returns the names of the rooms by id. The room of the address is among them. */
function roomOptions(rooms: readonly Room[] | undefined, rid: string): Record<string, string> {
    const unnamed = rooms ? words.hiddenRoom : words.loading;
    return { '': reports.allRooms, ...(rid && { [rid]: unnamed }), ...Object.fromEntries((rooms || []).map((room) => [room._id, nameOf(room)])) };
}

function Figures({ stats: { days, invites, creators } }: { stats: StatsBody }): JSX.Element {
    if (sum(days, 'joins') + sum(days, 'refusals') === 0) {
        return (
            <div class="card empty">
                <h2>{reports.nothingHappened}</h2>
                <p>{reports.nothingHappenedWhy}</p>
            </div>
        );
    }
    return (
        <>
            <dl class="totals">
                {(['joins', 'refusals'] as const).map((figure) => (
                    <div key={figure}>
                        <dt>{reports[figure]}</dt>
                        <dd>{sum(days, figure)}</dd>
                    </div>
                ))}
            </dl>
            <DayFigures days={days} />
            <Rankings invites={invites} creators={creators} />
        </>
    );
}

/** The rooms that the caller manages, because they may not see the figures of this one, or of all. */
function RoomOffer({ route, rooms }: { route: Route; rooms: readonly Room[] | undefined }): JSX.Element {
    const hasNone = rooms !== undefined && rooms.length === 0;
    return (
        <>
            {route.params.rid && <Problem refusal={{ code: 'not_authorized' }} />}
            <div class="card">
                <h2>{hasNone ? reports.noManagedRooms : reports.chooseRoom}</h2>
                <p>{hasNone ? reports.noManagedRoomsWhy : reports.chooseRoomWhy}</p>
                {rooms && rooms.length > 0 && (
                    <ul aria-label={reports.chooseRoom}>
                        {rooms.map((room) => (
                            <li key={room._id}>
                                <a href={addressWithParams(route, { rid: room._id })}>
                                    <RoomName {...room} />
                                </a>
                            </li>
                        ))}
                    </ul>
                )}
            </div>
        </>
    );
}
