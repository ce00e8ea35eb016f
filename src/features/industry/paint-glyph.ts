import {
  type GlyphColour,
  type GlyphLook,
  type GlyphShape,
  lookOf,
} from '../../chart/primitives/announcement-lane/glyph-look';
import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { Brush, Corner, Ink } from './brush';

export const GLYPH_RADIUS_PX = 7.25;
/** What is not known to the day is never as short as a point. */
const SHORTEST_SPAN_PX = 28;
const SPAN_HEIGHT_PX = 16;
const DASHES = { solid: [], dashed: [3.3, 2.39], dotted: [1.3, 2.49] } as const;

export interface GlyphPlace extends Corner {
  /** The ends of what is not known to the day; null where all days are known. */
  readonly span: { readonly fromX: number; readonly toX: number } | null;
}

export type GlyphEmphasis = 'none' | 'hovered' | 'active';

/** What one glyph stands for. */
export interface GlyphClaims {
  readonly marks: readonly {
    readonly claim: Pick<AnnouncementSummary, 'id' | 'stage' | 'claim' | 'verified'>;
  }[];
}

/** The alphabet of the lane under the chart: one look for one claim, a number for several. */
export function paintGlyph(
  brush: Brush,
  { marks }: GlyphClaims,
  place: GlyphPlace,
  emphasis: GlyphEmphasis,
): void {
  const look = lookOf(marks.map(({ claim }) => claim));
  const ink = inkOf(look.colour);
  if (place.span) paintSpan(brush, place, place.span, ink);
  if (emphasis === 'hovered') brush.circle(place, 12, { fill: ink, alpha: 0.22 });
  if (emphasis === 'active') {
    brush.circle(place, 11, { stroke: { ink: 'accent', widthPx: 2 } });
  }
  const dash = DASHES[look.outline];
  brush.circle(place, GLYPH_RADIUS_PX, {
    fill: 'pane',
    stroke: { ink, widthPx: 1.5, ...(dash.length > 0 && { dash }) },
  });
  paintSymbol(brush, look, place);
  if (marks.some(({ claim }) => !claim.verified)) {
    const corner = { x: place.x + 9, y: place.y - 3 };
    brush.text(corner, '?', { ink: 'amber', sizePx: 10, weight: 700, align: 'middle' });
  }
}

/** The ends of a span on the picture, never nearer than a glyph is wide. */
export function spanEnds(fromX: number, toX: number): { fromX: number; toX: number } {
  const missing = Math.max(0, SHORTEST_SPAN_PX - (toX - fromX)) / 2;
  return { fromX: fromX - missing, toX: toX + missing };
}

function paintSpan(
  brush: Brush,
  { y }: Corner,
  { fromX, toX }: { readonly fromX: number; readonly toX: number },
  ink: Ink,
): void {
  const half = SPAN_HEIGHT_PX / 2;
  const area = { x: fromX, y: y - half, widthPx: toX - fromX, heightPx: SPAN_HEIGHT_PX };
  brush.box(area, { fill: ink, alpha: 0.16 });
  brush.line({ x: fromX, y }, { x: toX, y }, { ink, widthPx: 1 });
  for (const x of [fromX, toX]) {
    brush.line({ x, y: y - half }, { x, y: y + half }, { ink, widthPx: 1.5 });
  }
}

function paintSymbol(brush: Brush, { symbol }: GlyphLook, { x, y }: Corner): void {
  if (symbol.kind === 'shape') {
    paintShape(brush, symbol.shape, { x, y });
    return;
  }
  const sizePx = symbol.text.length > 1 ? 9 : 10;
  const style = { ink: 'text', sizePx, weight: 650, align: 'middle' } as const;
  brush.text({ x, y: y + 3.5 }, symbol.text, style);
}

function paintShape(brush: Brush, shape: GlyphShape, { x, y }: Corner): void {
  const stroke = { ink: 'text', widthPx: 1.5 } as const;
  switch (shape) {
    case 'ring':
      return brush.circle({ x, y }, 2.5, { stroke });
    case 'dot':
      return brush.circle({ x, y }, 1.75, { fill: 'text' });
    case 'square': {
      const area = { x: x - 2.75, y: y - 2.75, widthPx: 5.5, heightPx: 5.5 };
      return brush.box(area, { fill: 'text' });
    }
    case 'triangle': {
      const corners = [
        { x, y: y - 3.5 },
        { x: x + 3.5, y: y + 2.5 },
        { x: x - 3.5, y: y + 2.5 },
      ];
      return brush.path(corners, true, { fill: 'text' });
    }
    case 'cross':
      for (const way of [-1, 1]) {
        brush.line({ x: x - 2.5, y: y - 2.5 * way }, { x: x + 2.5, y: y + 2.5 * way }, stroke);
      }
  }
}

function inkOf(colour: GlyphColour): Ink {
  return colour === 'grey' ? 'faint' : colour;
}
