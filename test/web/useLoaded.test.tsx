/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { render, type JSX } from 'preact';
import { act } from 'preact/test-utils';

import type { Result } from '../../src/web/shared/api.mts';
import { useLoaded } from '../../src/web/console/useLoaded.mts';

it('is loading as soon as the key changes, before the former body is drawn again', async () => {
    const drawn: string[] = [];
    const answers: ((body: string) => void)[] = [];
    const load = (): Promise<Result<string>> => new Promise((resolve) => answers.push((body) => resolve({ body })));
    const View = ({ address }: { address: string }): JSX.Element => {
        const { body = '', isLoading } = useLoaded(load, address);
        drawn.push(`${address}: ${body}${isLoading ? ' …' : ''}`);
        return <p>{body}</p>;
    };
    document.body.innerHTML = '<div id="app"></div>';
    const draw = (address: string): Promise<void> => act(() => render(<View address={address} />, document.getElementById('app')!));
    const answer = (at: number, body: string): Promise<void> =>
        act(() => {
            answers[at]?.(body);
            return Promise.resolve();
        });

    await draw('one');
    await answer(0, 'first');
    expect(drawn[drawn.length - 1]).toBe('one: first');
    await draw('two');
    await answer(1, 'second');
    expect(drawn[drawn.length - 1]).toBe('two: second');
    expect(drawn.filter((text) => text.startsWith('two: first'))).toEqual(drawn.filter((text) => text === 'two: first …'));
});
