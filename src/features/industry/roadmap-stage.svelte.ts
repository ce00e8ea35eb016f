import type { Desk } from '../../state/desk.svelte';
import type { Mark } from './chip-bars';
import { apartDayPx, type MarkCluster } from './mark-clusters';
import { spanEnds } from './paint-glyph';
import { askedRecords } from './record-filter';
import {
  heightOf,
  type Lane,
  lanesOf,
  type PlacedRow,
  placeRows,
  recordSpan,
  type RoadmapRow,
  rowsBetween,
} from './roadmap-rows';
import {
  type ActivePlace,
  AXIS_PX,
  beyondEdge,
  ClusterCache,
  GUTTER_PX,
  type RoadmapScene,
} from './roadmap-scene';
import { roadmapWords } from './roadmap-words';
import { type DaySpan, fitSpan, panBy, reveal, type TimeScale, xOf, zoomAbout } from './time-scale';

const MS_PER_DAY = 86_400_000;
const RECENT_DAYS = 6 * 365.25;
const REACH_PX = 11;
const REVEAL_MARGIN_PX = 80;

/** What lies under a point of the picture. */
export interface RoadmapHit {
  readonly row: RoadmapRow;
  /** Null beside the glyphs, and over the names. */
  readonly cluster: MarkCluster | null;
}

/** What the roadmap shows at this moment, and every way to move it. */
export class RoadmapStage {
  readonly #desk: Desk;
  readonly #clusters = new ClusterCache();
  widthPx = $state(0);
  heightPx = $state(0);
  scrollPx = $state(0);
  hovered = $state.raw<RoadmapScene['hovered']>(null);
  #active = $state.raw<ActivePlace | null>(null);
  /** Scrolls the element that holds the rows. */
  scrollTo: (topPx: number) => void = () => undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly lanes: readonly Lane[] = $derived.by(() => {
    const { industry, timeline, settings } = this.#desk;
    return lanesOf(askedRecords(industry.records, industry, timeline, settings.locale));
  });

  readonly rows: readonly PlacedRow[] = $derived.by(() =>
    placeRows(this.lanes, this.#desk.industry.folded),
  );

  readonly contentPx: number = $derived(heightOf(this.rows));

  readonly nowDay: number = $derived.by(() => this.#desk.now() / MS_PER_DAY);

  /** All that is recorded, whatever is filtered, and this day. */
  readonly record: DaySpan = $derived.by(() => {
    const span = recordSpan(lanesOf(this.#desk.industry.records));
    const today = { fromDay: Math.floor(this.nowDay), toDay: Math.floor(this.nowDay) + 1 };
    return {
      fromDay: Math.min(span?.fromDay ?? Infinity, today.fromDay),
      toDay: Math.max(span?.toDay ?? -Infinity, today.toDay),
    };
  });

  readonly plotPx: number = $derived(Math.max(1, this.widthPx - GUTTER_PX));

  readonly scale: TimeScale = $derived.by(() => this.#desk.industry.scale ?? this.#recent());

  readonly words = $derived.by(() => roadmapWords(this.#desk));

  /** Where the keyboard is; the first row where it was nowhere, or where its row is gone. */
  readonly active: ActivePlace | null = $derived.by(() => {
    const rowKey = this.#active?.rowKey;
    if (this.rows.some(({ row }) => row.key === rowKey)) return this.#active;
    const first = this.rows[0]?.row;
    return first ? { rowKey: first.key, claimId: null } : null;
  });

  readonly activeRow: PlacedRow | undefined = $derived(
    this.rows.find(({ row }) => row.key === this.active?.rowKey),
  );

  readonly activeMark: Mark | undefined = $derived(
    this.activeRow?.row.marks.find(({ claim }) => claim.id === this.active?.claimId),
  );

  /** @param focused - whether the keyboard's place is to be seen */
  scene(focused: boolean): RoadmapScene {
    return {
      rows: this.rows,
      folded: this.#desk.industry.folded,
      scale: this.scale,
      ...{ widthPx: this.widthPx, heightPx: this.heightPx, scrollPx: this.scrollPx },
      ...{ nowDay: this.nowDay, words: this.words, clusters: this.#clusters },
      hovered: this.hovered,
      active: focused ? this.active : null,
    };
  }

  /** @param x - from the left edge of the picture; the middle of the plot where it is left out */
  zoom(factor: number, x = GUTTER_PX + this.plotPx / 2): void {
    const room = { widthPx: this.plotPx, record: this.record };
    this.#show(zoomAbout(this.scale, factor, Math.max(0, x - GUTTER_PX), room));
  }

  pan(px: number): void {
    this.#show(panBy(this.scale, px, this.plotPx, this.record));
  }

  showAll(): void {
    this.#show(fitSpan(this.record, this.plotPx));
  }

  showRecent(): void {
    this.#show(this.#recent());
  }

  /** Brings a claim into view, and with it its row where `rowKey` is given. */
  go(place: ActivePlace): void {
    this.#active = place;
    const mark = this.activeMark;
    if (mark) this.#show(reveal(this.scale, mark, this.plotPx, REVEAL_MARGIN_PX));
    const placed = this.activeRow;
    if (!placed) return;
    const { topPx, heightPx } = placed;
    const roomPx = this.heightPx - AXIS_PX;
    const lowest = topPx + heightPx * 2 - roomPx;
    if (topPx < this.scrollPx) this.scrollTo(topPx);
    else if (lowest > this.scrollPx) this.scrollTo(lowest);
  }

  /** Puts the claims of a glyph apart. @returns false where they are all of one moment */
  takeApart(cluster: MarkCluster): boolean {
    const dayPx = apartDayPx(cluster);
    if (dayPx === null) return false;
    const x = GUTTER_PX + xOf(this.scale, cluster.atDay);
    this.zoom(dayPx / this.scale.dayPx, x);
    return true;
  }

  /** Goes to what a row has beyond the edge. @returns false where it has something in view */
  bringIn(row: RoadmapRow): boolean {
    const beyond = beyondEdge(row, this.scale, this.plotPx);
    if (beyond) this.#show(reveal(this.scale, beyond.mark, this.plotPx, REVEAL_MARGIN_PX));
    return beyond !== null;
  }

  /** @param x - and `y`: from the top left of the picture */
  hitAt(x: number, y: number): RoadmapHit | null {
    const top = y - AXIS_PX + this.scrollPx;
    if (y < AXIS_PX) return null;
    const { from, to } = rowsBetween(this.rows, top, top + 0.01);
    const row = this.rows.slice(from, to)[0]?.row;
    if (!row) return null;
    return { row, cluster: x < GUTTER_PX ? null : this.#clusterAt(row, x - GUTTER_PX) };
  }

  #clusterAt(row: RoadmapRow, x: number): MarkCluster | null {
    const clusters = this.#clusters.of(row, this.scale);
    const onGlyph = clusters.find(({ atDay }) => Math.abs(xOf(this.scale, atDay) - x) <= REACH_PX);
    return onGlyph ?? clusters.find(({ span }) => span !== null && this.#isIn(span, x)) ?? null;
  }

  #isIn({ fromDay, toDay }: DaySpan, x: number): boolean {
    const ends = spanEnds(xOf(this.scale, fromDay), xOf(this.scale, toDay));
    return x >= ends.fromX && x <= ends.toX;
  }

  #show(scale: TimeScale): void {
    this.#desk.industry.scale = scale;
  }

  #recent(): TimeScale {
    const toDay = this.record.toDay;
    const fromDay = Math.max(this.record.fromDay, toDay - RECENT_DAYS);
    return fitSpan({ fromDay, toDay }, this.plotPx);
  }
}
