import type { MarketDataProvider } from '../../core/market/market-data-provider-port';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { ChartInterval } from '../../../src/shared/domain/candle/interval';
import { NO_WISHES, type SeriesWishes } from '../../../src/shared/domain/candle/series-wishes';
import type {
  ListFacts,
  ListFactsQuestion,
  OverviewAnswer,
  SeriesAnswer,
  Sparkline,
} from '../../../src/shared/ipc/data-port';
import { listFacts } from './list-facts';
import { ProviderSeriesSource } from './provider-series-source';
import type { SeriesSource } from './series-source';

/**
 * Decides which source serves: the stored bars or the simulated market, never both, so that made-up
 * bars cannot stand among real ones. Stored bars until told otherwise.
 */
export class SeriesService {
  private current: SeriesSource;

  constructor(
    private readonly stored: SeriesSource,
    private readonly simulated: MarketDataProvider,
    private readonly calendar: (id: InstrumentId) => ExchangeCalendar | undefined,
  ) {
    this.current = stored;
  }

  get isSimulated(): boolean {
    return this.current !== this.stored;
  }

  serveStored(): void {
    this.current = this.stored;
  }

  /** @param instruments - those that quotes are wanted of */
  serveSimulated(instruments: readonly InstrumentId[]): void {
    this.current = new ProviderSeriesSource(this.simulated, instruments, this.calendar);
  }

  overview(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes: SeriesWishes = NO_WISHES,
  ): OverviewAnswer | null {
    return this.current.overview(instrument, interval, wishes);
  }

  open(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes: SeriesWishes = NO_WISHES,
  ): Promise<SeriesAnswer> {
    return this.current.series(instrument, interval, wishes);
  }

  /** In the order asked for. */
  async sparklines(instruments: readonly InstrumentId[]): Promise<readonly Sparkline[]> {
    const source = this.current;
    const sparklines: Sparkline[] = [];
    for (const instrument of instruments) {
      sparklines.push({ instrument, closes: await source.newestCloses(instrument) });
    }
    return sparklines;
  }

  /** In the order asked for. */
  async listFacts({ instruments, ...wanted }: ListFactsQuestion): Promise<readonly ListFacts[]> {
    const source = this.current;
    const facts: ListFacts[] = [];
    for (const instrument of instruments) {
      const calendar = wanted.extended ? this.calendar(instrument) : undefined;
      facts.push(await listFacts(source, instrument, wanted, calendar));
    }
    return facts;
  }

  quotes(nowMs: number): Promise<readonly Quote[]> {
    return this.current.quotes(nowMs);
  }
}
