import { ExchangeHours } from '../../../../../electron/core/alerts/exchange-hours';
import { readShippedCalendars } from '../../../shared/domain/calendar/read-shipped-calendars';

/** The hours of exchanges as the app ships them; instruments are known by their codes alone. */
export function shippedHours(): ExchangeHours {
  const hours = new ExchangeHours(() => undefined);
  hours.use(readShippedCalendars());
  return hours;
}
