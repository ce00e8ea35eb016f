import type { KnownSeries } from '../../../../../electron/core/history/bars-store-port';
import type { MarketData } from '../../../../../electron/core/market/market-data-port';
import type { HistoryRequest } from '../../../../../electron/core/market/market-data-provider-port';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../../../src/shared/domain/quote/quote';
import { failure, utc } from '../quotes/live-samples';

export type HistoryAnswer = Awaited<ReturnType<MarketData['history']>>;

/** What the first source that is not avoided has. */
export const bars = async (
  _request: HistoryRequest,
  avoid: readonly MarketSource[],
): Promise<HistoryAnswer> => ({
  ok: true,
  source: avoid.includes('yahoo') ? 'tencent' : 'yahoo',
  history: { bars: allocateBars(1), splits: [], currency: 'USD', skippedRows: 0, skipped: [] },
});
export const refusal = async (): Promise<HistoryAnswer> => ({ ok: false, error: failure() });

/** All of it was asked for lately. */
export const known = (instrument: InstrumentId, lastTime: number): KnownSeries => ({
  instrument,
  interval: 'D',
  source: 'yahoo',
  lastTime,
  wholeAt: utc('2026-11-24T12:00'),
});
