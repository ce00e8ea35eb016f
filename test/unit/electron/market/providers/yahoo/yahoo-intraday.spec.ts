import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  intradayBars,
  joinWindows,
  yahooWindows,
} from '../../../../../../electron/market/providers/yahoo/yahoo-intraday';
import type { ProviderHistory } from '../../../../../../electron/core/market/market-data-provider-port';
import type { BarColumns } from '../../../../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../../../../src/shared/domain/candle/interval';
import { ManualTime } from '../../../../../helpers/manual-time';
import { marketUnderTest } from '../../../../../helpers/replay/market-under-test';
import { replayIntraday } from '../../../../../helpers/replay/replay-intraday';
import { ReplayServer } from '../../../../../helpers/replay/replay-server';
import { yahooRoute } from '../../../../../helpers/replay/yahoo-replay';
import { barsOf } from '../../../data/bars-of';
import { calendarOf } from '../../../data/calendar-of';

const DAY = 86_400;
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
    expect(times(intradayBars(bars, calendarOf('XNAS')))).toEqual([close - 300, close - 60]);
  });

  it('keeps a row at the close that was traded, and all where no calendar is known', () => {
    expect(times(intradayBars(barsOf([row(close, 4)]), calendarOf('XNAS')))).toEqual([close]);
    expect(times(intradayBars(barsOf([row(close, 0)]), undefined))).toEqual([close]);
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

describe('intraday bars of Yahoo, asked over the real transport', () => {
  let server: ReplayServer;
  let time: ManualTime;
  let history: (interval: Interval, since: number | null) => Promise<ProviderHistory>;

  beforeEach(async () => {
    time = new ManualTime(NOW);
    server = new ReplayServer([yahooRoute(['XNAS:NVDA'], () => NOW)]);
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
      expect([...bars.time]).toEqual(expected.map((bar) => bar.time));
      expect(bars.close[bars.length - 1]).toBe(expected.at(-1)?.close);
      expect(currency).toBe('USD');
      expect(server.requests).toHaveLength(1);
    },
  );

  it('are asked for in weeks where they are minutes, until there are no more', async () => {
    const { bars } = await history('1m', null);
    expect([...bars.time]).toEqual(replayIntraday('XNAS:NVDA', '1m', NOW)?.map((bar) => bar.time));
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
