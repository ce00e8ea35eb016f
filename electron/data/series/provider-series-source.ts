import type { MarketDataProvider } from '../../core/market/market-data-provider-port';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { buildsFrom, type ChartInterval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import { NO_WISHES, type SeriesWishes } from '../../../src/shared/domain/candle/series-wishes';
import { type SeriesAnswer, SPARKLINE_BARS } from '../../../src/shared/ipc/data-port';
import { chartSeries } from './chart-series';
import { emptyAnswer, type SeriesSource } from './series-source';

/** Serves the simulated market as it is, storing nothing. */
export class ProviderSeriesSource implements SeriesSource {
  /** @param instruments - those that quotes are wanted of; series are served of all that the provider has */
  constructor(
    private readonly provider: MarketDataProvider,
    private readonly instruments: readonly InstrumentId[],
    private readonly calendar: (id: InstrumentId) => ExchangeCalendar | undefined,
  ) {}

  /** Making an overview would need all of the bars. */
  overview(): null {
    return null;
  }

  async series(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes: SeriesWishes = NO_WISHES,
  ): Promise<SeriesAnswer> {
    const { intervals } = this.provider.capabilities;
    const from = buildsFrom(interval).find((each) => intervals.includes(each));
    if (!from) return emptyAnswer(instrument, interval, intervals);
    const result = await this.provider.history({ instrument, interval: from, since: null });
    if (!result.ok || result.history.bars.length === 0) return emptyAnswer(instrument, interval);
    const { bars } = result.history;
    const made = chartSeries({ from, bars, wishes }, interval, this.calendar(instrument));
    const source = this.provider.id;
    const facts = { importedAt: null, findings: null, stored: intervals };
    return { instrument, interval, source, ...facts, ...made };
  }

  async newestCloses(instrument: InstrumentId): Promise<Float32Array> {
    const result = await this.provider.history({ instrument, interval: 'D', since: null });
    return Float32Array.from(result.ok ? result.history.bars.close.subarray(-SPARKLINE_BARS) : []);
  }

  async quotes(nowMs: number): Promise<readonly Quote[]> {
    const { instruments, provider } = this;
    const answer = await provider.latest({ instruments, nowMs });
    const said = { source: provider.id, state: 'simulated', dispute: null } as const;
    return answer.ok ? answer.quotes.map((quote) => ({ ...quote, ...said })) : [];
  }
}
