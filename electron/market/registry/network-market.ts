import WebSocket from 'ws';
import type { MarketDataProvider } from '../../core/market/market-data-provider-port';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { BINANCE_PROFILE } from '../providers/binance/binance-profile';
import { BINANCE_VENUE } from '../providers/binance/binance-venue';
import { BITGET_PROFILE } from '../providers/bitget/bitget-profile';
import { BITGET_VENUE } from '../providers/bitget/bitget-venue';
import { KlineVenueProvider } from '../providers/kline-venue/kline-venue-provider';
import { SINA_PROFILE } from '../providers/sina/sina-profile';
import { SinaProvider } from '../providers/sina/sina-provider';
import { TWSE_MIS_PROFILE } from '../providers/twse-mis/twse-mis-profile';
import { TwseMisProvider } from '../providers/twse-mis/twse-mis-provider';
import { TWELVE_DATA_PROFILE } from '../providers/twelve-data/twelve-data-profile';
import { TwelveDataProvider } from '../providers/twelve-data/twelve-data-provider';
import { FINNHUB_PROFILE } from '../providers/finnhub/finnhub-profile';
import { FinnhubProvider } from '../providers/finnhub/finnhub-provider';
import { TIINGO_PROFILE } from '../providers/tiingo/tiingo-profile';
import { TiingoProvider } from '../providers/tiingo/tiingo-provider';
import { TENCENT_PROFILE } from '../providers/tencent/tencent-profile';
import { TencentProvider } from '../providers/tencent/tencent-provider';
import { YAHOO_PROFILE } from '../providers/yahoo/yahoo-profile';
import { YahooProvider } from '../providers/yahoo/yahoo-provider';
import { HostGate } from '../transport/host-gate';
import type { NetworkProviderParts } from '../transport/network-provider-parts';
import { ProviderHttpClient } from '../transport/provider-http-client';
import type { ProviderProfile } from '../transport/provider-profile';
import { ReconnectingSockets } from '../transport/reconnecting-sockets';
import { ProviderEntry } from './provider-entry';
import { ProviderRegistry } from './provider-registry';
import type { ProviderSettings } from './provider-settings';

const LONGEST_HANDSHAKE_MS = 10_000;
const LARGEST_FRAME_BYTES = 4 * 1024 * 1024;

interface KnownProvider {
  readonly profile: ProviderProfile;
  readonly create: (parts: NetworkProviderParts) => MarketDataProvider;
}

/** Every source of the network. A new one is one line here and in the profiles, and a folder beside the others. */
const PROVIDERS: readonly KnownProvider[] = [
  { profile: YAHOO_PROFILE, create: (parts) => new YahooProvider(parts) },
  { profile: TENCENT_PROFILE, create: (parts) => new TencentProvider(parts) },
  { profile: BINANCE_PROFILE, create: (parts) => new KlineVenueProvider(BINANCE_VENUE, parts) },
  { profile: BITGET_PROFILE, create: (parts) => new KlineVenueProvider(BITGET_VENUE, parts) },
  { profile: SINA_PROFILE, create: (parts) => new SinaProvider(parts) },
  { profile: TWSE_MIS_PROFILE, create: (parts) => new TwseMisProvider(parts) },
  { profile: TWELVE_DATA_PROFILE, create: (parts) => new TwelveDataProvider(parts) },
  { profile: FINNHUB_PROFILE, create: (parts) => new FinnhubProvider(parts) },
  { profile: TIINGO_PROFILE, create: (parts) => new TiingoProvider(parts) },
];

export interface NetworkMarketParts {
  readonly fetch: typeof globalThis.fetch;
  readonly userAgent: string;
  readonly settings: ProviderSettings;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** Opens a WebSocket; over the network unless something else is said. */
  readonly connect?: (url: string, userAgent: string) => WebSocket;
}

/** The sources of the network over their common transport. */
export function createNetworkMarket(parts: NetworkMarketParts): ProviderRegistry {
  const gates: Map<string, HostGate>[] = [];
  const entries = PROVIDERS.map(({ profile, create }) => {
    const own = new Map<string, HostGate>();
    gates.push(own);
    return createEntry(profile, create, own, parts);
  });
  const release = (): void => gates.forEach((own) => own.forEach((gate) => gate.dispose()));
  return new ProviderRegistry({ entries, settings: parts.settings, release });
}

function createEntry(
  profile: ProviderProfile,
  create: KnownProvider['create'],
  gates: Map<string, HostGate>,
  parts: NetworkMarketParts,
): ProviderEntry {
  const { fetch, userAgent, settings, instrument, calendar, now, random, after } = parts;
  const { connect = openSocket } = parts;
  const address = (name: string): string =>
    settings.ownAddress(profile.id, name) ?? (profile.addresses[name] as string);
  const gate = (host: string): HostGate => {
    const known = gates.get(host) ?? new HostGate({ budget: profile.budget, now, random, after });
    gates.set(host, known);
    return known;
  };
  const ended: ConstructorParameters<typeof ProviderHttpClient>[0]['ended'] = (error) =>
    entry.note(error);
  const provider = create({
    http: new ProviderHttpClient({ fetch, userAgent, address, gate, now, after, ended }),
    sockets: new ReconnectingSockets({
      address,
      connect: (url) => connect(url, userAgent),
      ...{ now, random, after },
    }),
    key: () => settings.key(profile.id),
    ...{ instrument, calendar, now },
  });
  const currentGates = (): HostGate[] =>
    Object.keys(profile.addresses).flatMap((name) => gates.get(new URL(address(name)).host) ?? []);
  const entry: ProviderEntry = new ProviderEntry(profile, provider, currentGates, now);
  return entry;
}

/** Nothing is packed, so that no small frame unpacks to a large one. */
function openSocket(url: string, userAgent: string): WebSocket {
  return new WebSocket(url, {
    headers: { 'User-Agent': userAgent },
    handshakeTimeout: LONGEST_HANDSHAKE_MS,
    maxPayload: LARGEST_FRAME_BYTES,
    perMessageDeflate: false,
  });
}
