import type { WebSocket } from 'ws';
import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ReplaySocket } from './replay-server';
import { dayCandles, findPair, numbersOf, type ReplayMarket } from './venue-replay';

/** Rows that Bitget sends of the past when it is subscribed to. */
const SNAPSHOT_ROWS = 500;
/** As each venue ends a connection after its day. */
const DAY_IS_OVER = 1001;

interface Subscription {
  readonly page: WebSocket;
  readonly id: InstrumentId;
  readonly frame: (bar: Bar, at: number) => object;
}

interface BitgetArg {
  readonly instType: string;
  readonly channel: string;
  readonly instId: string;
}

/**
 * The WebSockets of Binance and Bitget in their own wire shapes, on the paths that they are on. Each of
 * their ways to fail is one switch.
 */
export class VenueSocketReplay implements ReplaySocket {
  /** One entry for each connection that was wished for. */
  readonly paths: string[] = [];
  readonly heard: string[] = [];
  /** How often somebody was told that the line is alive. */
  signsOfLife = 0;
  refusesUpgrade = false;
  /** Takes everything and says nothing, to pings neither. */
  isMute = false;
  /** Codes that Bitget refuses to subscribe to. */
  readonly refused = new Set<string>();
  private readonly pages = new Set<WebSocket>();
  private subscriptions: Subscription[] = [];

  constructor(
    private readonly ids: readonly InstrumentId[],
    private readonly now: () => number,
  ) {}

  admits(path: string): boolean {
    this.paths.push(path);
    return !this.refusesUpgrade;
  }

  serve(page: WebSocket, path: string): void {
    this.pages.add(page);
    page.on('ping', (data) => this.answerPing(() => page.pong(data)));
    page.on('message', (data) => this.hear(page, path, String(data)));
    page.on('close', () => {
      this.pages.delete(page);
      this.subscriptions = this.subscriptions.filter((each) => each.page !== page);
    });
  }

  get subscribed(): readonly InstrumentId[] {
    return this.subscriptions.map(({ id }) => id);
  }

  /** Everything that is subscribed to was traded, `factor` times its price, at the moment. */
  tick(factor = 1): void {
    this.tickAt(this.now(), factor);
  }

  /** @param at - UTC milliseconds by the clock of the venue */
  tickAt(at: number, factor = 1): void {
    if (this.isMute) return;
    for (const { page, id, frame } of this.subscriptions) {
      const bar = dayCandles(id, at).at(-1) as Bar;
      const close = Number((bar.close * factor).toFixed(2));
      const [high, low] = [Math.max(bar.high, close), Math.min(bar.low, close)];
      page.send(JSON.stringify(frame({ ...bar, close, high, low }, at)));
    }
  }

  /** To everybody, as it is. */
  say(text: string | Uint8Array): void {
    for (const page of this.pages) page.send(text);
  }

  cut(how: 'closed' | 'reset' = 'closed'): void {
    for (const page of this.pages) {
      if (how === 'closed') page.close(DAY_IS_OVER);
      else page.terminate();
    }
  }

  private answerPing(answer: () => void): void {
    if (this.isMute) return;
    answer();
    this.signsOfLife++;
  }

  private hear(page: WebSocket, path: string, text: string): void {
    this.heard.push(text);
    if (this.isMute) return;
    if (path === '/v2/ws/public') this.hearBitget(page, text);
    else if (path === '/ws') this.hearBinance(page, 'spot', text);
    else if (path === '/market/ws') this.hearBinance(page, 'perpetual', text);
  }

  private hearBinance(page: WebSocket, market: ReplayMarket, text: string): void {
    const {
      method,
      params,
      id: answerTo,
    } = JSON.parse(text) as {
      readonly method: string;
      readonly params: readonly string[];
      readonly id: unknown;
    };
    // What it does not have it confirms all the same, and never sends.
    page.send(JSON.stringify({ result: null, id: answerTo }));
    for (const param of params) {
      const [, code = ''] = /^([a-z0-9]+)@kline_1d$/.exec(param) ?? [];
      const id = findPair(this.ids, 'BINANCE', market, code.toUpperCase());
      this.subscribe(page, id, method === 'SUBSCRIBE', (bar, at) => binanceFrame(bar, code, at));
    }
  }

  private hearBitget(page: WebSocket, text: string): void {
    if (text === 'ping') return this.answerPing(() => page.send('pong'));
    const { op, args } = JSON.parse(text) as {
      readonly op: string;
      readonly args: readonly BitgetArg[];
    };
    for (const arg of args) {
      const market = arg.instType === 'SPOT' ? 'spot' : 'perpetual';
      const id = findPair(this.ids, 'BITGET', market, arg.instId);
      if (arg.channel !== 'candle1Dutc' || !id || this.refused.has(arg.instId)) {
        page.send(bitgetError(arg));
        continue;
      }
      page.send(JSON.stringify({ event: op, arg }));
      const rows = dayCandles(id, this.now()).slice(-SNAPSHOT_ROWS).map(bitgetRow);
      if (op === 'subscribe')
        page.send(JSON.stringify({ action: 'snapshot', arg, data: rows, ts: this.now() }));
      this.subscribe(page, id, op === 'subscribe', (bar, ts) => {
        return { action: 'update', arg, data: [bitgetRow(bar)], ts };
      });
    }
  }

  private subscribe(
    page: WebSocket,
    id: InstrumentId | undefined,
    isWanted: boolean,
    frame: Subscription['frame'],
  ): void {
    const others = this.subscriptions.filter((each) => each.page !== page || each.id !== id);
    this.subscriptions = id && isWanted ? [...others, { page, id, frame }] : others;
  }
}

/** What Bitget answers to a subscription that it does not take. */
function bitgetError(arg: Partial<BitgetArg>): string {
  const msg = `instType:${arg.instType},channel:${arg.channel},instId:${arg.instId} doesn't exist`;
  return JSON.stringify({ event: 'error', arg, code: 30001, msg, op: 'subscribe' });
}

function bitgetRow(bar: Bar): string[] {
  return [...numbersOf(bar), 0, 0].map(String);
}

function binanceFrame(bar: Bar, code: string, at: number): object {
  const [s, i] = [code.toUpperCase(), '1d'];
  const [t, o, h, l, c, v] = numbersOf(bar);
  const texts = { o: `${o}`, c: `${c}`, h: `${h}`, l: `${l}`, v: `${v}`, q: '0', V: '0', Q: '0' };
  const k = { t, T: (t ?? 0) + 86_399_999, s, i, f: 1, L: 9, ...texts, n: 9, x: false, B: '0' };
  return { e: 'kline', E: at, s, k };
}
