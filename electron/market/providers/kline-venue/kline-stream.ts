import type { QuoteStream, StreamListener } from '../../../core/market/market-data-provider-port';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { StreamSocket, StreamSockets } from '../../transport/stream-sockets';
import { boundedStamp, quoteOfCandle } from './candle-quote';
import type { DayCloses } from './day-closes';
import { readKline } from './kline-rows';
import type { KlineVenue, VenueFrame } from './kline-venue';
import type { VenueMarket } from './venue-question';
import { venueCode } from './venue-code';

/** Venues answer every half minute at the least. */
const SILENT_AFTER_MS = 90_000;
/** An instrument that nothing is heard of for longer is asked for: it is quiet, or nobody sends it any more. */
const HEARD_WITHIN_MS = 120_000;

interface Connection {
  readonly socket: StreamSocket;
  codes: readonly string[];
}

export interface KlineStreamParts {
  readonly venue: KlineVenue;
  readonly sockets: StreamSockets;
  readonly marketOf: (id: InstrumentId) => VenueMarket;
  readonly closes: DayCloses;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** The day's candles of a venue as they change, one connection for each of its markets. */
export class KlineStream implements QuoteStream {
  private readonly connections = new Map<VenueMarket, Connection>();
  private readonly ids = new Map<string, InstrumentId[]>();
  /** UTC milliseconds, by the key of {@link ids}; of the connections that are open now alone. */
  private readonly heardAt = new Map<string, number>();

  constructor(
    private readonly parts: KlineStreamParts,
    private readonly listener: StreamListener,
  ) {}

  watch(instruments: readonly InstrumentId[]): void {
    this.ids.clear();
    const wanted = { spot: new Set<string>(), perpetual: new Set<string>() };
    for (const id of instruments) {
      const code = venueCode(splitInstrumentId(id).code);
      const market = this.parts.marketOf(id);
      const key = keyOf(market, code);
      this.ids.set(key, [...(this.ids.get(key) ?? []), id]);
      wanted[market].add(code);
    }
    this.watchMarket('spot', [...wanted.spot]);
    this.watchMarket('perpetual', [...wanted.perpetual]);
    for (const key of this.heardAt.keys()) if (!this.ids.has(key)) this.heardAt.delete(key);
  }

  served(): ReadonlySet<InstrumentId> {
    const since = this.parts.now() - HEARD_WITHIN_MS;
    const heard = [...this.heardAt].filter(([, at]) => at >= since);
    return new Set(heard.flatMap(([key]) => this.ids.get(key) ?? []));
  }

  dispose(): void {
    this.watch([]);
  }

  private watchMarket(market: VenueMarket, codes: readonly string[]): void {
    const running = this.connections.get(market);
    if (codes.length === 0) {
      this.connections.delete(market);
      running?.socket.dispose();
    } else if (running) this.change(market, running, codes);
    else this.connect(market, codes);
  }

  private connect(market: VenueMarket, codes: readonly string[]): void {
    const { venue, sockets } = this.parts;
    const { connection, keepAlive, request } = venue.socket;
    const socket = sockets.open({
      ...connection(market),
      keepAlive,
      silentAfterMs: SILENT_AFTER_MS,
      opened: () => {
        const wanted = this.connections.get(market)?.codes ?? codes;
        socket.send(request('subscribe', wanted, market));
      },
      received: (text) => this.hear(market, text),
      stateChanged: () => this.forget(market),
    });
    this.connections.set(market, { socket, codes });
  }

  private change(market: VenueMarket, running: Connection, codes: readonly string[]): void {
    running.socket.followAddress();
    const { request } = this.parts.venue.socket;
    const gone = running.codes.filter((code) => !codes.includes(code));
    const fresh = codes.filter((code) => !running.codes.includes(code));
    running.codes = codes;
    if (gone.length > 0) running.socket.send(request('unsubscribe', gone, market));
    if (fresh.length > 0) running.socket.send(request('subscribe', fresh, market));
  }

  /** What an earlier connection sent says nothing about this one. */
  private forget(market: VenueMarket): void {
    for (const key of this.heardAt.keys()) {
      if (key.startsWith(keyOf(market, ''))) this.heardAt.delete(key);
    }
  }

  private hear(market: VenueMarket, text: string): void {
    const frame = this.parts.venue.socket.readFrame(text);
    if (!frame) return;
    const key = keyOf(market, frame.code);
    if (frame.kind === 'refused') this.heardAt.delete(key);
    else for (const id of this.ids.get(key) ?? []) this.learn(key, id, frame);
  }

  private learn(
    key: string,
    id: InstrumentId,
    frame: Exclude<VenueFrame, { readonly kind: 'refused' }>,
  ): void {
    const { closes, now } = this.parts;
    const rows = frame.kind === 'candle' ? [frame.row] : frame.rows;
    const bars = rows.map(readKline).filter((bar) => bar !== null);
    closes.learn(id, bars);
    const [today] = bars;
    if (frame.kind === 'history' || !today) return;
    this.heardAt.set(key, now());
    const asOf = boundedStamp(frame.at, now());
    this.listener.quoteReceived(quoteOfCandle(id, closes.before(id, today.time), today, asOf));
  }
}

function keyOf(market: VenueMarket, code: string): string {
  return `${market} ${code}`;
}
