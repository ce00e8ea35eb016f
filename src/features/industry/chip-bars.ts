import type { AnnouncementSummary, Claim } from '../../shared/domain/announcement/announcement';
import { strongerClaim } from '../../shared/domain/announcement/chip-record';
import { daySpan } from '../../shared/domain/announcement/placement';
import { type DaySpan, dayOf } from './time-scale';

/** A claim where it lies in time. */
export interface Mark extends DaySpan {
  readonly claim: AnnouncementSummary;
  /** False where only a month, a quarter or a year is known: it is drawn as long as that is. */
  readonly exact: boolean;
  /** The middle: where its glyph stands. */
  readonly atDay: number;
}

/** A part of a bar under the best founded claim so far. */
export interface BarPhase extends DaySpan {
  readonly claim: Claim;
}

/** From the first that was heard of a chip to its use, its end, or the newest claim. */
export interface ChipBar extends DaySpan {
  /** `open`: nothing says yet that it is in use or was given up. */
  readonly end: 'deployed' | 'cancelled' | 'open';
  /** One after the other without a gap; never empty. */
  readonly phases: readonly BarPhase[];
}

export function markOf(claim: AnnouncementSummary): Mark {
  const { from, to } = daySpan(claim);
  const fromDay = dayOf(from);
  const toDay = dayOf(to) + 1;
  return {
    ...{ claim, fromDay, toDay, atDay: (fromDay + toDay) / 2 },
    exact: claim.precision === 'day',
  };
}

/** Marks in order of where they stand. */
export function marksOf(claims: readonly AnnouncementSummary[]): readonly Mark[] {
  return claims.map(markOf).sort((a, b) => a.atDay - b.atDay || a.fromDay - b.fromDay);
}

/** @param marks - those of one chip, never none */
export function barOf(marks: readonly Mark[]): ChipBar {
  const last = endOf(marks);
  const fromDay = Math.min(...marks.map((mark) => mark.fromDay));
  const toDay = last?.toDay ?? Math.max(...marks.map((mark) => mark.toDay));
  const stage = last?.claim.stage;
  return {
    ...{ fromDay, toDay },
    end: stage === 'deployed' || stage === 'cancelled' ? stage : 'open',
    phases: phasesOf(marks, { fromDay, toDay }),
  };
}

/** What was used stays used; what was given up may be taken up again. */
function endOf(marks: readonly Mark[]): Mark | undefined {
  const newest = marks.at(-1);
  return (
    marks.find(({ claim }) => claim.stage === 'deployed') ??
    (newest?.claim.stage === 'cancelled' ? newest : undefined)
  );
}

function phasesOf(marks: readonly Mark[], { fromDay, toDay }: DaySpan): BarPhase[] {
  const phases: BarPhase[] = [];
  let best: Claim = 'rumoured';
  let begun = fromDay;
  for (const mark of [...marks].sort((a, b) => a.fromDay - b.fromDay)) {
    if (mark.fromDay >= toDay) break;
    const stronger = strongerClaim(best, mark.claim.claim);
    if (stronger === best) continue;
    if (mark.fromDay > begun) phases.push({ fromDay: begun, toDay: mark.fromDay, claim: best });
    begun = Math.max(begun, mark.fromDay);
    best = stronger;
  }
  return [...phases, { fromDay: begun, toDay, claim: best }];
}
