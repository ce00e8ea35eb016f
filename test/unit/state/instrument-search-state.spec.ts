import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Resolution } from '../../../src/shared/domain/instrument/resolve-symbol';
import { InstrumentSearchState } from '../../../src/state/instrument-search-state.svelte';
import { sampleInstruments } from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';

const MEANING: Resolution = {
  candidates: [{ id: 'XHKG:00005', name: null, currency: 'HKD', kind: 'share' }],
  ambiguous: false,
};
const found = sampleInstruments.slice(0, 1);

let main: FakeMain;
let search: InstrumentSearchState;
const asked = (call: string): unknown[] =>
  main.asked.filter((question) => question.call === call).map(({ args }) => args);

beforeEach(() => {
  vi.useFakeTimers();
  main = new FakeMain({ found, resolutions: { hk00005: MEANING } });
  search = new InstrumentSearchState(main.client);
});
afterEach(() => {
  search.dispose();
  vi.useRealTimers();
});

describe('InstrumentSearchState', () => {
  it('reads the spelling at once and asks the sources when the typing rests', async () => {
    search.ask(' hk00005 ');
    await search.meaningRead();
    expect(search.meaning).toEqual(MEANING);
    expect(asked('instruments.search')).toEqual([]);
    await vi.runAllTimersAsync();
    expect([search.found, asked('instruments.search')]).toEqual([found, [{ text: 'hk00005' }]]);
  });

  it('forgets what was there before, and takes no answer to an earlier text', async () => {
    search.ask('hk00005');
    search.ask('hk0000');
    await vi.runAllTimersAsync();
    expect(search.meaning.candidates).toEqual([]);
    expect(asked('instruments.search')).toEqual([{ text: 'hk0000' }]);
  });

  it('asks no source for a single letter, and nothing at all for nothing or too much', async () => {
    for (const text of ['F', ' ', 'A'.repeat(65)]) search.ask(text);
    await vi.runAllTimersAsync();
    expect(asked('instruments.resolve')).toEqual([{ text: 'F' }]);
    expect(asked('instruments.search')).toEqual([]);
  });

  it.each(['instruments.resolve', 'instruments.search'])(
    'says that it failed where %s rejects, and is well again with the next text',
    async (call) => {
      main.failing.add(call);
      search.ask('hk00005');
      await vi.runAllTimersAsync();
      expect(search.failed).toBe(true);
      main.failing.clear();
      search.ask('hk0000');
      await vi.runAllTimersAsync();
      expect(search.failed).toBe(false);
    },
  );

  it('keeps an instrument, and says where that could not be done', async () => {
    expect(await search.keep('XHKG:00005')).toBe(true);
    main.failing.add('instruments.learn');
    expect(await search.keep('XHKG:00005')).toBe(false);
    expect(asked('instruments.learn')).toHaveLength(2);
  });
});
