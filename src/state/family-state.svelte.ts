import type { RunningStudy } from '../api/data-client';
import { createMatcher } from '../shared/domain/announcement-filter/apply-filter';
import type {
  AnnouncementKind,
  AnnouncementSummary,
} from '../shared/domain/announcement/announcement';
import type { Benchmark, EvidenceSettings } from '../shared/domain/event-study/evidence-question';
import type { FamilyAnswer, FamilyQuestion } from '../shared/domain/event-study/family-question';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { EvidenceLookup } from './evidence-lookup';
import { type FamilyLines, familyMembers, type FamilyMembers } from './family-members';
import type { TimelineState } from './timeline-state.svelte';

/** What makes announcements a family; `shown`: what the timeline lists now. */
export type FamilyChoice =
  | { readonly by: 'shown' }
  | { readonly by: 'programme' | 'company' | 'saved'; readonly value: string }
  | { readonly by: 'kind'; readonly value: AnnouncementKind };

export type DoneFamily = Extract<FamilyAnswer, { readonly kind: 'done' }>;

/** What the family takes from the panel around it. */
export interface FamilySurroundings {
  readonly instrument: InstrumentId | null;
  readonly settings: EvidenceSettings;
  benchmarkFor(instrument: InstrumentId): Benchmark | null;
}

type StartStudy = (question: FamilyQuestion, onProgress: (part: number) => void) => RunningStudy;

/** All announcements of a family as one panel, and how far its study has come. */
export class FamilyState {
  readonly #around: FamilySurroundings;
  readonly #evidence: EvidenceLookup;
  readonly #timeline: TimelineState;
  readonly #start: StartStudy;
  #running: RunningStudy | null = null;
  #part = $state.raw<number | null>(null);
  #done = $state.raw<{ readonly question: FamilyQuestion; readonly answer: DoneFamily } | null>(
    null,
  );
  #status = $state.raw<'idle' | 'cancelled' | 'failed'>('idle');
  choice = $state.raw<FamilyChoice>({ by: 'shown' });
  lines = $state<FamilyLines>('owners');

  constructor(
    around: FamilySurroundings,
    evidence: EvidenceLookup,
    timeline: TimelineState,
    start: StartStudy,
  ) {
    this.#around = around;
    this.#evidence = evidence;
    this.#timeline = timeline;
    this.#start = start;
  }

  readonly announcements: readonly AnnouncementSummary[] = $derived.by(() => this.#chosen());

  readonly members: FamilyMembers = $derived.by(() => {
    const charted = this.#around.instrument;
    if (charted === null) return { members: [], vague: 0, unlisted: 0 };
    return familyMembers({
      ...{ announcements: this.announcements, lines: this.lines, charted },
      isSameIssuer: (one, other) => this.#evidence.isSameIssuer(one, other),
      sessionOf: (announcement, instrument) =>
        this.#evidence.sessionOf(announcement, instrument)?.session ?? null,
      benchmarkFor: (instrument) => this.#around.benchmarkFor(instrument),
    });
  });

  readonly question: FamilyQuestion = $derived.by(() => ({
    members: this.members.members,
    settings: this.#around.settings,
    until: this.#evidence.moment,
  }));

  /** Part done, 0 to 1; null while nothing runs. */
  get part(): number | null {
    return this.#part;
  }

  get status(): 'idle' | 'cancelled' | 'failed' {
    return this.#status;
  }

  /** The last whole answer, with what it answers. */
  get done(): { readonly question: FamilyQuestion; readonly answer: DoneFamily } | null {
    return this.#done;
  }

  /** Studies a family; one that is under way ends. */
  async run(question: FamilyQuestion): Promise<void> {
    this.#running?.cancel();
    this.#status = 'idle';
    if (question.members.length === 0) {
      this.#running = null;
      this.#part = null;
      this.#done = null;
      return;
    }
    this.#part = 0;
    const running: RunningStudy = this.#start(question, (part) => {
      if (this.#running === running) this.#part = part;
    });
    this.#running = running;
    try {
      const answer = await running.answer;
      if (this.#running !== running) return;
      if (answer.kind === 'done') this.#done = { question, answer };
      else this.#status = 'cancelled';
    } catch {
      if (this.#running === running) this.#status = 'failed';
    }
    if (this.#running !== running) return;
    this.#running = null;
    this.#part = null;
  }

  /** Ends what runs; the last whole answer stays. */
  cancel(): void {
    this.#running?.cancel();
  }

  #chosen(): readonly AnnouncementSummary[] {
    const { all, filters, saved } = this.#timeline;
    const { choice } = this;
    switch (choice.by) {
      case 'shown':
        return filters.shown;
      case 'programme':
        return all.filter(({ programmes }) => programmes.includes(choice.value));
      case 'company':
        return all.filter(({ company }) => company === choice.value);
      case 'kind':
        return all.filter(({ kind }) => kind === choice.value);
      case 'saved': {
        const filter = saved.all.find(({ name }) => name === choice.value)?.filter;
        if (!filter) return [];
        const passes = createMatcher(filter);
        return all.filter(({ id }) => {
          const subject = filters.subjects.get(id);
          return subject !== undefined && passes(subject);
        });
      }
    }
  }
}
