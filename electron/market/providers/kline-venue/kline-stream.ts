import type { QuoteStream, StreamListener } from '../../../core/market/market-data-provider-port';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { StreamSocket, StreamSockets } from '../../transport/stream-sockets';
import { quoteOfCandles } from './candle-quote';
import { readKline } from './kline-rows';
import type { KlineVenue, VenueMarket } from './kline-venue';

/** Venues send something every minute at the least, be it a ping. */
const SILENT_AFTER_MS = 90_000;

interface Connection {
  readonly socket: StreamSocket;
  codes: readonly string[];
}

/** The day's candles of a venue as they change, one connection for each of its markets. */
export class KlineStream implements QuoteStream {
  private readonly connections = new Map<VenueMarket, Connection>();
  private readonly ids = new Map<string, InstrumentId>();

  constructor(
    private readonly venue: KlineVenue,
    private readonly sockets: StreamSockets,
    private readonly marketOf: (id: InstrumentId) => VenueMarket,
    private readonly listener: StreamListener,
  ) {}

  watch(instruments: readonly InstrumentId[]): void {
    this.ids.clear();
    const wanted: Record<VenueMarket, string[]> = { spot: [], perpetual: [] };
    for (const id of instruments) {
      const { code } = splitInstrumentId(id);
      const market = this.marketOf(id);
      this.ids.set(`${market} ${code}`, id);
      wanted[market].push(code);
    }
    this.watchMarket('spot', wanted.spot);
    this.watchMarket('perpetual', wanted.perpetual);
  }

  dispose(): void {
    this.watch([]);
  }

  private watchMarket(market: VenueMarket, codes: readonly string[]): void {
    const running = this.connections.get(market);
    if (codes.length === 0) {
      running?.socket.dispose();
      this.connections.delete(market);
    } else if (running) this.change(market, running, codes);
    else this.connect(market, codes);
  }

  private connect(market: VenueMarket, codes: readonly string[]): void {
    const { connection, keepAlive, request } = this.venue.socket;
    const socket = this.sockets.open({
      ...connection(market),
      keepAlive,
      silentAfterMs: SILENT_AFTER_MS,
      opened: () => {
        const wanted = this.connections.get(market)?.codes ?? codes;
        socket.send(request('subscribe', wanted, market));
      },
      received: (text) => this.hear(market, text),
      stateChanged: (state) => this.listener.stateChanged(state),
    });
    this.connections.set(market, { socket, codes });
  }

  private change(market: VenueMarket, running: Connection, codes: readonly string[]): void {
    const { request } = this.venue.socket;
    const gone = running.codes.filter((code) => !codes.includes(code));
    const fresh = codes.filter((code) => !running.codes.includes(code));
    if (gone.length > 0) running.socket.send(request('unsubscribe', gone, market));
    if (fresh.length > 0) running.socket.send(request('subscribe', fresh, market));
    running.codes = codes;
  }

  private hear(market: VenueMarket, text: string): void {
    const candle = this.venue.socket.readFrame(text);
    const id = candle ? this.ids.get(`${market} ${candle.code}`) : undefined;
    const today = candle ? readKline(candle.row) : null;
    if (!candle || !id || !today) return;
    this.listener.quoteReceived(quoteOfCandles(id, null, today, candle.at));
  }
}
