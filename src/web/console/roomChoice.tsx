import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { RoomName } from '../shared/parts.tsx';
import type { Room } from './entities.mts';
import { Field } from './parts.tsx';
import { nameOf } from './rooms.mts';
import { words } from './translation.mts';

/** From this number on, there is a field to find a room. */
const MANY = 8;

interface RoomChoiceProps {
    readonly rooms: readonly Room[];
    readonly chosen: readonly string[];
    readonly onChoose: (ids: readonly string[]) => void;
}

/** Checkboxes for rooms. Chosen rooms stay visible whatever the visitor looks for. */
export function RoomChoice({ rooms, chosen, onChoose }: RoomChoiceProps): JSX.Element {
    const [text, setText] = useState('');
    const wanted = text.trim().toLowerCase();
    const shown = rooms.filter((room) => chosen.includes(room._id) || `${nameOf(room)} ${room.name || ''}`.toLowerCase().includes(wanted));
    const toggle = (id: string): void => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
    return (
        <fieldset>
            <legend>{words.chooseRooms}</legend>
            {rooms.length >= MANY && (
                <Field label={words.findRoom}>
                    {(ids) => <input {...ids} type="search" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />}
                </Field>
            )}
            <div class="options">
                {shown.length === 0 && <p>{words.noRooms}</p>}
                {shown.map((room) => (
                    <label key={room._id} class="check">
                        <input type="checkbox" checked={chosen.includes(room._id)} onChange={() => toggle(room._id)} />
                        <RoomName {...room} />
                    </label>
                ))}
            </div>
        </fieldset>
    );
}
