import { Signal } from '../../../electron/core/events/signal';
import { LiveQuoteService } from '../../../electron/core/quotes/live-quote-service';
import { QuoteService, type QuotesUpdated } from '../../../electron/core/quotes/quote-service';
import exchanges from '../../../assets/exchanges/exchanges.json';
import { readExchangeCalendars } from '../../../src/shared/domain/calendar/read-exchange-calendars';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import { ManualTime } from '../manual-time';
import type { Fault } from './fault-table';
import { marketUnderTest } from './market-under-test';
import { ReplayServer } from './replay-server';
import type { ReplayedCase } from './replayed-sources';

const STEP_MS = 250;
const LONGEST_MS = 20 * 60_000;
const calendars = readExchangeCalendars(exchanges);

/**
 * One charted instrument on the real services, registry and transport, kept fresh from a source whose
 * faults can be switched on and off. Time is moved by hand, and stands still while an answer is on its way.
 */
export class WatchedPrice {
  readonly faults: unknown[] = [];
  /** All that was told of the price, oldest first. */
  readonly told: Quote[] = [];
  private readonly time: ManualTime;
  private readonly server: ReplayServer;
  private readonly fetch = globalThis.fetch;
  private underWay = 0;
  private stop: () => void = () => undefined;

  constructor(private readonly replayed: ReplayedCase) {
    this.time = new ManualTime(replayed.openAt);
    this.server = new ReplayServer([replayed.route(this.time.now)]);
  }

  async start(): Promise<void> {
    const { source, instrument } = this.replayed;
    const { now, after } = this.time;
    const onError = (error: unknown): void => void this.faults.push(error);
    const fetch: typeof globalThis.fetch = (...request) => this.ask(...request);
    const registry = marketUnderTest(await this.server.start(), this.time, [source], fetch);
    const updated = new Signal<QuotesUpdated>(onError);
    updated.subscribe(({ quotes }) => this.told.push(...quotes));
    const service = new LiveQuoteService({
      market: {
        latest: (question) => registry.latest(question),
        // What is polled is looked at here, and not what is streamed.
        watchStreams: () => undefined,
        streamed: () => new Set<InstrumentId>(),
      },
      quotes: new QuoteService(updated),
      ...{ scheduler: { after }, now, random: () => 0.5, onError },
      instrument: () => undefined,
      calendar: (mic) => calendars.get(mic),
    });
    service.start();
    service.watch([instrument], { charted: instrument });
    service.setActive(true);
    this.stop = () => {
      service.dispose();
      registry.dispose();
    };
  }

  set fault(fault: Fault | null) {
    this.server.fault = fault;
  }

  get last(): Quote | undefined {
    return this.told.at(-1);
  }

  /** Moves time on until a quote is told that will do. @throws where none is in twenty minutes */
  async until(holds: (quote: Quote) => boolean): Promise<Quote> {
    const end = this.time.now() + LONGEST_MS;
    for (let seen = this.told.length; ;) {
      const found = this.told.slice(seen).find(holds);
      if (found) return found;
      seen = this.told.length;
      if (this.time.now() >= end)
        throw new Error(`nothing of that kind: ${JSON.stringify(this.last)}`);
      await new Promise((resolve) => setImmediate(resolve));
      const isEndless = this.server.fault?.isEndless === true;
      if (this.underWay === 0 || isEndless) this.time.move(STEP_MS);
    }
  }

  async dispose(): Promise<void> {
    this.stop();
    await this.server.dispose();
  }

  /** A good answer counts as under way until all of it is there. */
  private async ask(...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
    const isEndless = this.server.fault?.isEndless === true;
    if (isEndless) return this.fetch(...request);
    this.underWay++;
    try {
      const response = await this.fetch(...request);
      if (this.server.fault !== null) return response;
      const { status, headers } = response;
      return new Response(await response.arrayBuffer(), { status, headers });
    } finally {
      this.underWay--;
    }
  }
}
