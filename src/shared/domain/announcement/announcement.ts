import type { LocalizedText } from '../text/localized-text';

/**
 * One dated claim about one chip programme, as the data set under
 * `assets/announcements/` holds it. Dates are calendar dates without a time zone
 * (`YYYY-MM-DD`), as printed by the source.
 */
export interface Announcement {
  /** Unique in the whole data set, kebab-case, never reused. */
  readonly id: string;
  /** First day of the period that {@link precision} names: the day itself, or the 1st of month, quarter or year. */
  readonly date: string;
  readonly precision: DatePrecision;
  /** Key into the companies of the data set, for example `google`. */
  readonly company: string;
  /** Name of the chip or of the event, as the industry writes it; the same in both languages. */
  readonly chip: string;
  readonly kind: AnnouncementKind;
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
}

/** What the page needs to draw one row of the timeline and the markers; the rest comes with the card. */
export type AnnouncementSummary = Pick<
  Announcement,
  | 'id'
  | 'date'
  | 'precision'
  | 'company'
  | 'chip'
  | 'kind'
  | 'stage'
  | 'claim'
  | 'title'
  | 'instruments'
  | 'verified'
> & { readonly sourceCount: number };

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

export const ANNOUNCEMENT_KINDS = [
  'cpu',
  'accelerator',
  'soc',
  'video',
  'dpu',
  'modem',
  'networking',
  'context',
] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

export const WORKLOADS = ['training', 'inference', 'both', 'general', 'n/a'] as const;
export type Workload = (typeof WORKLOADS)[number];

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
