import type {
  HistoryResult,
  MarketDataProvider,
} from '../../../../../electron/core/market/market-data-provider-port';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import type { PackedBars } from '../bars-of';
import { quoteOf } from '../quotes/quote-of';

/** A simulated market of the bars that it is given; its quotes are at the last closes. */
export class FakeProvider implements MarketDataProvider {
  readonly id = 'simulated';
  readonly capabilities = { latest: true, storable: false };
  readonly asked: (readonly InstrumentId[])[] = [];

  constructor(readonly bars: ReadonlyMap<InstrumentId, PackedBars>) {}

  history(instrument: InstrumentId): Promise<HistoryResult> {
    const bars = this.bars.get(instrument);
    return Promise.resolve(
      bars
        ? { ok: true, history: { bars, skippedRows: 0, skipped: [] } }
        : {
            ok: false,
            error: { reason: 'unknown-instrument', retry: 'never', skippedRows: 0, skipped: [] },
          },
    );
  }

  latest(instruments: readonly InstrumentId[], nowMs: number): Promise<readonly Quote[]> {
    this.asked.push(instruments);
    return Promise.resolve(
      instruments.map((instrument) =>
        quoteOf({
          instrument,
          price: this.bars.get(instrument)?.close.at(-1) ?? 0,
          asOf: nowMs,
        }),
      ),
    );
  }
}
