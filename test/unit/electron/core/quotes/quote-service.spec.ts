import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import {
  QuoteService,
  type QuotesUpdated,
} from '../../../../../electron/core/quotes/quote-service';
import { NVDA, tick, ZHIPU } from './quote-samples';

let told: QuotesUpdated[];
let service: QuoteService;

beforeEach(() => {
  told = [];
  const updated = new Signal<QuotesUpdated>((error) => {
    throw error;
  });
  updated.subscribe((update) => told.push(update));
  service = new QuoteService(updated);
});

describe('QuoteService', () => {
  it('keeps the last quote of each instrument', () => {
    service.ingest([tick(NVDA, 1, 10), tick(ZHIPU, 1, 20)], false);
    service.ingest([tick(NVDA, 2, 11)], false);
    expect(service.all()).toEqual([tick(NVDA, 2, 11), tick(ZHIPU, 1, 20)]);
    expect(told[1]).toEqual({ quotes: [tick(NVDA, 2, 11)], replaces: false });
  });

  it('drops a quote that is older than the last of its source, and says nothing of it', () => {
    service.ingest([tick(NVDA, 5, 10)], false);
    service.ingest([tick(NVDA, 4, 99), tick(ZHIPU, 1, 20)], false);
    service.ingest([tick(NVDA, 4, 99)], false);
    expect(service.all()).toEqual([tick(NVDA, 5, 10), tick(ZHIPU, 1, 20)]);
    expect(told).toHaveLength(2);
    expect(told[1]?.quotes).toEqual([tick(ZHIPU, 1, 20)]);
  });

  it('takes a correction of the same time', () => {
    service.ingest([tick(NVDA, 5, 10)], false);
    service.ingest([tick(NVDA, 5, 12)], false);
    expect(service.all()).toEqual([tick(NVDA, 5, 12)]);
  });

  it('takes an older quote of another source', () => {
    service.ingest([tick(NVDA, 5, 10)], false);
    service.ingest([tick(NVDA, 1, 90, 'csv-folder')], false);
    expect(service.all()).toEqual([tick(NVDA, 1, 90, 'csv-folder')]);
  });

  it('tells of several in one batch only the newest', () => {
    service.ingest([tick(NVDA, 2, 11), tick(NVDA, 1, 10), tick(NVDA, 3, 12)], false);
    expect(told).toEqual([{ quotes: [tick(NVDA, 3, 12)], replaces: false }]);
  });

  it('forgets the others, and how new they were, when a batch replaces', () => {
    service.ingest([tick(NVDA, 5, 10), tick(ZHIPU, 5, 20)], false);
    service.ingest([tick(NVDA, 1, 7)], true);
    expect(service.all()).toEqual([tick(NVDA, 1, 7)]);
    expect(told[1]).toEqual({ quotes: [tick(NVDA, 1, 7)], replaces: true });
  });

  it('tells of a replacement by nothing, but not of nothing', () => {
    service.ingest([], false);
    expect(told).toEqual([]);
    service.ingest([], true);
    expect(told).toEqual([{ quotes: [], replaces: true }]);
  });

  it('ends with the newest quote of each instrument, in whatever order they come', () => {
    const ticks = fc.array(
      fc.record({
        instrument: fc.constantFrom(NVDA, ZHIPU),
        asOf: fc.integer({ min: 0, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(ticks, (arriving) => {
        const quotes = new QuoteService(new Signal(() => undefined));
        for (const { instrument, asOf } of arriving)
          quotes.ingest([tick(instrument, asOf, 1)], false);
        const newest = new Map<string, number>();
        for (const { instrument, asOf } of arriving) {
          newest.set(instrument, Math.max(asOf, newest.get(instrument) ?? 0));
        }
        expect(new Map(quotes.all().map(({ instrument, asOf }) => [instrument, asOf]))).toEqual(
          newest,
        );
      }),
    );
  });
});

describe('the two layers of QuoteService', () => {
  const live = (asOf: number, price: number): ReturnType<typeof tick> => ({
    ...tick(NVDA, asOf, price, 'yahoo'),
    state: 'live',
  });
  const stored = (asOf: number, price: number): ReturnType<typeof tick> =>
    tick(NVDA, asOf, price, 'csv-folder');

  it('shows the newer one, and the live one where both are of one moment', () => {
    service.ingest([stored(5, 10)], false);
    service.ingestLive([live(4, 11)]);
    expect(service.all()).toEqual([stored(5, 10)]);
    service.ingestLive([live(5, 12)]);
    expect(service.all()).toEqual([live(5, 12)]);
    service.ingest([stored(6, 13)], false);
    expect(service.all()).toEqual([stored(6, 13)]);
  });

  it('tells only what changes on the screen', () => {
    service.ingest([stored(5, 10)], false);
    service.ingestLive([live(4, 11)]);
    expect(told).toHaveLength(1);
    service.ingestLive([live(7, 12)]);
    service.ingest([stored(6, 13)], false);
    expect(told.slice(1)).toEqual([{ quotes: [live(7, 12)], replaces: false }]);
  });

  it('tells the stored one again where a live one goes back in time', () => {
    service.ingest([stored(5, 10)], false);
    service.ingestLive([live(7, 12)]);
    service.ingestLive([live(3, 11)]);
    expect(told.at(-1)).toEqual({ quotes: [stored(5, 10)], replaces: false });
  });

  it('never covers a simulated price', () => {
    service.ingest([tick(NVDA, 5, 10)], false);
    service.ingestLive([live(9, 12)]);
    expect(service.all()).toEqual([tick(NVDA, 5, 10)]);
    expect(told).toHaveLength(1);
  });

  it('keeps live ones when the data process replaces its own, and tells all of both', () => {
    service.ingestLive([live(9, 12)]);
    service.ingest([tick(ZHIPU, 5, 20, 'csv-file')], true);
    expect(told.at(-1)).toEqual({
      quotes: [tick(ZHIPU, 5, 20, 'csv-file'), live(9, 12)],
      replaces: true,
    });
  });

  it('goes back to what is stored when live ones are cleared, all or some', () => {
    service.ingest([stored(5, 10)], false);
    const other = { ...live(9, 12), instrument: ZHIPU };
    service.ingestLive([live(9, 12), other]);
    service.clearLive([ZHIPU]);
    expect(told.at(-1)).toEqual({ quotes: [live(9, 12)], replaces: true });
    service.clearLive();
    expect(told.at(-1)).toEqual({ quotes: [stored(5, 10)], replaces: true });
    const count = told.length;
    service.clearLive();
    expect(told).toHaveLength(count);
  });
});
