import type { DataClient, RunningStudy } from '../api/data-client';
import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import {
  type Benchmark,
  type EvidenceAnswer,
  type EvidenceQuestion,
  type EvidenceSettings,
  USUAL_EVIDENCE,
} from '../shared/domain/event-study/evidence-question';
import { SEMICONDUCTOR_INDEX } from '../shared/domain/instrument/benchmark';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { EvidenceLookup } from './evidence-lookup';
import { FamilyState } from './family-state.svelte';
import type { TimelineState } from './timeline-state.svelte';

export const EVIDENCE_VIEWS = ['event', 'family'] as const;
export type EvidenceView = (typeof EVIDENCE_VIEWS)[number];

/** What an instrument is compared with, by where it comes from. */
export const BENCHMARK_CHOICES = ['index', 'sector', 'basket'] as const;
export type BenchmarkChoice = (typeof BENCHMARK_CHOICES)[number];

/** The last answer, and what it answers. */
export interface PanelAnswer {
  readonly question: EvidenceQuestion;
  readonly answer: EvidenceAnswer;
  /** UTC milliseconds at which it came. */
  readonly at: number;
}

/** The panel over one announcement: what is chosen in it, and what came of it. */
export class EvidencePanelState {
  readonly #evidence: EvidenceLookup;
  readonly #data: DataClient;
  readonly #timeline: TimelineState;
  readonly #now: () => number;
  readonly family: FamilyState;
  #announcementId = $state.raw<string | null>(null);
  #instrument = $state.raw<InstrumentId | null>(null);
  #shown = $state.raw<PanelAnswer | null>(null);
  #failed = $state.raw(false);
  /** What is asked while an answer is on its way: only the last one counts. */
  #next: EvidenceQuestion | null = null;
  #isAsking = false;
  isOpen = $state(false);
  view = $state<EvidenceView>('event');
  settings = $state.raw<EvidenceSettings>(USUAL_EVIDENCE);
  benchmarkChoice = $state<BenchmarkChoice>('index');
  /** Kept while another benchmark is chosen. */
  peers = $state.raw<readonly InstrumentId[]>([]);

  constructor(
    evidence: EvidenceLookup,
    data: DataClient,
    timeline: TimelineState,
    now: () => number,
  ) {
    this.#now = now;
    this.#evidence = evidence;
    this.#data = data;
    this.#timeline = timeline;
    this.family = new FamilyState(this, evidence, timeline, (question, onProgress): RunningStudy =>
      data.studyFamily(question, onProgress),
    );
  }

  get instrument(): InstrumentId | null {
    return this.#instrument;
  }

  readonly announcement: AnnouncementSummary | null = $derived.by(() =>
    this.#announcementId === null ? null : (this.#timeline.get(this.#announcementId) ?? null),
  );

  /** Null while nothing is chosen, and where the day is not known. */
  readonly question: EvidenceQuestion | null = $derived.by(() => {
    const [announcement, instrument] = [this.announcement, this.#instrument];
    if (!announcement || instrument === null) return null;
    const usual = this.#evidence.questionOf(announcement, instrument, this.settings);
    if (!usual) return null;
    const benchmark = this.benchmarkFor(instrument);
    const settings: EvidenceSettings = benchmark
      ? this.settings
      : { ...this.settings, model: 'mean' };
    return { ...usual, benchmark, settings, sensitivity: true };
  });

  /** What is chosen to compare an instrument with; null where there is nothing. */
  benchmarkFor(instrument: InstrumentId): Benchmark | null {
    const index = this.#evidence.indexOf(instrument);
    const others = this.peers.filter((id) => id !== instrument);
    if (this.benchmarkChoice === 'basket' && others.length > 0) {
      return { kind: 'basket', instruments: others };
    }
    const isSector = this.benchmarkChoice === 'sector' && instrument !== SEMICONDUCTOR_INDEX;
    if (isSector) return { kind: 'instrument', instrument: SEMICONDUCTOR_INDEX };
    return index && { kind: 'instrument', instrument: index };
  }

  /** The last answer: that of an older question while a newer one is on its way. */
  get shown(): PanelAnswer | null {
    return this.#shown;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** True while the answer on the screen is that of an older question. */
  readonly isBehind: boolean = $derived.by(
    () => JSON.stringify(this.#shown?.question) !== JSON.stringify(this.question),
  );

  open(
    announcementId: string | null,
    instrument: InstrumentId,
    view: EvidenceView = 'event',
  ): void {
    if (announcementId !== this.#announcementId || instrument !== this.#instrument) {
      this.#shown = null;
    }
    this.#announcementId = announcementId;
    this.#instrument = instrument;
    this.view = view;
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
    this.family.cancel();
  }

  setInstrument(instrument: InstrumentId): void {
    this.#instrument = instrument;
  }

  change(change: Partial<EvidenceSettings>): void {
    this.settings = { ...this.settings, ...change };
  }

  reset(): void {
    this.settings = USUAL_EVIDENCE;
    this.benchmarkChoice = 'index';
  }

  /**
   * Asks for the answer to a question. While one is on its way only the last question waits, so that a
   * control that is dragged never runs behind.
   */
  async ask(question: EvidenceQuestion): Promise<void> {
    this.#next = question;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      for (let next = this.#take(); next; next = this.#take()) {
        const answer = await this.#data.studyEvent(next);
        this.#shown = { question: next, answer, at: this.#now() };
        this.#failed = false;
      }
    } catch {
      this.#failed = true;
    } finally {
      this.#isAsking = false;
    }
  }

  #take(): EvidenceQuestion | null {
    const next = this.#next;
    this.#next = null;
    return next;
  }
}
