import { calendarSpans } from '../../../src/shared/domain/alert/engine/calendar-spans';
import type { FiringPhase } from '../../../src/shared/domain/alert/firing';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { phaseAt } from '../../../src/shared/domain/calendar/session-phase';
import { calendarMicOf } from '../../../src/shared/domain/instrument/calendar-mic';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertHours } from './alert-hours-port';

const PHASES = {
  pre: 'pre',
  open: 'regular',
  lunch: 'regular',
  'closing-auction': 'regular',
  post: 'post',
  closed: 'closed',
} as const;

/** The hours of exchanges by their calendars, which may come later than the first price. */
export class ExchangeHours implements AlertHours {
  /** Null until they are read. */
  private calendars: ReadonlyMap<string, ExchangeCalendar> | null = null;
  readonly spans = calendarSpans((instrument) => this.calendarOf(instrument));

  constructor(private readonly instrument: (id: InstrumentId) => Instrument | undefined) {}

  /** @param calendars - by MIC or venue */
  use(calendars: ReadonlyMap<string, ExchangeCalendar>): void {
    this.calendars = calendars;
  }

  calendarOf(id: InstrumentId): ExchangeCalendar | undefined {
    return this.calendars?.get(calendarMicOf(this.instrument(id) ?? { id }));
  }

  isRegularAt(id: InstrumentId, at: number): boolean {
    const phase = this.phaseAt(id, at);
    return phase === 'regular' || (phase === 'unknown' && this.calendars !== null);
  }

  phaseAt(id: InstrumentId, at: number): FiringPhase {
    const calendar = this.calendarOf(id);
    if (calendar === undefined) return 'unknown';
    const phase = PHASES[phaseAt(calendar, at).phase];
    // A stamp of the very moment of the close is that of the closing price.
    return phase === 'regular' ? phase : PHASES[phaseAt(calendar, at - 1).phase];
  }
}
