import exchanges from '../../../../assets/exchanges/exchanges.json';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { readExchangeCalendars } from '../../../../src/shared/domain/calendar/read-exchange-calendars';

const calendars = readExchangeCalendars(exchanges);

/** The calendars that ship with the app. */
export const calendarOf = (mic: string): ExchangeCalendar | undefined => calendars.get(mic);
