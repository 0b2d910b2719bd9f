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

it('a reload that an earlier drawing began loads what the view shows now', async () => {
    const asked: string[] = [];
    let reload: (() => void) | undefined;
    const View = ({ address }: { address: string }): JSX.Element => {
        const load = (): Promise<Result<string>> => Promise.resolve({ body: `${asked.push(address)}: ${address}` });
        const loaded = useLoaded(load, address);
        reload ??= loaded.reload;
        return <p aria-busy={loaded.isLoading}>{loaded.body}</p>;
    };
    document.body.innerHTML = '<div id="app"></div>';
    const draw = (address: string): Promise<void> => act(async () => render(<View address={address} />, document.getElementById('app')!));

    await draw('one');
    await draw('two');
    await act(async () => reload!());
    expect(asked).toEqual(['one', 'two', 'two']);
    expect(document.querySelector('p')!.outerHTML).toBe('<p aria-busy="false">3: two</p>');
});
