import catalogue from '../../../assets/instruments/catalogue.json';
import exchanges from '../../../assets/exchanges/exchanges.json';
import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
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

/** Sources are asked again and again, and the past stays the same. */
const computed = new Map<string, readonly Bar[]>();

function finishedBars(
  instrument: Instrument,
  calendar: ExchangeCalendar,
  through: CalendarDate,
): readonly Bar[] {
  const key = `${instrument.id} ${through}`;
  const known = computed.get(key);
  if (known) return known;
  const { bars: columns } = simulateHistory(instrument, calendar, through, REPLAY_SEED);
  const bars = Array.from({ length: columns.length }, (_, index) => barAt(columns, index) as Bar);
  computed.set(key, bars);
  return bars;
}

/** A perpetual that the catalogue does not have, as a venue lists it. */
function contractOf(id: InstrumentId): Instrument | null {
  if (!/^(BINANCE|BITGET):.*\.P$/.test(id)) return null;
  return {
    ...{ id, name: { en: id, zh: id }, kind: 'derivative', currency: 'USDT', issuer: id },
    ...{ aliases: [], priceDecimals: 2, listedOn: null },
  };
}

/** @param now - UTC milliseconds */
export function replayPrices(id: InstrumentId, now: number): ReplayPrices | null {
  const instrument = instruments.find((each) => each.id === id) ?? contractOf(id);
  const calendar = calendars.get(splitInstrumentId(id).mic);
  if (!instrument || !calendar) return null;
  const through = lastFinishedSession(calendar, now);
  const bars = finishedBars(instrument, calendar, through);
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
