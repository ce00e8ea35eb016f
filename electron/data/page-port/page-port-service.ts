import { instrumentsOfEvent } from '../../../src/shared/domain/event-study/evidence-question';
import { instrumentsOfMember } from '../../../src/shared/domain/event-study/family-question';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { DataReply, DataRequest } from '../../../src/shared/ipc/data-port';
import type { BundleService } from '../evidence/bundle-service';
import type { EvidenceStudyService } from '../evidence/evidence-study-service';
import type { SeriesService } from '../series/series-service';
import { parseDataRequest } from './data-request';
import { EvidenceConversation } from './evidence-conversation';
import type { PagePort } from './page-port';

export interface PagePortParts {
  readonly series: Pick<SeriesService, 'overview' | 'open' | 'sparklines' | 'listFacts'>;
  readonly studies: Pick<EvidenceStudyService, 'study' | 'studyFamily' | 'forget'>;
  readonly bundles: Pick<BundleService, 'make'>;
  /** Keeps the process from ending. @returns a function that lets go */
  readonly hold: () => () => void;
  readonly onError: (error: unknown) => void;
}

interface ConnectedPage {
  /** What it has asked for, learned instruments among them, which nothing else here knows. */
  readonly asked: Set<InstrumentId>;
  readonly evidence: EvidenceConversation;
}

/** Answers the pages, each over a port of its own. */
export class PagePortService {
  private readonly ports = new Map<PagePort, ConnectedPage>();

  constructor(private readonly parts: PagePortParts) {}

  connect(port: PagePort): void {
    const release = this.parts.hold();
    const { studies, bundles } = this.parts;
    const evidence = new EvidenceConversation(studies, bundles, (reply) => this.reply(port, reply));
    this.ports.set(port, { asked: new Set(), evidence });
    port.on('message', ({ data }) => void this.answer(port, data));
    port.on('close', () => {
      this.ports.delete(port);
      evidence.end();
      release();
    });
    port.start();
  }

  announceChanged(instruments: readonly InstrumentId[]): void {
    this.parts.studies.forget(instruments);
    for (const port of this.ports.keys()) this.reply(port, { kind: 'series-changed', instruments });
  }

  /** Instruments whose bars the connected pages have asked for, each once. */
  shown(): readonly InstrumentId[] {
    return [...new Set([...this.ports.values()].flatMap(({ asked }) => [...asked]))];
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
      this.reply(port, await this.carryOut(port, parsed.request));
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

  private async carryOut(port: PagePort, question: DataRequest): Promise<DataReply> {
    const { request } = question;
    const { series } = this.parts;
    switch (question.kind) {
      case 'open-series': {
        const { instrument, interval, wishes } = question;
        const answer = await series.open(instrument, interval, wishes);
        return { kind: 'series', request, series: answer };
      }
      case 'get-sparklines': {
        const sparklines = await series.sparklines(question.instruments);
        return { kind: 'sparklines', request, sparklines };
      }
      case 'get-list-facts':
        return { kind: 'list-facts', request, facts: await series.listFacts(question) };
      default:
        return this.evidenceOf(port).answer(question);
    }
  }

  private evidenceOf(port: PagePort): EvidenceConversation {
    const page = this.ports.get(port);
    if (!page) throw new Error('the page has gone');
    return page.evidence;
  }

  /** What studies rest on changes verdicts, not charts, so that the page is told of it too. */
  private remember(port: PagePort, question: DataRequest): void {
    const asked = this.ports.get(port)?.asked;
    for (const instrument of instrumentsOf(question)) asked?.add(instrument);
  }

  private reply(port: PagePort, reply: DataReply): void {
    if (this.ports.has(port)) port.postMessage(reply);
  }
}

function instrumentsOf(question: DataRequest): readonly InstrumentId[] {
  switch (question.kind) {
    case 'open-series':
      return [question.instrument];
    case 'get-sparklines':
    case 'get-list-facts':
      return question.instruments;
    case 'study-event':
      return instrumentsOfEvent(question.question);
    case 'study-family':
      return question.question.members.flatMap(instrumentsOfMember);
    case 'make-bundle':
    case 'cancel-study':
      return [];
  }
}
