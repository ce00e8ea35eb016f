import type { CalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';
import type { MarketSource } from '../quote/quote';
import type { EventMeasure } from './event-measure';
import type { StudyPlan } from './plan-study';
import type { SensitivityCell } from './sensitivity';
import type { SessionContext } from './session-context';
import type { EventWindow, StudyModel } from './study-spec';
import type { Judgement } from './verdict';

/** What a security is compared with: an instrument, or the mean of several. */
export type Benchmark =
  | { readonly kind: 'instrument'; readonly instrument: InstrumentId }
  | { readonly kind: 'basket'; readonly instruments: readonly InstrumentId[] };

/** How a study is made, whatever the event. */
export interface EvidenceSettings {
  readonly model: StudyModel;
  /** Sessions of the estimation window. */
  readonly length: number;
  /** Sessions between estimation window and event window. */
  readonly gap: number;
  readonly window: EventWindow;
}

export const USUAL_EVIDENCE: EvidenceSettings = {
  ...{ model: 'market', length: 250, gap: 30, window: [-5, 5] },
};
/** Bounds of what can be asked for, in sessions. */
export const EVIDENCE_LIMITS = { shortest: 20, longest: 750, gap: 120, window: 60 } as const;
export const MOST_PEERS = 20;

/** What the page asks of one event. */
export interface EvidenceQuestion {
  readonly instrument: InstrumentId;
  /** Null where there is none to compare with. */
  readonly benchmark: Benchmark | null;
  /** The index of the listing's own exchange and that of the industry, for the ledger and the strip. */
  readonly index: InstrumentId | null;
  readonly sector: InstrumentId | null;
  /** The event's session. */
  readonly session: CalendarDate;
  readonly settings: EvidenceSettings;
  /** UTC milliseconds; only bars that were complete then count. Null: all of them. */
  readonly until: number | null;
  /** Whether other windows and benchmarks are judged as well. */
  readonly sensitivity: boolean;
}

/** Why there is no bar at the event's session. */
export type SessionGap = 'no-bars' | 'before-history' | 'after-history' | 'missing-bar';

/** What the bars say of one event. */
export interface EvidenceAnswer {
  /** Null where there are no bars. */
  readonly source: MarketSource | null;
  /** First and last session that has a bar, and their number; null where there are no bars. */
  readonly history: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly bars: number;
  } | null;
  /** Null where the session has a bar. */
  readonly sessionGap: SessionGap | null;
  /** Which of the benchmark's instruments have no bars. */
  readonly benchmarkGaps: readonly InstrumentId[];
  readonly plan: StudyPlan;
  readonly measure: EventMeasure;
  /** Verdict on the event's own session, and its t with the bound that it is compared with. */
  readonly dayJudgement: Judgement;
  readonly dayTest: { readonly t: number; readonly band: number } | null;
  /** Verdict on the whole event window. */
  readonly windowJudgement: Judgement;
  /** The event's session and its neighbours, as far as they have bars. */
  readonly sessions: readonly { readonly offset: number; readonly session: CalendarDate }[];
  readonly context: SessionContext;
  readonly sensitivity: readonly SensitivityCell[];
}

/** Every instrument whose bars have a say in an answer. */
export function instrumentsOfEvent({
  instrument,
  benchmark,
  index,
  sector,
}: EvidenceQuestion): readonly InstrumentId[] {
  return [instrument, ...instrumentsOfBenchmark(benchmark), index, sector].filter(
    (id) => id !== null,
  );
}

export function instrumentsOfBenchmark(benchmark: Benchmark | null): readonly InstrumentId[] {
  if (benchmark === null) return [];
  return benchmark.kind === 'basket' ? benchmark.instruments : [benchmark.instrument];
}
