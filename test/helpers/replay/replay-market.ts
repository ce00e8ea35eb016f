import catalogue from '../../../assets/instruments/catalogue.json';
import exchanges from '../../../assets/exchanges/exchanges.json';
import { readExchangeCalendars } from '../../../src/shared/domain/calendar/read-exchange-calendars';
import {
  lastFinishedSession,
  sessionStateAt,
} from '../../../src/shared/domain/calendar/session-clock';
import { type Bar, barAt } from '../../../src/shared/domain/candle/bar-columns';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { simulateHistory } from '../../../src/shared/domain/simulation/simulate-history';

export const REPLAY_SEED = 'replay';
const calendars = readExchangeCalendars(exchanges);
const instruments = catalogue.instruments as readonly unknown[] as readonly Instrument[];

/** What a replayed source knows of an instrument: made up by the simulated market, never recorded. */
export interface ReplayPrices {
  readonly instrument: Instrument;
  /** Finished sessions, oldest first. */
  readonly bars: readonly Bar[];
  readonly price: number;
  readonly previousClose: number;
  /** The session that the price belongs to, `YYYY-MM-DD`, and its time zone. */
  readonly session: string;
  readonly timeZone: string;
  /** UTC milliseconds. */
  readonly asOf: number;
}

/** @param now - UTC milliseconds */
export function replayPrices(id: InstrumentId, now: number): ReplayPrices | null {
  const instrument = instruments.find((each) => each.id === id);
  const calendar = calendars.get(splitInstrumentId(id).mic);
  if (!instrument || !calendar) return null;
  const through = lastFinishedSession(calendar, now);
  const { bars: columns } = simulateHistory(instrument, calendar, through, REPLAY_SEED);
  const bars = Array.from({ length: columns.length }, (_, index) => barAt(columns, index) as Bar);
  const last = bars.at(-1) as Bar;
  const { session } = sessionStateAt(calendar, now);
  const isOpen = session !== null;
  return {
    instrument,
    bars,
    // While the session is open the price stands one per cent above the close before.
    price: isOpen ? Number((last.close * 1.01).toFixed(2)) : last.close,
    previousClose: isOpen ? last.close : (bars.at(-2) ?? last).close,
    session: session ?? through,
    timeZone: calendar.timezone,
    asOf: isOpen ? now - 1000 : calendar.clock.toUtc(through, 960),
  };
}
