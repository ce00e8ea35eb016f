import type { LocalizedText } from '../text/localized-text';
import type { EntryMarks } from './curation/entry-marks';
import { CHIP_KINDS, type Workload } from './programme';

/**
 * One dated claim about chip programmes, or about the market around them, as the data set under
 * `assets/announcements/` holds it. Dates are calendar dates (`YYYY-MM-DD`) as printed by the
 * source; {@link at} says whose calendar that is where it is known.
 */
export interface Announcement {
  /** Unique in the whole data set, kebab-case, never reused. */
  readonly id: string;
  /** First day of the period that {@link precision} names: the day itself, or the 1st of month, quarter or year. */
  readonly date: string;
  readonly precision: DatePrecision;
  /** Null where no source tells it, and wherever the day is not known. */
  readonly at: AnnouncementMoment | null;
  /** Key into the companies of the data set, for example `google`. */
  readonly company: string;
  /** Keys into the programmes of the data set, the main one first. Empty for context only. */
  readonly programmes: readonly string[];
  /**
   * Keys into the chips of the data set. Empty where the claim is about a programme as a whole, about
   * a chip that nobody has named, or about no chip. Each one's programme is among {@link programmes}.
   */
  readonly chips: readonly string[];
  /** What it is about, where the names of its chips do not say it; null where they do. */
  readonly label: LocalizedText | null;
  readonly kind: AnnouncementKind;
  /** What of the market it tells; null exactly where {@link kind} is a kind of chip. */
  readonly contextKind: ContextKind | null;
  readonly workload: Workload;
  readonly stage: Stage;
  readonly claim: Claim;
  readonly process: string | null;
  readonly foundry: string | null;
  readonly designPartners: readonly string[];
  readonly isa: string | null;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly instruments: readonly InstrumentRole[];
  readonly sources: readonly AnnouncementSource[];
  /** False where nobody on the project has read a text that supports date and claim; the card says so. */
  readonly verified: boolean;
  /** What the entry rests on, where that matters. English only: it is a note to editors and careful readers. */
  readonly note: string | null;
  /** Who reported it first, where that is another than the listed sources. */
  readonly originalReporter: string | null;
  /** The claims that this one takes up. Never a later one; `claim-chain.ts` follows them both ways. */
  readonly refersTo: readonly ClaimReference[];
}

/** What the page needs to draw one row of the timeline and the markers; the rest comes with the card. */
export type AnnouncementSummary = Pick<
  Announcement,
  | 'id'
  | 'date'
  | 'precision'
  | 'at'
  | 'company'
  | 'programmes'
  | 'chips'
  | 'label'
  | 'kind'
  | 'contextKind'
  | 'workload'
  | 'stage'
  | 'claim'
  | 'process'
  | 'foundry'
  | 'isa'
  | 'designPartners'
  | 'title'
  | 'instruments'
  | 'verified'
  | 'refersTo'
> & {
  readonly sourceCount: number;
  /** Each once. */
  readonly sourceTiers: readonly SourceTier[];
  /** Absent where the user has not touched it. */
  readonly curation?: EntryMarks;
};

/** Whose calendar the date is of. */
export interface AnnouncementMoment {
  /** IANA. Where sources say no more than "US time" it is `America/New_York`. */
  readonly zone: string;
  /** `HH:MM` on the clocks of {@link zone}; null where only the zone is known. */
  readonly time: string | null;
}

/** How a claim stands to an earlier one. A report becomes a fact by another claim only, never by an edit. */
export interface ClaimReference {
  /** Of the earlier announcement. */
  readonly id: string;
  readonly relation: Relation;
}

export interface AnnouncementSource {
  readonly publisher: string;
  /** Always `https:`. Opened outside the app, by main, never by the page. */
  readonly url: string;
  readonly date: string | null;
  /** True where the page's own date was not seen. */
  readonly dateEstimated: boolean;
  readonly tier: SourceTier;
  /** `read`: its text was read; `cited`: its address stood in a text that was read; `memory`: well known, not re-read. */
  readonly basis: SourceBasis;
}

/** A listed company that the claim touches. */
export interface InstrumentRole {
  /** `MIC:code`, always present in the instrument catalogue. */
  readonly instrument: string;
  readonly role: Role;
}

export interface Company {
  readonly id: string;
  readonly name: LocalizedText;
}

export const DATE_PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/**
 * How far the chip had come, by what the sources say. `announced` is a chip that its company has
 * unveiled while no source says how far the silicon was; `context` is no chip at all.
 */
export const STAGES = [
  'planned',
  'designing',
  'announced',
  'taped-out',
  'sampling',
  'production',
  'deployed',
  'cancelled',
  'context',
] as const;
export type Stage = (typeof STAGES)[number];

/** `confirmed`: by the company itself or a government; `reported`: by named media; `rumoured`: neither. */
export const CLAIMS = ['rumoured', 'reported', 'confirmed'] as const;
export type Claim = (typeof CLAIMS)[number];

/**
 * `confirms`, `denies`: the company or a government says so; `updates`: how it went on;
 * `corrects`: it was told wrongly; `repeats`: told again beside news of its own.
 */
export const RELATIONS = ['confirms', 'denies', 'updates', 'corrects', 'repeats'] as const;
export type Relation = (typeof RELATIONS)[number];

export const ANNOUNCEMENT_KINDS = [...CHIP_KINDS, 'context'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/**
 * `shortage`: demand above supply, and what chips cost for it; `capacity`: plants and their output;
 * `trade-rule`: what governments allow, tax or forbid; `price-move`: of a share; `listing`: also
 * sales of shares; `user-of-chips`: a company that uses or buys the chips of another;
 * `denial`: a company disputes a report and tells nothing of a chip itself.
 */
export const CONTEXT_KINDS = [
  'shortage',
  'capacity',
  'trade-rule',
  'subsidy',
  'price-move',
  'listing',
  'deal',
  'acquisition',
  'user-of-chips',
  'denial',
  'other',
] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

export const SOURCE_TIERS = ['primary', 'press', 'other'] as const;
export type SourceTier = (typeof SOURCE_TIERS)[number];

export const SOURCE_BASES = ['read', 'cited', 'memory'] as const;
export type SourceBasis = (typeof SOURCE_BASES)[number];

export const ROLES = [
  'owner',
  'partner',
  'foundry',
  'supplier',
  'competitor',
  'customer',
  'related',
] as const;
export type Role = (typeof ROLES)[number];
