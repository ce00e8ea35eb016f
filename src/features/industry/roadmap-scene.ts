import type { Stage } from '../../shared/domain/announcement/announcement';
import type { CalendarDate } from '../../shared/domain/calendar/calendar-date';
import type { Mark } from './chip-bars';
import { clusterMarks, type MarkCluster } from './mark-clusters';
import type { PlacedRow, RoadmapRow } from './roadmap-rows';
import { type TimeScale, xOf } from './time-scale';
import type { TickUnit } from './time-ticks';

/** Names of the rows. */
export const GUTTER_PX = 232;
export const AXIS_PX = 44;

/** The texts of a roadmap in one language. */
export interface RoadmapWords {
  row(row: RoadmapRow): string;
  claims(count: number): string;
  tick(date: CalendarDate, unit: TickUnit): string;
  /** With its year. */
  month(date: CalendarDate): string;
  stage(stage: Stage): string;
  /** A claim in one line. */
  mark(mark: Mark): string;
  readonly today: string;
}

/** Where the keyboard is: on a row, or on a claim in it. */
export interface ActivePlace {
  readonly rowKey: string;
  /** Of the announcement; null for the row itself. */
  readonly claimId: string | null;
}

/** All that one picture of the roadmap is made of. */
export interface RoadmapScene {
  readonly rows: readonly PlacedRow[];
  readonly folded: ReadonlySet<string>;
  readonly scale: TimeScale;
  /** With the names of the rows and the axis. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How far the rows are moved up under the axis. */
  readonly scrollPx: number;
  readonly nowDay: number;
  readonly words: RoadmapWords;
  readonly clusters: ClusterCache;
  readonly hovered: { readonly rowKey: string; readonly cluster: MarkCluster | null } | null;
  readonly active: ActivePlace | null;
}

/**
 * Which glyphs stand for what, of each row, at one scale: moving the picture changes nothing of it,
 * and only rows that come into view are ever asked for.
 */
export class ClusterCache {
  #dayPx = NaN;
  #clusters = new WeakMap<readonly Mark[], readonly MarkCluster[]>();

  of({ marks }: RoadmapRow, { dayPx }: TimeScale): readonly MarkCluster[] {
    if (dayPx !== this.#dayPx) {
      this.#dayPx = dayPx;
      this.#clusters = new WeakMap();
    }
    const known = this.#clusters.get(marks);
    if (known) return known;
    const made = clusterMarks(marks, dayPx);
    this.#clusters.set(marks, made);
    return made;
  }
}

/** Why a row has nothing to see, and what lies beyond the edge; null where something is in view. */
export function beyondEdge(
  { marks }: RoadmapRow,
  scale: TimeScale,
  plotPx: number,
): { readonly side: 'left' | 'right'; readonly mark: Mark } | null {
  const first = marks[0];
  const last = marks.at(-1);
  if (!first || !last) return null;
  if (xOf(scale, Math.max(...marks.map(({ toDay }) => toDay))) < 0)
    return { side: 'left', mark: last };
  const begins = Math.min(...marks.map(({ fromDay }) => fromDay));
  return xOf(scale, begins) > plotPx ? { side: 'right', mark: first } : null;
}
