import type { MarketDataProvider } from '../../core/market/market-data-provider-port';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { OverviewAnswer, SeriesAnswer, Sparkline } from '../../../src/shared/ipc/data-port';
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
    this.current = new ProviderSeriesSource(this.simulated, instruments);
  }

  overview(instrument: InstrumentId, interval: Interval): OverviewAnswer | null {
    return this.current.overview(instrument, interval);
  }

  open(instrument: InstrumentId, interval: Interval): Promise<SeriesAnswer> {
    return this.current.series(instrument, interval);
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

  quotes(nowMs: number): Promise<readonly Quote[]> {
    return this.current.quotes(nowMs);
  }
}
