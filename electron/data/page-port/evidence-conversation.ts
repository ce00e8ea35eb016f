import type { EvidenceReply, EvidenceRequest } from '../../../src/shared/ipc/evidence-port';
import type { BundleService } from '../evidence/bundle-service';
import type { EvidenceStudyService } from '../evidence/evidence-study-service';

/** The studies of one page: a family that is under way can be ended by another message. */
export class EvidenceConversation {
  private readonly running = new Map<number, AbortController>();

  constructor(
    private readonly studies: Pick<EvidenceStudyService, 'study' | 'studyFamily'>,
    private readonly bundles: Pick<BundleService, 'make'>,
    private readonly tell: (reply: EvidenceReply) => void,
  ) {}

  async answer(message: EvidenceRequest): Promise<EvidenceReply> {
    const { request } = message;
    if (message.kind === 'cancel-study') {
      this.running.get(message.of)?.abort();
      return { kind: 'study-cancelled', request };
    }
    if (message.kind === 'study-event') {
      return { kind: 'event-studied', request, answer: await this.studies.study(message.question) };
    }
    if (message.kind === 'make-bundle') {
      return { kind: 'bundle-made', request, files: await this.bundles.make(message.order) };
    }
    const ending = new AbortController();
    this.running.set(request, ending);
    try {
      const onProgress = (part: number): void =>
        this.tell({ kind: 'study-progress', request, part });
      const { question } = message;
      const answer = await this.studies.studyFamily(question, onProgress, ending.signal);
      return { kind: 'family-studied', request, answer };
    } finally {
      this.running.delete(request);
    }
  }

  /** The page has gone. */
  end(): void {
    for (const ending of this.running.values()) ending.abort();
  }
}
