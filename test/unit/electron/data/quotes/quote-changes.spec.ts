import { describe, expect, it } from 'vitest';
import {
  compareQuotes,
  type QuoteChanges,
} from '../../../../../electron/data/quotes/quote-changes';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import { OPEN_BAR, quoteOf } from './quote-of';

function compare(before: readonly Quote[], now: readonly Quote[]): QuoteChanges {
  return compareQuotes(new Map(before.map((quote) => [quote.instrument, quote])), now);
}

describe('compareQuotes', () => {
  it('finds nothing new in a later time alone', () => {
    const changes = compare(
      [quoteOf({ openBar: OPEN_BAR })],
      [quoteOf({ openBar: { ...OPEN_BAR }, asOf: 2000 })],
    );
    expect(changes).toEqual({ changed: [], finished: [] });
  });

  it.each<Partial<Quote>>([
    { price: 11.01 },
    { previousClose: null },
    { session: '1970-01-05' },
    { source: 'csv-folder' },
    { state: 'stale' },
    { openBar: OPEN_BAR },
  ])('finds %j', (change) => {
    const now = quoteOf(change);
    expect(compare([quoteOf()], [now]).changed).toEqual([now]);
  });

  it.each(['time', 'open', 'high', 'low', 'close', 'volume'] as const)(
    'finds another %s of the open bar',
    (field) => {
      const now = quoteOf({ openBar: { ...OPEN_BAR, [field]: 99 } });
      expect(compare([quoteOf({ openBar: OPEN_BAR })], [now]).changed).toEqual([now]);
    },
  );

  it('finds a quote that was not there, which finishes nothing', () => {
    const now = [quoteOf(), quoteOf({ instrument: 'XNAS:NVDA' })];
    expect(compare([quoteOf()], now)).toEqual({ changed: [now[1]], finished: [] });
  });

  it('tells the instruments whose session has ended', () => {
    const open = quoteOf({ openBar: OPEN_BAR });
    expect(compare([open], [quoteOf()]).finished).toEqual(['XNAS:GOOGL']);
    // The machine slept from one evening over a whole session to the next.
    expect(compare([quoteOf()], [quoteOf({ session: '1970-01-05' })]).finished).toEqual([
      'XNAS:GOOGL',
    ]);
  });

  it('tells of no end where a session opens or goes on', () => {
    const open = quoteOf({ openBar: OPEN_BAR, session: '1970-01-05' });
    expect(compare([quoteOf()], [open]).finished).toEqual([]);
    expect(compare([open], [{ ...open, price: 12 }]).finished).toEqual([]);
  });
});
