import type { ChartInterval } from '../shared/domain/candle/interval';
import type { BundleFiles, BundleOrder } from '../shared/domain/event-study/bundle/bundle-order';
import { NO_WISHES, type SeriesWishes } from '../shared/domain/candle/series-wishes';
import type {
  EvidenceAnswer,
  EvidenceQuestion,
} from '../shared/domain/event-study/evidence-question';
import type { FamilyAnswer, FamilyQuestion } from '../shared/domain/event-study/family-question';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import {
  DATA_PORT_MESSAGE,
  type DataReply,
  type DataRequest,
  type ListFacts,
  type ListFactsQuestion,
  type OverviewAnswer,
  type SeriesAnswer,
  type Sparkline,
} from '../shared/ipc/data-port';

type Question = DataRequest extends infer Request
  ? Request extends DataRequest
    ? Omit<Request, 'request'>
    : never
  : never;

type OverviewListener = (overview: OverviewAnswer) => void;
/** What comes under the number of a question before its answer. */
type EarlyListener = (reply: DataReply) => void;

/** A study of many events that takes a while. */
export interface RunningStudy {
  readonly answer: Promise<FamilyAnswer>;
  /** The answer is then that it was cancelled. */
  readonly cancel: () => void;
}

interface Pending {
  readonly message: DataRequest;
  readonly onEarly: EarlyListener;
  readonly resolve: (reply: DataReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Talks to the data process over the port that the preload script hands to the page. Questions
 * asked before the port is there wait for it; when a new port comes (the data process was started
 * again) whatever is still open is asked once more.
 */
export class DataClient {
  readonly #host: Window;
  readonly #pending = new Map<number, Pending>();
  readonly #seriesListeners = new Set<(instruments: readonly InstrumentId[]) => void>();
  #port: MessagePort | null = null;
  #lastRequest = 0;

  constructor(host: Window) {
    this.#host = host;
  }

  start(): void {
    this.#host.addEventListener('message', this.#receivePort);
  }

  dispose(): void {
    this.#host.removeEventListener('message', this.#receivePort);
    this.#port?.close();
    this.#port = null;
    for (const { reject } of this.#pending.values()) reject(new Error('the page is closing'));
    this.#pending.clear();
  }

  /** @param onOverview - hears what a long series looks like, before all of it is there */
  async openSeries(
    instrument: InstrumentId,
    interval: ChartInterval,
    onOverview: OverviewListener = () => undefined,
    wishes: SeriesWishes = NO_WISHES,
  ): Promise<SeriesAnswer> {
    const isAsStored = !wishes.adjusted && !wishes.extended;
    const question = { kind: 'open-series', instrument, interval } as const;
    const reply = await this.#ask(isAsStored ? question : { ...question, wishes }, (early) => {
      if (early.kind === 'series-overview') onOverview(early.overview);
    });
    if (reply.kind !== 'series') throw unexpected(reply);
    return reply.series;
  }

  async getSparklines(instruments: readonly InstrumentId[]): Promise<readonly Sparkline[]> {
    const reply = await this.#ask({ kind: 'get-sparklines', instruments });
    if (reply.kind !== 'sparklines') throw unexpected(reply);
    return reply.sparklines;
  }

  /** In the order asked for. */
  async getListFacts(question: ListFactsQuestion): Promise<readonly ListFacts[]> {
    const reply = await this.#ask({ kind: 'get-list-facts', ...question });
    if (reply.kind !== 'list-facts') throw unexpected(reply);
    return reply.facts;
  }

  async studyEvent(question: EvidenceQuestion): Promise<EvidenceAnswer> {
    const reply = await this.#ask({ kind: 'study-event', question });
    if (reply.kind !== 'event-studied') throw unexpected(reply);
    return reply.answer;
  }

  /** @param onProgress - told the part done, 0 to 1 */
  studyFamily(question: FamilyQuestion, onProgress: (part: number) => void): RunningStudy {
    const number = this.#lastRequest + 1;
    const asked = this.#ask({ kind: 'study-family', question }, (early) => {
      if (early.kind === 'study-progress') onProgress(early.part);
    });
    const answer = asked.then((reply) => {
      if (reply.kind !== 'family-studied') throw unexpected(reply);
      return reply.answer;
    });
    // Nobody waits for an answer to this: the study itself answers that it was cancelled.
    const cancel = (): void => {
      this.#port?.postMessage({ kind: 'cancel-study', request: ++this.#lastRequest, of: number });
    };
    return { answer, cancel };
  }

  /** Null where there is nothing to be computed. */
  async makeBundle(order: BundleOrder): Promise<BundleFiles | null> {
    const reply = await this.#ask({ kind: 'make-bundle', order });
    if (reply.kind !== 'bundle-made') throw unexpected(reply);
    return reply.files;
  }

  /** Hears which series changed in the store. Returns the way to stop hearing. */
  onSeriesChanged(listener: (instruments: readonly InstrumentId[]) => void): () => void {
    this.#seriesListeners.add(listener);
    return () => this.#seriesListeners.delete(listener);
  }

  #ask(question: Question, onEarly: EarlyListener = () => undefined): Promise<DataReply> {
    const request = ++this.#lastRequest;
    const message = { ...question, request } as DataRequest;
    return new Promise((resolve, reject) => {
      this.#pending.set(request, { message, onEarly, resolve, reject });
      this.#port?.postMessage(message);
    });
  }

  readonly #receivePort = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.source !== this.#host || event.data !== DATA_PORT_MESSAGE || !port) return;
    this.#port?.close();
    this.#port = port;
    port.onmessage = (message: MessageEvent<DataReply>) => this.#receive(message.data);
    for (const { message } of this.#pending.values()) port.postMessage(message);
  };

  #receive(reply: DataReply): void {
    if (reply.kind === 'series-changed') {
      for (const listener of this.#seriesListeners) listener(reply.instruments);
      return;
    }
    const pending = this.#pending.get(reply.request);
    if (reply.kind === 'series-overview' || reply.kind === 'study-progress') {
      pending?.onEarly(reply);
      return;
    }
    this.#pending.delete(reply.request);
    if (reply.kind === 'failed') pending?.reject(new Error(reply.message));
    else pending?.resolve(reply);
  }
}

function unexpected(reply: DataReply): Error {
  return new Error(`data process: unexpected answer ${reply.kind}`);
}
