import exchanges from '../../../../assets/exchanges/exchanges.json';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { calendarMicOf } from '../../../../src/shared/domain/instrument/calendar-mic';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { readExchangeCalendars } from '../../../../src/shared/domain/calendar/read-exchange-calendars';
import { catalogue } from '../../../helpers/announcement-set';

const calendars = readExchangeCalendars(exchanges);

/** The calendars that ship with the app. */
export const calendarOf = (mic: string): ExchangeCalendar | undefined => calendars.get(mic);

/** Whose calendar an instrument follows, by the catalogue that ships with the app. */
export const calendarMicOfId = (id: InstrumentId): string =>
  calendarMicOf(catalogue.find((line) => line.id === id) ?? { id });

/** Of an instrument's exchange. */
export const calendarOfInstrument = (id: InstrumentId): ExchangeCalendar | undefined =>
  calendarOf(calendarMicOfId(id));
