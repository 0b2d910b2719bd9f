/** @jest-environment jsdom */
import { afterEach, expect, it, jest } from '@jest/globals';

import { consoleTexts } from '../../src/i18n/pages.ts';
import { loadTexts } from '../../src/web/console/loadTexts.mts';

const { en, de } = consoleTexts();
const requests: string[] = [];

afterEach(() => {
    requests.length = 0;
    jest.useRealTimers();
});

/** The server responds to each request with what `respond` returns. */
function serve(respond: (signal: AbortSignal) => Promise<Partial<Response>>): void {
    globalThis.fetch = jest.fn((address: unknown, init?: RequestInit) => {
        requests.push(String(address));
        return respond(init!.signal!) as Promise<Response>;
    });
}

const json = (body: unknown, ok = true) => serve(() => Promise.resolve({ ok, json: () => Promise.resolve(body) }));

it('loads the texts of the first language that there is, and keeps the tag of the browser for dates', async () => {
    json(de);
    expect(await loadTexts(['x-', 'nl', 'de-AT', 'fr'])).toEqual({ language: 'de', locale: 'de-AT', ...de });
    expect(requests).toEqual(['console.de.json']);
});

it.each([[['en-GB']], [['nl']], [[]]])('loads nothing for English, the language of last resort (%j)', async (preferred) => {
    json(de);
    const loaded = await loadTexts(preferred);
    expect({ language: loaded.language, words: loaded.words, requests }).toEqual({ language: 'en', words: en.words, requests: [] });
});

it('is in English as a whole, dates included, if the texts do not load', async () => {
    const english = { language: 'en', locale: 'en', ...en };
    json({}, false);
    expect(await loadTexts(['de'])).toEqual(english);
    serve(() => Promise.reject(new Error('offline')));
    expect(await loadTexts(['de'])).toEqual(english);
    serve(() => Promise.resolve({ ok: true, json: () => Promise.reject(new SyntaxError('no JSON')) }));
    expect(await loadTexts(['de'])).toEqual(english);
});

it('does not wait forever', async () => {
    jest.useFakeTimers();
    serve((signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))));
    const loading = loadTexts(['pt']);
    await jest.advanceTimersByTimeAsync(5000);
    expect((await loading).language).toBe('en');
    expect(requests).toEqual(['console.pt-BR.json']);
});

it('has English for what the file of another version lacks', async () => {
    const { links: _links, ...words } = de.words;
    json({ words });
    const loaded = await loadTexts(['de']);
    expect(loaded.words).toEqual({ ...de.words, links: en.words.links });
    expect(loaded.reports).toEqual(en.reports);
});
