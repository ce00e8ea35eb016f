import {
  type MoveQuestion,
  moveSince,
  type MoveSince,
} from '../../../src/shared/domain/event-study/abnormal-move';
import type { Distributions } from '../../../src/shared/domain/event-study/distributions';
import type {
  Benchmark,
  EvidenceAnswer,
  EvidenceQuestion,
} from '../../../src/shared/domain/event-study/evidence-question';
import { studyEvent } from '../../../src/shared/domain/event-study/evidence-study';
import type {
  FamilyAnswer,
  FamilyMember,
  FamilyQuestion,
} from '../../../src/shared/domain/event-study/family-question';
import {
  type DatedColumn,
  pairReturns,
} from '../../../src/shared/domain/event-study/paired-returns';
import { peerBasket } from '../../../src/shared/domain/event-study/peer-basket';
import {
  type FamilySubject,
  studyFamily,
} from '../../../src/shared/domain/event-study/study-family';
import type { PairedReturns } from '../../../src/shared/domain/event-study/study-spec';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { StudySeriesStore } from './study-series-store';

export interface EvidenceStudyParts {
  readonly store: Pick<StudySeriesStore, 'load' | 'forget'>;
  /** Loaded with the first study: nothing else in the process needs them. */
  readonly loadDistributions: () => Promise<Distributions>;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
}

/** Members whose bars are read before others have their turn. */
const MEMBERS_A_STEP = 20;
/** Part of a family's work that reading its bars takes, about. */
const READING_PART = 0.4;

/** Makes event studies of the bars that the data process serves. */
export class EvidenceStudyService {
  private distributions: Promise<Distributions> | null = null;

  constructor(private readonly parts: EvidenceStudyParts) {}

  async study(question: EvidenceQuestion): Promise<EvidenceAnswer> {
    const { until } = question;
    const [security, index, sector, benchmark, distributions] = await Promise.all([
      this.parts.store.load(question.instrument, until),
      this.loadOptional(question.index, until),
      this.loadOptional(question.sector, until),
      this.loadBenchmark(question.benchmark, question.instrument, until),
      this.loadDistributions(),
    ]);
    const data = { security, index, sector, ...benchmark };
    return studyEvent(question, data, distributions);
  }

  /**
   * @param onProgress - told the part done, 0 to 1, never falling
   * @param signal - an `AbortSignal`; looked at between steps
   */
  async studyFamily(
    question: FamilyQuestion,
    onProgress: (part: number) => void,
    signal: { readonly aborted: boolean },
  ): Promise<FamilyAnswer> {
    const subjects: (FamilySubject | null)[] = [];
    const pairs = new Map<string, Promise<FamilySubject | null>>();
    for (const member of question.members) {
      const key = JSON.stringify([member.instrument, member.benchmark]);
      const pair = pairs.get(key) ?? this.subjectOf(member, question);
      pairs.set(key, pair);
      subjects.push(await pair);
      if (subjects.length % MEMBERS_A_STEP !== 0) continue;
      onProgress((READING_PART * subjects.length) / question.members.length);
      await this.parts.pause();
      if (signal.aborted) return { kind: 'cancelled' };
    }
    const tools = { distributions: await this.loadDistributions(), pause: this.parts.pause };
    const onPart = (part: number): void => onProgress(READING_PART + (1 - READING_PART) * part);
    return studyFamily(question, subjects, tools, onPart, signal);
  }

  /** See `moveSince`; null also where there are no bars. */
  async measureMove(question: MoveQuestion): Promise<MoveSince | null> {
    const { instrument, benchmark } = question;
    const [security, market, distributions] = await Promise.all([
      this.parts.store.load(instrument, null),
      this.loadBenchmark(benchmark, instrument, null),
      this.loadDistributions(),
    ]);
    if (!security || (benchmark !== null && !market.benchmark)) return null;
    const returns = pairReturns(security.closes, market.benchmark, 'prices');
    return moveSince(returns, question, distributions);
  }

  /** Bars of these have changed; null: of all. */
  forget(instruments: readonly InstrumentId[] | null): void {
    this.parts.store.forget(instruments);
  }

  private async subjectOf(
    { instrument, benchmark }: FamilyMember,
    { settings, until }: FamilyQuestion,
  ): Promise<FamilySubject | null> {
    const security = await this.parts.store.load(instrument, until);
    if (!security) return null;
    const simulated = security.source === 'simulated';
    const needsMarket = settings.model !== 'mean';
    const market = needsMarket ? await this.loadBenchmark(benchmark, instrument, until) : null;
    if (needsMarket && !market?.benchmark) return { returns: NO_RETURNS, simulated };
    const returns = pairReturns(security.closes, market?.benchmark ?? null, 'prices');
    return { returns, simulated };
  }

  private async loadOptional(instrument: InstrumentId | null, until: number | null) {
    return instrument === null ? null : this.parts.store.load(instrument, until);
  }

  /** A security is no peer of its own. */
  private async loadBenchmark(
    benchmark: Benchmark | null,
    security: InstrumentId,
    until: number | null,
  ): Promise<{
    readonly benchmark: DatedColumn | null;
    readonly benchmarkGaps: readonly InstrumentId[];
  }> {
    if (benchmark === null) return { benchmark: null, benchmarkGaps: [] };
    const wanted =
      benchmark.kind === 'instrument'
        ? [benchmark.instrument]
        : benchmark.instruments.filter((id) => id !== security);
    const loaded = await Promise.all(wanted.map((id) => this.parts.store.load(id, until)));
    const benchmarkGaps = wanted.filter((_, place) => loaded[place] === null);
    const columns = loaded.flatMap((series) => series?.closes ?? []);
    const [only] = columns;
    if (!only) return { benchmark: null, benchmarkGaps };
    return { benchmark: benchmark.kind === 'basket' ? peerBasket(columns) : only, benchmarkGaps };
  }

  private loadDistributions(): Promise<Distributions> {
    this.distributions ??= this.parts.loadDistributions().catch((error: unknown) => {
      this.distributions = null;
      throw error;
    });
    return this.distributions;
  }
}

const NO_RETURNS: PairedReturns = {
  keys: new Float64Array(),
  security: new Float64Array(),
  market: new Float64Array(),
};
