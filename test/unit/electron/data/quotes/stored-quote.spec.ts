import { describe, expect, it } from 'vitest';
import type { SeriesSummary } from '../../../../../electron/data/cache/series-repository';
import { storedQuote } from '../../../../../electron/data/quotes/stored-quote';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import { calendarOf } from '../calendar-of';

function summary(instrument: InstrumentId, session: string): SeriesSummary {
  return {
    instrument,
    source: 'csv-folder',
    currency: 'GBp',
    lastBar: {
      time: toSessionKey(session),
      open: 10,
      high: 12,
      low: 9,
      close: 11,
      volume: 5,
    },
    previousClose: 10.5,
  };
}

function quoteOf(instrument: InstrumentId, session: string, now: string): Quote {
  const calendar = calendarOf(instrument.slice(0, 4));
  return storedQuote(summary(instrument, session), calendar, Date.parse(now));
}

describe('storedQuote', () => {
  it('is the close of the last bar against the close before', () => {
    expect(quoteOf('XNAS:GOOGL', '2026-11-20', '2026-11-22T12:00:00Z')).toEqual({
      instrument: 'XNAS:GOOGL',
      price: 11,
      previousClose: 10.5,
      asOf: Date.parse('2026-11-20T21:00:00Z'),
      session: '2026-11-20',
      source: 'csv-folder',
      state: 'closed',
      currency: 'GBp',
      delayMinutes: null,
      openBar: null,
      dispute: null,
    });
  });

  it.each([
    ['in summer time', 'XNAS:GOOGL', '2026-06-01', '2026-06-01T20:00:00Z'],
    ['in Hong Kong', 'XHKG:02513', '2026-06-01', '2026-06-01T08:00:00Z'],
    ['on a half day', 'XNAS:GOOGL', '2026-11-27', '2026-11-27T18:00:00Z'],
    [
      'in a year of which no holidays are known',
      'XNAS:GOOGL',
      '2016-05-18',
      '2016-05-18T20:00:00Z',
    ],
    ['of a bar on a Saturday', 'XNAS:GOOGL', '2020-01-04', '2020-01-04T21:00:00Z'],
  ] as const)('is as of the close at the exchange %s', (_, instrument, session, asOf) => {
    expect(quoteOf(instrument, session, '2026-12-31T00:00:00Z').asOf).toBe(Date.parse(asOf));
  });

  it.each([
    ['over the weekend', '2026-11-20', '2026-11-22T12:00:00Z', 'closed'],
    ['while the next session runs', '2026-11-20', '2026-11-23T20:59:59Z', 'closed'],
    ['when the next session has closed', '2026-11-20', '2026-11-23T21:00:00Z', 'stale'],
    ['years later', '2022-12-29', '2026-11-22T12:00:00Z', 'stale'],
    ['of a session that is not over', '2026-11-23', '2026-11-23T18:00:00Z', 'stale'],
    ['at the close of its session', '2026-11-23', '2026-11-23T21:00:00Z', 'closed'],
  ])('is %3$s %0$s', (_, session, now, state) => {
    expect(quoteOf('XNAS:GOOGL', session, now).state).toBe(state);
  });

  it('is never of later than now', () => {
    const now = '2026-11-23T18:00:00Z';
    expect(quoteOf('XNAS:GOOGL', '2026-11-23', now).asOf).toBe(Date.parse(now));
  });

  it('bears an exchange without a calendar', () => {
    const quote = quoteOf('XXXX:ABC', '2026-11-20', '2026-11-22T12:00:00Z');
    expect(quote).toMatchObject({ state: 'stale', asOf: Date.parse('2026-11-21T00:00:00Z') });
  });
});
