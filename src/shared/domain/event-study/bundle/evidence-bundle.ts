import type { CalendarDate } from '../../calendar/calendar-date';
import type { LocalizedText } from '../../text/localized-text';
import type { StudyReport } from '../command/study-report';
import type { StudyParameters } from '../study-spec';
import type { DataDoubt, Verdict } from '../verdict';

export const BUNDLE_FORMAT = 'tapeout-evidence';
export const BUNDLE_VERSION = 1;

/**
 * Evidence that can leave the app and be computed again elsewhere: what was put in, and what comes
 * of it. Everything in `statistics` follows from `input` alone.
 */
export interface EvidenceBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: typeof BUNDLE_VERSION;
  readonly appVersion: string;
  /** UTC, ISO 8601. */
  readonly made: string;
  readonly input: BundleInput;
  /** SHA-256, hexadecimal, of the UTF-8 bytes of the canonical JSON of `input.series`. */
  readonly dataHash: string;
  readonly statistics: BundleStatistics;
}

export interface BundleInput {
  readonly title: LocalizedText;
  readonly announcements: readonly BundleAnnouncement[];
  /** What was asked for; a short history can make a single study step back from it. */
  readonly parameters: StudyParameters;
  readonly series: readonly BundleSeries[];
  /** One: a single study. Several: a panel. */
  readonly events: readonly BundleEvent[];
}

export interface BundleAnnouncement {
  readonly id: string;
  /** As the record has it, which can be a month or a year only. */
  readonly date: string;
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  readonly sources: readonly BundleSource[];
}

export interface BundleSource {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
}

/** The closes that a study was computed from. Dates ascend strictly. */
export interface BundleSeries {
  /** For example `XNAS:NVDA`. */
  readonly id: string;
  readonly name: LocalizedText;
  /** Where the prices come from. */
  readonly source: string;
  /** True where closes are adjusted for splits and dividends. */
  readonly adjusted: boolean;
  readonly dates: readonly CalendarDate[];
  readonly closes: readonly number[];
}

export interface BundleEvent {
  /** Of the announcements that the event stands for. */
  readonly announcements: readonly string[];
  /** Id of a series. */
  readonly security: string;
  /** Ids of series: none, one, or the members of a basket. */
  readonly market: readonly string[];
  /** First session that could react. */
  readonly session: CalendarDate;
  /** How that session was found. */
  readonly timing: LocalizedText;
  /** What is known against the data besides what its numbers show. */
  readonly doubts: readonly DataDoubt[];
  readonly confounders: readonly BundleConfounder[];
  /** What the app says once the confounders are counted; null where it says what the numbers say. */
  readonly said: { readonly verdict: Verdict; readonly why: LocalizedText } | null;
}

/** What else happened at the time. */
export interface BundleConfounder {
  readonly date: CalendarDate;
  readonly text: LocalizedText;
  /** What it does to the verdict. */
  readonly effect: LocalizedText;
  readonly source: BundleSource | null;
  /** True for what the user added. */
  readonly own: boolean;
}

/** Numbers have 12 significant digits; what is not defined is null. */
export interface BundleStatistics {
  /** In the order of `input.events`. */
  readonly events: readonly StudyReport[];
  /** Null for a single event. */
  readonly panel: StudyReport | null;
}
