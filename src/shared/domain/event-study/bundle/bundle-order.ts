import type { LocalizedText } from '../../text/localized-text';
import type { InstrumentId } from '../../instrument/instrument';
import type { Benchmark, EvidenceSettings } from '../evidence-question';
import type { BundleEvent, BundleInput } from './evidence-bundle';

/** What the page knows of an event that is to leave the app; the bars are added where they are. */
export interface OrderedEvent extends Pick<
  BundleEvent,
  'announcements' | 'session' | 'timing' | 'confounders' | 'said'
> {
  readonly instrument: InstrumentId;
  readonly benchmark: Benchmark | null;
}

/** A bundle that is to be made: everything but bars and numbers. */
export interface BundleOrder extends Pick<BundleInput, 'title' | 'announcements'> {
  readonly appVersion: string;
  /** UTC, ISO 8601. */
  readonly made: string;
  readonly settings: EvidenceSettings;
  readonly until: number | null;
  readonly events: readonly OrderedEvent[];
  /** Names of instruments in both languages, by id. */
  readonly names: Readonly<Record<string, LocalizedText>>;
}

/** Both files of a bundle. */
export interface BundleFiles {
  readonly json: string;
  readonly html: string;
}
