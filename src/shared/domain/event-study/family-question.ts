import type { CalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';
import type { UnmeasuredReason } from './event-measure';
import { type Benchmark, type EvidenceSettings, instrumentsOfBenchmark } from './evidence-question';
import type { PanelMeasure } from './panel/panel-measure';
import type { Judgement, VerdictGap } from './verdict';

/** One event of a family: a listing on the session that could react to an announcement. */
export interface FamilyMember {
  /** Several where announcements share the session. */
  readonly announcementIds: readonly string[];
  readonly instrument: InstrumentId;
  readonly benchmark: Benchmark | null;
  readonly session: CalendarDate;
}

/** What the page asks of several events at once. */
export interface FamilyQuestion {
  readonly members: readonly FamilyMember[];
  readonly settings: EvidenceSettings;
  /** As in `EvidenceQuestion`. */
  readonly until: number | null;
}

/** More than the record and a long list make together. */
export const MOST_MEMBERS = 20_000;

/** What became of one member. */
export type MemberMeasure =
  | {
      readonly kind: 'measured';
      /** Of the whole event window; a fraction. */
      readonly car: number;
      readonly scar: number;
      readonly p: number;
      readonly placeboP: number | null;
      /** {@link p} corrected for the number of members that were measured. */
      readonly holmP: number;
      readonly benjaminiHochbergP: number;
    }
  | { readonly kind: 'left-out'; readonly reason: UnmeasuredReason | VerdictGap | 'no-bars' };

export type FamilyAnswer =
  | {
      readonly kind: 'done';
      /** In the order of the question's members. */
      readonly members: readonly MemberMeasure[];
      readonly panel: PanelMeasure;
      readonly judgement: Judgement;
      readonly simulated: boolean;
    }
  | { readonly kind: 'cancelled' };

/** Every instrument whose bars have a say in what is found of a member. */
export function instrumentsOfMember({
  instrument,
  benchmark,
}: FamilyMember): readonly InstrumentId[] {
  return [instrument, ...instrumentsOfBenchmark(benchmark)];
}
