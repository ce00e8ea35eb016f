import type { BarSpans } from '../../../src/shared/domain/alert/engine/bar-spans';
import type { FiringPhase } from '../../../src/shared/domain/alert/firing';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** When instruments trade, as rules see it. */
export interface AlertHours {
  readonly spans: BarSpans;
  /** What the exchange did at a moment (UTC milliseconds); the moment of the close counts as regular. */
  phaseAt(instrument: InstrumentId, at: number): FiringPhase;
  /** Undefined where none is known. */
  calendarOf(instrument: InstrumentId): ExchangeCalendar | undefined;
}
