import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { NEW_YORK_OPEN, ReplayedSource } from '../../../../../helpers/replay/replayed-source';
import type { ReplayRoute } from '../../../../../helpers/replay/replay-server';
import { yahooRoute } from '../../../../../helpers/replay/yahoo-replay';
import { yahooSearchRoute } from '../../../../../helpers/replay/yahoo-search-replay';

const NVIDIA: InstrumentId = 'XNAS:NVDA';
const ZHIPU: InstrumentId = 'XHKG:02513';
const ALL = [NVIDIA, ZHIPU];

let source: ReplayedSource;
beforeEach(() => (source = new ReplayedSource(NEW_YORK_OPEN)));
afterEach(() => source.dispose());

const latest = (id: InstrumentId) =>
  source.market.latest({ instruments: [id], nowMs: NEW_YORK_OPEN });

interface Chart {
  readonly chart: {
    readonly result: readonly [
      {
        readonly meta: Record<string, unknown>;
        readonly indicators: { readonly quote: readonly [Record<string, number[]>] };
      },
    ];
  };
}

/** What the replayed source says, changed on its way. */
const changed =
  (change: (chart: Chart['chart']['result'][0]) => void): ReplayRoute =>
  (url, headers) => {
    const answer = yahooRoute(ALL, source.time.now)(url, headers);
    if (typeof answer !== 'string') return answer;
    const chart = JSON.parse(answer) as Chart;
    change(chart.chart.result[0]);
    return JSON.stringify(chart);
  };

describe("Yahoo's chart", () => {
  it('gives the price of a session under way, and the close before from the bar before', async () => {
    await source.start('yahoo', yahooRoute(ALL, source.time.now));
    const prices = replayPrices(NVIDIA, NEW_YORK_OPEN);
    expect((await latest(NVIDIA)).quotes[0]).toMatchObject({
      ...{ source: 'yahoo', leastEveryMs: 60_000 },
      quote: {
        ...{ price: prices?.price, previousClose: prices?.previousClose, currency: 'USD' },
        ...{ asOf: NEW_YORK_OPEN - 1000, session: '2026-05-28', delayMinutes: 0 },
      },
    });
  });

  it('says of Hong Kong how late it is', async () => {
    await source.start('yahoo', yahooRoute(ALL, source.time.now));
    expect((await latest(ZHIPU)).quotes[0]?.quote.delayMinutes).toBeGreaterThanOrEqual(15);
    expect(source.requests[0]?.path).toContain('/v8/finance/chart/2513.HK?');
  });

  it('gives all bars, and the newest alone where only they are wanted', async () => {
    await source.start('yahoo', yahooRoute(ALL, source.time.now));
    const ask = (since: number | null) =>
      source.market.history({ instrument: NVIDIA, interval: 'D', since });
    const whole = await ask(null);
    const bars = replayPrices(NVIDIA, NEW_YORK_OPEN)?.bars ?? [];
    expect(whole.ok && [...whole.history.bars.close.slice(0, -1)]).toEqual(
      bars.map(({ close }) => close),
    );
    const tail = await ask(toSessionKey('2026-05-26'));
    expect(tail.ok && [...tail.history.bars.time]).toEqual(
      ['2026-05-26', '2026-05-27', '2026-05-28'].map(toSessionKey),
    );
  });

  it('widens the open bar to a price that is later than its highest and lowest', async () => {
    const later = replayPrices(NVIDIA, NEW_YORK_OPEN)?.price ?? NaN;
    await source.start(
      'yahoo',
      changed(({ meta }) => (meta['regularMarketPrice'] = later + 5)),
    );
    expect((await latest(NVIDIA)).quotes[0]?.quote.openBar).toMatchObject({
      ...{ close: later + 5, high: later + 5, low: later },
    });
  });

  it('takes the answer to another question for none', async () => {
    await source.start(
      'yahoo',
      changed(({ meta }) => (meta['symbol'] = 'AMD')),
    );
    expect((await latest(NVIDIA)).failed.get(NVIDIA)?.reason).toBe('bad-answer');
  });

  it('knows the short spelling of pairs with the dollar', async () => {
    const answer = yahooRoute([NVIDIA], source.time.now);
    await source.start('yahoo', (url, headers) => {
      if (!url.pathname.endsWith('/USDJPY%3DX')) return null;
      const body = answer(new URL(`http://x/v8/finance/chart/NVDA${url.search}`), headers);
      return typeof body === 'string' ? body.replace('"NVDA"', '"JPY=X"') : null;
    });
    expect((await latest('FOREX:USDJPY')).quotes).toHaveLength(1);
  });
});

describe("Yahoo's search", () => {
  it('gives instruments of ours, and leaves out lines of exchanges that we do not have', async () => {
    await source.start('yahoo', yahooSearchRoute(ALL));
    const found = await source.market.search({ text: 'nvidia' });
    expect(found.ok && found.instruments).toMatchObject([
      { id: NVIDIA, kind: 'share', currency: 'USD', aliases: ['NVDA'] },
    ]);
    const none = await source.market.search({ text: 'made up & more' });
    expect(none).toEqual({ ok: true, instruments: [] });
    expect(source.requests.at(-1)?.path).toContain('q=made%20up%20%26%20more&');
  });
});
