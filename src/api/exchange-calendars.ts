import type { ExchangeCalendar } from '../shared/domain/calendar/exchange-calendar';
import { readExchangeCalendars } from '../shared/domain/calendar/read-exchange-calendars';

/** The calendars of the record, by MIC. Loaded apart from the shell: the first paint needs none. */
export async function loadExchangeCalendars(): Promise<ReadonlyMap<string, ExchangeCalendar>> {
  const { default: file } = await import('../../assets/exchanges/exchanges.json');
  return readExchangeCalendars(file);
}
