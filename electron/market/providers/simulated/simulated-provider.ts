import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  HistoryResult,
  MarketDataProvider,
  ProviderCapabilities,
} from '../../../core/market/market-data-provider-port';
import type { CalendarDate } from '../../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { lastFinishedSession } from '../../../../src/shared/domain/calendar/session-clock';
import { packBars, viewPackedBars } from '../../../../src/shared/domain/candle/bar-columns';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../../src/shared/domain/quote/quote';
import { simulateHistory } from '../../../../src/shared/domain/simulation/simulate-history';
import type { SimulatedSeries } from '../../../../src/shared/domain/simulation/simulated-market';
import { simulatedQuote } from './simulated-quote';

export interface SimulatedProviderParts {
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly seed: string;
}

interface Walk {
  readonly through: CalendarDate;
  readonly series: SimulatedSeries;
}

/** A market that is made up: bars of every instrument of the catalogue whose exchange is known. */
export class SimulatedProvider implements MarketDataProvider {
  readonly id = 'simulated';
  readonly capabilities: ProviderCapabilities = { latest: true, storable: false };
  private readonly walks = new Map<InstrumentId, Walk>();

  constructor(private readonly parts: SimulatedProviderParts) {}

  async history(id: InstrumentId): Promise<HistoryResult> {
    const known = this.find(id);
    if (!known) {
      const reason = 'unknown-instrument';
      return { ok: false, error: { reason, retry: 'never', skippedRows: 0, skipped: [] } };
    }
    const { series } = await this.walkUntil(known.instrument, known.calendar, this.parts.now());
    const buffer = packBars(series.bars);
    const bars = { ...viewPackedBars(buffer), buffer };
    return { ok: true, history: { bars, skippedRows: 0, skipped: [] } };
  }

  async latest(ids: readonly InstrumentId[], nowMs: number): Promise<readonly Quote[]> {
    const quotes: Quote[] = [];
    for (const id of ids) {
      const known = this.find(id);
      if (!known) continue;
      const { instrument, calendar } = known;
      const { series } = await this.walkUntil(instrument, calendar, nowMs);
      const quote = simulatedQuote({ instrument, calendar, series, seed: this.parts.seed }, nowMs);
      if (quote) quotes.push(quote);
    }
    return quotes;
  }

  private find(
    id: InstrumentId,
  ): { readonly instrument: Instrument; readonly calendar: ExchangeCalendar } | null {
    const instrument = this.parts.instrument(id);
    const calendar = this.parts.calendar(splitInstrumentId(id).mic);
    return instrument && calendar ? { instrument, calendar } : null;
  }

  /** Lets others have their turn after each walk, so that one chart need not wait for all lists. */
  private async walkUntil(
    instrument: Instrument,
    calendar: ExchangeCalendar,
    nowMs: number,
  ): Promise<Walk> {
    const through = lastFinishedSession(calendar, nowMs);
    const known = this.walks.get(instrument.id);
    if (known?.through === through) return known;
    const series = simulateHistory(instrument, calendar, through, this.parts.seed);
    const walk = { through, series };
    this.walks.set(instrument.id, walk);
    await nextTurn();
    return walk;
  }
}
