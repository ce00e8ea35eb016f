import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import type { CalendarDate } from '../shared/domain/calendar/calendar-date';
import type { Benchmark } from '../shared/domain/event-study/evidence-question';
import type { FamilyMember } from '../shared/domain/event-study/family-question';
import type { InstrumentId } from '../shared/domain/instrument/instrument';

/**
 * Whose shares a family is about: the instrument on the chart, the companies that the announcements
 * are of, or every listed company that they name.
 */
export const FAMILY_LINES = ['owners', 'named', 'charted'] as const;
export type FamilyLines = (typeof FAMILY_LINES)[number];

export interface FamilyMembersInput {
  readonly announcements: readonly AnnouncementSummary[];
  readonly lines: FamilyLines;
  readonly charted: InstrumentId;
  readonly isSameIssuer: (one: string, other: string) => boolean;
  /** Null where the day is not known. */
  readonly sessionOf: (
    announcement: AnnouncementSummary,
    instrument: InstrumentId,
  ) => CalendarDate | null;
  readonly benchmarkFor: (instrument: InstrumentId) => Benchmark | null;
}

export interface FamilyMembers {
  /** By session, then by instrument. */
  readonly members: readonly FamilyMember[];
  /** Announcements of which only a month or less is known. */
  readonly vague: number;
  /** Announcements that name no listing of the wanted kind. */
  readonly unlisted: number;
}

/**
 * The events of a family. Announcements that one session of a listing could react to first are one
 * event, and of the lines of one company only one counts: that on the chart, else the first named.
 */
export function familyMembers(input: FamilyMembersInput): FamilyMembers {
  const events = new Map<string, FamilyMember>();
  let [vague, unlisted] = [0, 0];
  for (const announcement of input.announcements) {
    const lines = linesOf(announcement, input);
    if (announcement.precision !== 'day') vague += 1;
    else if (lines.length === 0) unlisted += 1;
    for (const instrument of lines) {
      const session = input.sessionOf(announcement, instrument);
      if (session === null) continue;
      const key = `${session} ${instrument}`;
      const announcementIds = [...(events.get(key)?.announcementIds ?? []), announcement.id];
      const benchmark = input.benchmarkFor(instrument);
      events.set(key, { announcementIds, instrument, benchmark, session });
    }
  }
  const keys = [...events.keys()].sort();
  return { members: keys.flatMap((key) => events.get(key) ?? []), vague, unlisted };
}

function linesOf(
  { instruments }: AnnouncementSummary,
  { lines, charted, isSameIssuer }: FamilyMembersInput,
): readonly InstrumentId[] {
  if (lines === 'charted') return [charted];
  const wanted = instruments.filter(({ role }) => lines === 'named' || role === 'owner');
  const chosen: InstrumentId[] = [];
  for (const { instrument } of wanted) {
    const line = isSameIssuer(instrument, charted) ? charted : (instrument as InstrumentId);
    if (!chosen.some((other) => isSameIssuer(other, line))) chosen.push(line);
  }
  return chosen;
}
