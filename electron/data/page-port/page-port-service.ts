import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { DataReply, DataRequest } from '../../../src/shared/ipc/data-port';
import type { SeriesService } from '../series/series-service';
import { parseDataRequest } from './data-request';
import type { PagePort } from './page-port';

export interface PagePortParts {
  readonly series: Pick<SeriesService, 'overview' | 'open' | 'sparklines'>;
  /** Keeps the process from ending. @returns a function that lets go */
  readonly hold: () => () => void;
  readonly onError: (error: unknown) => void;
}

/** Answers the pages, each over a port of its own. */
export class PagePortService {
  /** With what each has asked for, learned instruments among them, which nothing else here knows. */
  private readonly ports = new Map<PagePort, Set<InstrumentId>>();

  constructor(private readonly parts: PagePortParts) {}

  connect(port: PagePort): void {
    const release = this.parts.hold();
    this.ports.set(port, new Set());
    port.on('message', ({ data }) => void this.answer(port, data));
    port.on('close', () => {
      this.ports.delete(port);
      release();
    });
    port.start();
  }

  announceChanged(instruments: readonly InstrumentId[]): void {
    for (const port of this.ports.keys()) this.reply(port, { kind: 'series-changed', instruments });
  }

  /** Instruments whose bars the connected pages have asked for, each once. */
  shown(): readonly InstrumentId[] {
    return [...new Set([...this.ports.values()].flatMap((asked) => [...asked]))];
  }

  private async answer(port: PagePort, message: unknown): Promise<void> {
    const parsed = parseDataRequest(message);
    if (!parsed.ok) {
      this.reply(port, { kind: 'failed', request: parsed.request, message: parsed.message });
      return;
    }
    this.remember(port, parsed.request);
    try {
      this.sendOverview(port, parsed.request);
      this.reply(port, await this.carryOut(parsed.request));
    } catch (error) {
      this.parts.onError(error);
      const text = 'the data process could not answer';
      this.reply(port, { kind: 'failed', request: parsed.request.request, message: text });
    }
  }

  private sendOverview(port: PagePort, question: DataRequest): void {
    if (question.kind !== 'open-series') return;
    const { request, instrument, interval, wishes } = question;
    const overview = this.parts.series.overview(instrument, interval, wishes);
    if (overview) this.reply(port, { kind: 'series-overview', request, overview });
  }

  private async carryOut(question: DataRequest): Promise<DataReply> {
    const { request } = question;
    return question.kind === 'open-series'
      ? {
          kind: 'series',
          request,
          series: await this.parts.series.open(
            question.instrument,
            question.interval,
            question.wishes,
          ),
        }
      : {
          kind: 'sparklines',
          request,
          sparklines: await this.parts.series.sparklines(question.instruments),
        };
  }

  private remember(port: PagePort, question: DataRequest): void {
    const instruments =
      question.kind === 'open-series' ? [question.instrument] : question.instruments;
    for (const instrument of instruments) this.ports.get(port)?.add(instrument);
  }

  private reply(port: PagePort, reply: DataReply): void {
    if (this.ports.has(port)) port.postMessage(reply);
  }
}
