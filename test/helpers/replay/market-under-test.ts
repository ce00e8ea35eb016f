import catalogue from '../../../assets/instruments/catalogue.json';
import exchanges from '../../../assets/exchanges/exchanges.json';
import { createNetworkMarket } from '../../../electron/market/registry/network-market';
import type { ProviderRegistry } from '../../../electron/market/registry/provider-registry';
import { readExchangeCalendars } from '../../../src/shared/domain/calendar/read-exchange-calendars';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import type { ManualTime } from '../manual-time';

const calendars = readExchangeCalendars(exchanges);
const instruments = catalogue.instruments as readonly unknown[] as readonly Instrument[];

/** All sources of the network over the real transport, each at the address of a replay server. */
export function marketUnderTest(
  address: string,
  time: ManualTime,
  only: readonly NetworkSource[] | null = null,
  fetch = globalThis.fetch,
): ProviderRegistry {
  return createNetworkMarket({
    fetch,
    userAgent: 'Tapeout test',
    settings: {
      isEnabled: (id) => only === null || only.includes(id),
      ownAddress: (_id, name) =>
        name.includes('stream') ? address.replace('http', 'ws') : address,
      key: () => 'test-key',
      keyState: () => 'session',
    },
    instrument: (id) => instruments.find((each) => each.id === id),
    calendar: (mic) => calendars.get(mic),
    now: time.now,
    random: () => 0.5,
    after: time.after,
  });
}
