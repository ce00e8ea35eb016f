import { emptyAnswer } from '../../electron/data/series/series-source';
import { DataClient } from '../../src/api/data-client';
import { packBars, viewPackedBars } from '../../src/shared/domain/candle/bar-columns';
import type { BarColumns } from '../../src/shared/domain/candle/bar-columns';
import type { ExtendedPrice } from '../../src/shared/domain/candle/extended-price';
import type { Interval } from '../../src/shared/domain/candle/interval';
import { priceFacts } from '../../src/shared/domain/candle/price-facts';
import {
  NOTHING_SAID,
  type SeriesFindings,
  wholeFindings,
} from '../../src/shared/domain/candle/series-findings';
import type { PriceBasis } from '../../src/shared/domain/candle/series-wishes';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../src/shared/domain/quote/quote';
import type {
  DataReply,
  DataRequest,
  ListFacts,
  OverviewAnswer,
  SeriesAnswer,
  Sparkline,
} from '../../src/shared/ipc/data-port';
import { fakeEvidence } from './fake-evidence';
import { PageWindow } from './page-window';

/**
 * The other end of the page's data port: a real `DataClient` over a real `MessageChannel`, with
 * answers that the test chooses.
 */
export class FakeDataProcess {
  readonly client: DataClient;
  /** Every question that has arrived, in order. */
  readonly asked: DataRequest[] = [];
  readonly #window = new PageWindow();
  readonly #series = new Map<InstrumentId, SeriesAnswer>();
  readonly #only = new Map<InstrumentId, readonly Interval[]>();
  readonly #sparklines = new Map<InstrumentId, Float32Array>();
  readonly #extended = new Map<InstrumentId, ExtendedPrice>();
  readonly #evidence = fakeEvidence(
    (instrument) => this.#series.get(instrument),
    (reply) => this.tell(reply),
  );
  #port: MessagePort | null = null;
  #basis: PriceBasis = 'as-given';
  #answers = true;
  #waiting: (() => void)[] = [];

  constructor() {
    this.client = new DataClient(this.#window as unknown as Window);
  }

  /** Starts the client and hands it a port, as the preload script does. */
  connect(): this {
    this.client.start();
    this.reconnect();
    return this;
  }

  /** A new port, as after a restart of the data process. */
  reconnect(): void {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<DataRequest>) => this.#receive(event.data);
    this.#port = port1;
    this.#window.handOver(port2);
  }

  /** Dies without a word: what was asked stays without an answer. */
  disconnect(): void {
    this.#port?.close();
    this.#port = null;
  }

  give(
    instrument: InstrumentId,
    bars: BarColumns,
    source: MarketSource = 'csv-folder',
    found: Partial<SeriesFindings> = {},
  ): void {
    const answer = { instrument, interval: 'D', source, importedAt: null } as const;
    const facts = { basis: 'as-given', extended: 'none' } as const;
    const made = { madeOf: 'D', stored: ['D'], sessions: null, ...facts } as const;
    const lastTime = bars.time[bars.length - 1] ?? 0;
    const findings = { ...wholeFindings(bars, NOTHING_SAID), ...found };
    this.#series.set(instrument, {
      ...answer,
      ...made,
      findings,
      lastTime,
      buffer: packBars(bars),
    });
  }

  /** Nothing but that these intervals are stored: every other one is answered empty. */
  giveOnly(instrument: InstrumentId, stored: readonly Interval[]): void {
    this.#only.set(instrument, stored);
  }

  /** What the prices of all series are from now on. */
  giveBasis(basis: PriceBasis): void {
    this.#basis = basis;
  }

  giveSparkline(instrument: InstrumentId, closes: readonly number[]): void {
    this.#sparklines.set(instrument, Float32Array.from(closes));
  }

  /** What the market outside the hours of trading says of an instrument. */
  giveExtended(instrument: InstrumentId, price: ExtendedPrice): void {
    this.#extended.set(instrument, price);
  }

  /** Sends what a long series looks like ahead of the answer to a question. */
  tellOverview(question: DataRequest, overview: OverviewAnswer): void {
    this.tell({ kind: 'series-overview', request: question.request, overview });
  }

  tell(reply: DataReply): void {
    this.#port?.postMessage(reply);
  }

  /** Keeps questions without an answer until `answerAll()`. */
  hold(): void {
    this.#answers = false;
  }

  answerAll(): void {
    this.#answers = true;
    this.#waiting.splice(0).forEach((answer) => answer());
  }

  dispose(): void {
    this.client.dispose();
    this.disconnect();
  }

  #receive(question: DataRequest): void {
    this.asked.push(question);
    const answer = (): void => {
      const answered = this.#answerTo(question);
      if (answered) this.tell(answered);
    };
    if (this.#answers) answer();
    else this.#waiting.push(answer);
  }

  /** Null where it comes later. */
  #answerTo(question: DataRequest): DataReply | null {
    const { request } = question;
    if (question.kind === 'open-series') {
      const { instrument, interval } = question;
      const stored = this.#only.get(instrument);
      const lacks = stored?.every((each) => each !== interval);
      const given = lacks ? undefined : this.#series.get(instrument);
      const series = given
        ? { ...given, interval, basis: this.#basis }
        : emptyAnswer(instrument, interval, stored);
      return { kind: 'series', request, series };
    }
    if (question.kind === 'get-list-facts') {
      const facts = question.instruments.map((instrument): ListFacts => {
        const series = this.#series.get(instrument);
        const bars = series && viewPackedBars(series.buffer);
        const price = bars ? priceFacts(bars, question.sessions) : null;
        const extended = (question.extended && this.#extended.get(instrument)) || null;
        return { instrument, source: series?.source ?? null, price, extended };
      });
      return { kind: 'list-facts', request, facts };
    }
    if (question.kind !== 'get-sparklines') {
      void this.#evidence.answer(question).then((reply) => this.tell(reply));
      return null;
    }
    const sparklines = question.instruments.map((instrument): Sparkline => {
      return { instrument, closes: this.#sparklines.get(instrument) ?? new Float32Array(0) };
    });
    return { kind: 'sparklines', request, sparklines };
  }
}
