import exchanges from '../../../../assets/exchanges/exchanges.json';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { readExchangeCalendars } from '../../../../src/shared/domain/calendar/read-exchange-calendars';

const calendars = readExchangeCalendars(exchanges);

/** The calendars that ship with the app. */
export const calendarOf = (mic: string): ExchangeCalendar | undefined => calendars.get(mic);

/** Of an instrument's exchange. */
export const calendarOfInstrument = (id: InstrumentId): ExchangeCalendar | undefined =>
  calendarOf(splitInstrumentId(id).mic);
