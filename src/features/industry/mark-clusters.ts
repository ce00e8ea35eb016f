import type { Mark } from './chip-bars';

/** What one glyph stands for: a claim, or several whose glyphs would cover each other. */
export interface MarkCluster {
  /** In order of time, never empty. */
  readonly marks: readonly Mark[];
  /** Where the glyph stands. */
  readonly atDay: number;
  /** Of everything in it that is known no better than to a month; null where all days are known. */
  readonly span: { readonly fromDay: number; readonly toDay: number } | null;
}

/** Two glyphs side by side with a gap between them. */
export const GLYPH_ROOM_PX = 20;

/**
 * Puts together what would overlap. The middles of two glyphs are never nearer than
 * {@link GLYPH_ROOM_PX}, and no glyph stands for more than twice that.
 *
 * @param marks - in order of where they stand
 */
export function clusterMarks(marks: readonly Mark[], dayPx: number): MarkCluster[] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    if (group && (mark.atDay - middleOf(group)) * dayPx < GLYPH_ROOM_PX) group.push(mark);
    else groups.push([mark]);
  }
  return groups.map((group) => ({
    marks: group,
    atDay: middleOf(group),
    span: uncertainSpan(group),
  }));
}

/** The scale at which what a glyph stands for comes apart; null where it is all of one moment. */
export function apartDayPx({ marks }: MarkCluster): number | null {
  const days = (marks.at(-1)?.atDay ?? 0) - (marks[0]?.atDay ?? 0);
  return days > 0 ? (marks.length * GLYPH_ROOM_PX) / days : null;
}

function middleOf(group: readonly Mark[]): number {
  return ((group[0]?.atDay ?? 0) + (group.at(-1)?.atDay ?? 0)) / 2;
}

function uncertainSpan(group: readonly Mark[]): MarkCluster['span'] {
  const uncertain = group.filter(({ exact }) => !exact);
  if (uncertain.length === 0) return null;
  return {
    fromDay: Math.min(...uncertain.map(({ fromDay }) => fromDay)),
    toDay: Math.max(...uncertain.map(({ toDay }) => toDay)),
  };
}
