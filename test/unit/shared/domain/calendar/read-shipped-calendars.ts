import { readFileSync } from 'node:fs';
import type { ExchangeCalendar } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import type { ExchangesFile } from '../../../../../src/shared/domain/calendar/exchanges-file';
import { readExchangeCalendars } from '../../../../../src/shared/domain/calendar/read-exchange-calendars';

const FILE = new URL('../../../../../assets/exchanges/exchanges.json', import.meta.url);

/** The calendars that the app ships. */
export function readShippedCalendars(): ReadonlyMap<string, ExchangeCalendar> {
  return readExchangeCalendars(JSON.parse(readFileSync(FILE, 'utf8')) as ExchangesFile);
}

/** One of them. */
export function shippedCalendar(mic: string): ExchangeCalendar {
  const calendar = readShippedCalendars().get(mic);
  if (!calendar) throw new Error(`no calendar of ${mic}`);
  return calendar;
}
