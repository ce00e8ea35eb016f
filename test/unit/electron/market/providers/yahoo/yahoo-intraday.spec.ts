import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  intradayBars,
  joinWindows,
  keepsToSessions,
  yahooWindows,
} from '../../../../../../electron/market/providers/yahoo/yahoo-intraday';
import type { ProviderHistory } from '../../../../../../electron/core/market/market-data-provider-port';
import type { BarColumns } from '../../../../../../src/shared/domain/candle/bar-columns';
import {
  extendedStretches,
  regularBars,
} from '../../../../../../src/shared/domain/candle/regular-bars';
import type { Interval } from '../../../../../../src/shared/domain/candle/interval';
import { ManualTime } from '../../../../../helpers/manual-time';
import { marketUnderTest } from '../../../../../helpers/replay/market-under-test';
import { extendedRows } from '../../../../../helpers/replay/extended-rows';
import { replayIntraday } from '../../../../../helpers/replay/replay-intraday';
import { type ReplayRoute, ReplayServer } from '../../../../../helpers/replay/replay-server';
import { yahooRoute } from '../../../../../helpers/replay/yahoo-replay';
import { barsOf } from '../../../data/bars-of';
import { shippedCalendar } from '../../../../shared/domain/calendar/read-shipped-calendars';

const DAY = 86_400;
const newYork = shippedCalendar('XNAS');
/** Thursday, 11:00:20 in New York. */
const NOW = Date.parse('2026-05-28T15:00:20Z');
const SECONDS = Math.floor(NOW / 1000);

describe('yahooWindows', () => {
  it('asks for days and hours at once, as far back as Yahoo keeps them', () => {
    expect(yahooWindows('D', null, SECONDS)).toHaveLength(1);
    expect(yahooWindows('1h', null, SECONDS)).toEqual([
      { from: SECONDS - 729 * DAY, to: SECONDS + DAY },
    ]);
  });

  it('asks for minutes week by week, the newest first, without a gap', () => {
    const windows = yahooWindows('1m', null, SECONDS);
    expect(windows.map(({ from }) => (SECONDS - from) / DAY)).toEqual([7, 14, 21, 28]);
    for (const [index, { to }] of windows.slice(1).entries()) {
      expect(to).toBe(windows[index]?.from);
    }
  });

  it('asks for the tail in one question, and never for more than there is', () => {
    expect(yahooWindows('1m', SECONDS - 600, SECONDS)).toEqual([
      { from: SECONDS - 600, to: SECONDS + DAY },
    ]);
    expect(yahooWindows('5m', SECONDS - 90 * DAY, SECONDS)[0].from).toBe(SECONDS - 59 * DAY);
  });
});

describe('intradayBars', () => {
  const close = Date.parse('2026-05-27T20:00:00Z') / 1000;
  const row = (time: number, volume: number): number[] => [time, 5, 9, 1, 6, volume, NaN];
  const times = ({ time }: BarColumns): number[] => [...time];

  it('leaves out the last price and the row of the close', () => {
    const bars = barsOf([
      row(close - 300, 70),
      row(close - 60, 0),
      row(close, 0),
      row(close + 37, 0),
    ]);
    expect(times(intradayBars(bars, newYork, false))).toEqual([close - 300, close - 60]);
    // The first minute after the close, of which no volume is told.
    expect(times(intradayBars(bars, newYork, true))).toEqual([...[close - 300, close - 60, close]]);
  });

  it('keeps a row at the close that was traded, and all where no calendar is known', () => {
    expect(times(intradayBars(barsOf([row(close, 4)]), newYork, false))).toEqual([close]);
    expect(times(intradayBars(barsOf([row(close, 0)]), undefined, false))).toEqual([close]);
  });

  it('joins windows that share a bar, and takes the newer one', () => {
    const joined = joinWindows(
      barsOf([row(60, 1), row(120, 1)]),
      barsOf([row(120, 2), row(180, 2)]),
    );
    expect(times(joined)).toEqual([60, 120, 180]);
    expect([...joined.volume]).toEqual([1, 2, 2]);
  });
});

describe('keepsToSessions', () => {
  const at = (clock: string): number[] => [
    ...[Date.parse(`2026-05-27T${clock}:00-04:00`) / 1000, 5, 9, 1, 6, 0, NaN],
  ];
  const keeps = (...clocks: string[]): boolean =>
    keepsToSessions(barsOf(clocks.map(at)), '1h', newYork);

  it('tells hours that begin with the session from those that begin with the day', () => {
    expect(keeps('08:00', '09:00', '09:30', '10:30', '15:30', '16:00', '17:00')).toBe(true);
    expect(keeps('08:00', '09:00', '10:00', '11:00')).toBe(false);
  });

  it('knows that a half day ends otherwise', () => {
    const day = (clock: string): number[] => [
      ...[Date.parse(`2026-11-27T${clock}:00-05:00`) / 1000, 5, 9, 1, 6, 0, NaN],
    ];
    const bars = barsOf(['12:30', '13:00', '14:00'].map(day));
    expect(keepsToSessions(bars, '1h', newYork)).toBe(true);
  });
});

describe('intraday bars of Yahoo, asked over the real transport', () => {
  /** Whether the source counts its hours from midnight. */
  let mixesHours: boolean;
  const mixed: ReplayRoute = (url, headers) => {
    if (!mixesHours || url.searchParams.get('includePrePost') !== 'true') return null;
    const answer = yahooRoute(['XNAS:NVDA'], () => NOW)(url, headers);
    if (typeof answer !== 'string') return answer;
    const chart = JSON.parse(answer) as { chart: { result: [{ timestamp: number[] }] } };
    const [result] = chart.chart.result;
    result.timestamp = result.timestamp.map((at) => Math.floor(at / 3600) * 3600);
    return JSON.stringify(chart);
  };
  let server: ReplayServer;
  let time: ManualTime;
  let history: (interval: Interval, since: number | null) => Promise<ProviderHistory>;

  beforeEach(async () => {
    time = new ManualTime(NOW);
    mixesHours = false;
    server = new ReplayServer([mixed, yahooRoute(['XNAS:NVDA'], () => NOW)]);
    const market = marketUnderTest(await server.start(), time, ['yahoo']);
    history = async (interval, since) => {
      const answer = await market.history({ instrument: 'XNAS:NVDA', interval, since });
      if (!answer.ok) throw new Error(answer.error.detail);
      return answer.history;
    };
  });
  afterEach(() => server.dispose());

  it.each(['5m', '1h'] as const)(
    'are those of the exchange, without the last price: %s',
    async (interval) => {
      const { bars, currency } = await history(interval, null);
      const expected = replayIntraday('XNAS:NVDA', interval, NOW) ?? [];
      const regular = regularBars(bars, newYork).bars;
      expect([...regular.time]).toEqual(expected.map((bar) => bar.time));
      expect([...regular.close]).toEqual(expected.map((bar) => bar.close));
      expect(currency).toBe('USD');
      expect(server.requests).toHaveLength(1);
    },
  );

  it('come with those from four in the morning to eight in the evening', async () => {
    const { bars } = await history('5m', null);
    const expected = extendedRows(
      'XNAS:NVDA',
      '5m',
      replayIntraday('XNAS:NVDA', '5m', NOW) ?? [],
      NOW,
    );
    const outside = extendedStretches(bars, newYork);
    expect(outside).toHaveLength(12 * 2 + 1);
    expect(outside[0]?.fromKey).toBe(expected[0]?.time);
    expect([...bars.volume].filter((volume) => volume === 0)).toHaveLength(expected.length);
  });

  it('are asked for without them where an hour would hold both sides of the open', async () => {
    mixesHours = true;
    const { bars } = await history('1h', null);
    const expected = replayIntraday('XNAS:NVDA', '1h', NOW) ?? [];
    expect([...bars.time]).toEqual(expected.map((bar) => bar.time));
    const asked = server.requests.map(({ path }) => /includePrePost=(\w+)/.exec(path)?.[1]);
    expect(asked).toEqual(['true', 'false']);
  });

  it('are asked for in weeks where they are minutes, until there are no more', async () => {
    const { bars } = await history('1m', null);
    const regular = regularBars(bars, newYork).bars;
    const expected = replayIntraday('XNAS:NVDA', '1m', NOW);
    expect([...regular.time]).toEqual(expected?.map((bar) => bar.time));
    // Twelve sessions lie in three weeks; the fourth is not there.
    expect(server.requests.map(({ path }) => path.includes('interval=1m'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('are only the tail where the rest is stored', async () => {
    const { bars } = await history('1m', SECONDS - 600);
    expect(bars.length).toBe(10);
    expect(server.requests).toHaveLength(1);
  });
});
