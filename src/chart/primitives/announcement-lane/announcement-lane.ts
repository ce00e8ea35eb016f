import type { ChartMarker, MarkerGroup } from '../../chart-types';
import { type GlyphLook, lookOf } from './glyph-look';
import { GLYPH_RADIUS_PX } from './glyph-renderer';
import { clusterPositions } from './lane-layout';
import type { PlacedMarker } from './marker-track';

/** How sessions lie on the plot at this moment. */
export interface LaneGeometry {
  /** CSS pixels from one session to the next. */
  spacingPx(): number;
  /** Position of the centre of the candle that covers a session. */
  centreOf(session: number): number;
  xOf(position: number): number;
  widthPx(): number;
}

/** One glyph of the lane, with its centre in CSS pixels from the left edge of the plot. */
export interface LaneGlyph {
  readonly x: number;
  readonly group: MarkerGroup;
  readonly look: GlyphLook;
  readonly hovered: boolean;
  readonly selected: boolean;
}

interface Group {
  readonly position: number;
  readonly group: MarkerGroup;
  readonly look: GlyphLook;
}

const GLYPH_GAP_PX = 2;
/** How far from its edge a glyph still takes the pointer. */
const HIT_SLOP_PX = 3;

/** Which glyphs stand where on the lane under the plot. Draws nothing itself. */
export class AnnouncementLane {
  readonly #geometry: LaneGeometry;
  #placed: readonly PlacedMarker[] = [];
  #groups: readonly Group[] | null = null;
  #groupedFor = '';
  #selectedSession: number | null = null;
  #hovered: MarkerGroup | null = null;

  constructor(geometry: LaneGeometry) {
    this.#geometry = geometry;
  }

  get placedCount(): number {
    return this.#placed.length;
  }

  place(placed: readonly PlacedMarker[]): void {
    this.#placed = placed;
    this.#groups = null;
  }

  /** Fills the glyph of one session. */
  select(sessionKey: number | null): void {
    this.#selectedSession = sessionKey;
  }

  /** @returns whether that changes anything */
  hover(group: MarkerGroup | null): boolean {
    if (isSameGroup(group, this.#hovered)) return false;
    this.#hovered = group;
    return true;
  }

  /** The glyphs in view, from left to right. */
  glyphs(): LaneGlyph[] {
    const beyond = this.#geometry.widthPx() + GLYPH_RADIUS_PX;
    return this.#grouped()
      .map(({ position, group, look }) => ({
        x: this.#geometry.xOf(position),
        group,
        look,
        hovered: isSameGroup(group, this.#hovered),
        selected: group.markers.some(({ sessionKey }) => sessionKey === this.#selectedSession),
      }))
      .filter(({ x }) => x > -GLYPH_RADIUS_PX && x < beyond);
  }

  /** The glyph at a point given relative to the lane's vertical centre. */
  glyphAt(x: number, fromCentreY: number): LaneGlyph | null {
    const reach = GLYPH_RADIUS_PX + HIT_SLOP_PX;
    const distance = (glyph: LaneGlyph): number => Math.hypot(glyph.x - x, fromCentreY);
    const [nearest] = this.glyphs()
      .filter((glyph) => distance(glyph) <= reach)
      .sort((a, b) => distance(a) - distance(b));
    return nearest ?? null;
  }

  /** The glyph in view that stands for an announcement, alone or with others. */
  glyphOf(announcementId: string): LaneGlyph | null {
    const holds = ({ announcements }: ChartMarker): boolean =>
      announcements.some(({ id }) => id === announcementId);
    return this.glyphs().find(({ group }) => group.markers.some(holds)) ?? null;
  }

  #grouped(): readonly Group[] {
    const spacing = this.#geometry.spacingPx();
    const positions = this.#placed.map(({ index }) => this.#geometry.centreOf(index));
    const key = `${spacing.toPrecision(6)} ${positions[0] ?? 0}`;
    if (this.#groups === null || key !== this.#groupedFor) {
      const distance = (2 * GLYPH_RADIUS_PX + GLYPH_GAP_PX) / spacing;
      this.#groups = clusterPositions(positions, distance).map(({ from, to, centre }) =>
        this.#groupOf(from, to, centre),
      );
      this.#groupedFor = key;
    }
    return this.#groups;
  }

  #groupOf(from: number, to: number, position: number): Group {
    const markers: ChartMarker[] = this.#placed.slice(from, to).map(({ marker }) => marker);
    const look = lookOf(markers.flatMap(({ announcements }) => announcements));
    return { position, group: { markers }, look };
  }
}

/** Groups are made anew at every zoom; they are the same when they stand for the same sessions. */
export function isSameGroup(one: MarkerGroup | null, other: MarkerGroup | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.markers.length === other.markers.length &&
    one.markers.every((marker, i) => marker === other.markers[i])
  );
}
