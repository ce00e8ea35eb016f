import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import { InstrumentCatalogueService } from '../../../../../electron/core/instruments/instrument-catalogue-service';
import type { SearchResult } from '../../../../../electron/core/market/market-data-provider-port';
import type {
  Instrument,
  InstrumentId,
} from '../../../../../src/shared/domain/instrument/instrument';
import type { SymbolCandidate } from '../../../../../src/shared/domain/instrument/resolve-symbol';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import { failure, madeUp } from '../quotes/live-samples';

const BUNDLED = madeUp('XNAS:ALPH', { name: { en: 'Alpha Foundry', zh: '阿尔法' } });
const EARLIER = madeUp('XNYS:BETA', { name: { en: 'Beta Foundry', zh: '贝塔' } });
const FOUND = madeUp('XHKG:09876', { name: { en: 'Gamma Foundry', zh: '伽马' } });

let stored: { instrument: Instrument; learnedAt: number }[];
let told: (readonly Instrument[])[];
let result: SearchResult;
let searched: string[];
let failing: Error | null;
let service: InstrumentCatalogueService;

const NESTLE: SymbolCandidate = { id: 'XSWX:NESN', name: null, currency: 'CHF', kind: null };

/** @param spellings - what texts mean by their spelling */
function build(spellings: Readonly<Record<string, readonly SymbolCandidate[]>> = {}): void {
  const changed = new Signal<readonly Instrument[]>((error) => {
    throw error;
  });
  changed.subscribe((all) => told.push(all));
  service = new InstrumentCatalogueService({
    bundled: [BUNDLED],
    learned: {
      readAll: () => stored.map(({ instrument }) => instrument),
      write: (instrument, learnedAt) => {
        if (failing !== null) throw failing;
        stored.push({ instrument, learnedAt });
      },
    },
    market: {
      search: async ({ text }) => {
        searched.push(text);
        return result;
      },
    },
    changed,
    now: () => 77,
    symbols: {
      resolve: async (text) => ({ candidates: spellings[text] ?? [], ambiguous: text === '2330' }),
    },
  });
  service.start();
}

const LAST_PRICE: Quote = {
  ...{ instrument: 'XNYS:BETA', price: 1, previousClose: null, currency: 'USD', asOf: 1 },
  ...{ session: '2026-05-28', source: 'yahoo', state: 'live', delayMinutes: 0 },
  ...{ openBar: null, dispute: null },
};

function candidate(id: InstrumentId, facts: Partial<SymbolCandidate> = {}): SymbolCandidate {
  return { id, name: null, currency: 'USD', kind: 'share', ...facts };
}

beforeEach(() => {
  stored = [{ instrument: EARLIER, learnedAt: 1 }];
  [told, searched, failing] = [[], [], null];
  result = { ok: true, instruments: [FOUND] };
  build();
});

describe('InstrumentCatalogueService', () => {
  it('has what comes with the app and what was learned, and the same list each time', () => {
    expect(service.all()).toEqual([BUNDLED, EARLIER]);
    expect(service.all()).toBe(service.all());
    expect([service.get('XNYS:BETA'), service.get('XNAS:NONE')]).toEqual([EARLIER, undefined]);
  });

  it('believes the app and not what was learned under the same id', () => {
    stored.push({ instrument: { ...BUNDLED, currency: 'AAA' }, learnedAt: 2 });
    build();
    expect(service.all()).toEqual([BUNDLED, EARLIER]);
    service.learn({ ...BUNDLED, currency: 'AAA' });
    expect(service.get('XNAS:ALPH')).toBe(BUNDLED);
    expect([stored.length, told.length]).toEqual([2, 0]);
  });

  it('finds its own first, then what only the sources know, each once', async () => {
    result = { ok: true, instruments: [FOUND, { ...EARLIER, currency: 'AAA' }] };
    expect(await service.search('foundry')).toEqual({
      instruments: [BUNDLED, EARLIER, FOUND],
      failure: null,
    });
    expect(searched).toEqual(['foundry']);
  });

  it('shows a hit of a source that it knows as it knows it', async () => {
    result = { ok: true, instruments: [{ ...EARLIER, currency: 'AAA' }] };
    expect((await service.search('zzz')).instruments).toEqual([EARLIER]);
  });

  it('puts first what the text means by its spelling', async () => {
    build({ b: [candidate('XNYS:BETA'), candidate('XNAS:NONE')] });
    expect((await service.search('b')).instruments[0]).toEqual(EARLIER);
    expect((await service.search('foundry')).instruments[0]).toEqual(BUNDLED);
  });

  it('finds its own where no source answers, and says why none did', async () => {
    result = { ok: false, error: failure('rate-limited') };
    expect(await service.search('alpha')).toEqual({
      instruments: [BUNDLED],
      failure: 'rate-limited',
    });
  });

  it('keeps what the user picks, tells everybody, and has it after the next start', async () => {
    expect(service.learnFound(FOUND.id)).toBe(false);
    await service.search('gamma');
    expect(service.learnFound(FOUND.id)).toBe(true);
    expect(stored.at(-1)).toEqual({ instrument: FOUND, learnedAt: 77 });
    expect(told).toEqual([[BUNDLED, EARLIER, FOUND]]);
    expect(service.get(FOUND.id)).toEqual(FOUND);
    build();
    expect(service.all()).toEqual([BUNDLED, EARLIER, FOUND]);
  });

  it('learns nothing twice', async () => {
    await service.search('gamma');
    service.learnFound(FOUND.id);
    expect([service.learnFound(FOUND.id), service.learnFound(BUNDLED.id)]).toEqual([true, true]);
    expect([stored.length, told.length]).toEqual([2, 1]);
  });

  it('does not know what could not be stored', async () => {
    await service.search('gamma');
    failing = new Error('disk full');
    expect(() => service.learnFound(FOUND.id)).toThrow('disk full');
    expect([service.get(FOUND.id), told.length]).toEqual([undefined, 0]);
  });

  it('remembers the last hits only', async () => {
    const many = (from: number): Instrument[] =>
      Array.from({ length: 300 }, (_, index) => madeUp(`XNAS:M${from + index}`));
    result = { ok: true, instruments: many(0) };
    const { instruments } = await service.search('made-up');
    expect(instruments).toHaveLength(50);
    result = { ok: true, instruments: many(300) };
    await service.search('made-up');
    expect([service.learnFound('XNAS:M50'), service.learnFound('XNAS:M250')]).toEqual([
      false,
      true,
    ]);
  });

  it('says what a spelling means without asking a source', async () => {
    build({ '2330': [candidate('XTAI:2330'), candidate('XTKS:2330')] });
    expect(await service.resolve('2330')).toEqual({
      candidates: [candidate('XTAI:2330'), candidate('XTKS:2330')],
      ambiguous: true,
    });
    expect(searched).toEqual([]);
  });

  it('learns what a spelling meant, with the currency and the kind that follow from it', async () => {
    build({ hk00005: [candidate('XHKG:00005', { currency: 'HKD' })] });
    expect(service.learnFound('XHKG:00005')).toBe(false);
    await service.resolve('hk00005');
    expect(service.learnFound('XHKG:00005')).toBe(true);
    expect(stored.at(-1)?.instrument).toMatchObject({
      ...{ id: 'XHKG:00005', name: { en: '00005', zh: '00005' } },
      ...{ currency: 'HKD', kind: 'share' },
    });
  });

  it('takes what a source says of it rather than what the spelling says', async () => {
    const named = { ...madeUp('XSWX:NESN'), currency: 'CHF' };
    build({ 'NESN.SW': [NESTLE] });
    result = { ok: true, instruments: [named] };
    await service.search('NESN.SW');
    await service.resolve('NESN.SW');
    service.learnFound('XSWX:NESN');
    expect(service.get('XSWX:NESN')).toEqual(named);
  });

  it('hears from a source later what it knew by its code alone', async () => {
    build({ 'NESN.SW': [NESTLE] });
    await service.resolve('NESN.SW');
    service.learnFound('XSWX:NESN');
    expect(service.get('XSWX:NESN')?.kind).toBe('unknown');
    const named = { ...madeUp('XSWX:NESN'), currency: 'CHF' };
    result = { ok: true, instruments: [named] };
    expect((await service.search('NESN.SW')).instruments).toEqual([named]);
    expect(stored.at(-1)?.instrument).toEqual(named);
  });

  it('does not learn what has no known currency', async () => {
    build({ '^NOSUCH': [candidate('INDEX:^NOSUCH', { currency: null, kind: 'index' })] });
    await service.resolve('^NOSUCH');
    expect(service.learnFound('INDEX:^NOSUCH')).toBe(false);
  });

  it('believes the source that states the currency of a learned instrument', () => {
    const quote = { ...LAST_PRICE, instrument: EARLIER.id, currency: 'GBp' };
    service.hearCurrencies([
      { ...quote, source: 'tencent' },
      { ...quote, currency: null },
    ]);
    service.hearCurrencies([{ ...quote, instrument: BUNDLED.id }]);
    expect([service.get(EARLIER.id), service.get(BUNDLED.id)]).toEqual([EARLIER, BUNDLED]);
    service.hearCurrencies([quote, quote]);
    expect(service.get(EARLIER.id)).toEqual({ ...EARLIER, currency: 'GBp' });
    expect(stored).toHaveLength(2);
  });
});
