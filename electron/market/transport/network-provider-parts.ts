import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ProviderHttp } from './provider-http';
import type { StreamSockets } from './stream-sockets';

/** What every network provider is built from. */
export interface NetworkProviderParts {
  readonly http: ProviderHttp;
  readonly sockets: StreamSockets;
  /** Of the catalogue, learned ones included. */
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** By MIC or venue. */
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** The user's key; null where there is none. Asked anew for each request, never kept. */
  readonly key: () => string | null;
}
