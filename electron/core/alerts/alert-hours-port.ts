import type { BarSpans } from '../../../src/shared/domain/alert/engine/bar-spans';
import type { FiringPhase } from '../../../src/shared/domain/alert/firing';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** When instruments trade, as rules see it. */
export interface AlertHours {
  readonly spans: BarSpans;
  /** What the exchange did at a moment (UTC milliseconds); the moment of the close counts as regular. */
  phaseAt(instrument: InstrumentId, at: number): FiringPhase;
  /**
   * Whether a price of this moment (UTC milliseconds) is one of regular trading; so is every price where
   * the exchange is not known, and none before the calendars are read.
   */
  isRegularAt(instrument: InstrumentId, at: number): boolean;
  /** Undefined where none is known. */
  calendarOf(instrument: InstrumentId): ExchangeCalendar | undefined;
}
