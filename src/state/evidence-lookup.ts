import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import type { EventSession } from '../shared/domain/announcement/event-session';
import type {
  EvidenceQuestion,
  EvidenceSettings,
} from '../shared/domain/event-study/evidence-question';
import type { InstrumentId } from '../shared/domain/instrument/instrument';

/** What a panel over announcements takes from the evidence that it is a part of. */
export interface EvidenceLookup {
  /** Of the past at which the desk stands, UTC milliseconds; null in real time. */
  readonly moment: number | null;
  isSameIssuer(one: string, other: string): boolean;
  /** The first session of a listing that could react; null where only a month or less is known. */
  sessionOf(announcement: AnnouncementSummary, instrument: InstrumentId): EventSession | null;
  /** The question that a card asks; null where the day is not known. */
  questionOf(
    announcement: AnnouncementSummary,
    instrument: InstrumentId,
    settings: EvidenceSettings,
  ): EvidenceQuestion | null;
  /** The index of the listing's own exchange; an index has none but itself. */
  indexOf(instrument: InstrumentId): InstrumentId | null;
}
