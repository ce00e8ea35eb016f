import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import { PaintedPrimitive } from '../../painted-primitive';
import type { AnnouncementLane } from './announcement-lane';
import { drawGlyph, GLYPH_RADIUS_PX } from './glyph-renderer';

export const LANE_HEIGHT_PX = 32;
const STEM_DASH = [3, 3];
const STEM_ALPHA = 0.9;

/** Draws the lane of glyphs, in a pane of its own between plot and time axis. */
export class AnnouncementLanePrimitive extends PaintedPrimitive {
  readonly #lane: AnnouncementLane;
  readonly #theme: () => ChartTheme;

  constructor(lane: AnnouncementLane, theme: () => ChartTheme) {
    super();
    this.#lane = lane;
    this.#theme = theme;
  }

  draw(target: CanvasRenderingTarget2D): void {
    const theme = this.#theme();
    const glyphs = this.#lane.glyphs();
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      context.fillStyle = theme.grid;
      context.fillRect(0, 0, mediaSize.width, 1);
      const y = mediaSize.height / 2;
      for (const glyph of glyphs) {
        if (glyph.selected) drawStem(context, theme, glyph.x, y - GLYPH_RADIUS_PX);
        drawGlyph(context, theme, glyph, glyph.x, y);
      }
    });
  }
}

/** Carries the dashed line of the highlight from the plot down to its glyph. */
function drawStem(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  x: number,
  toY: number,
): void {
  context.strokeStyle = withAlpha(theme.accent, STEM_ALPHA);
  context.lineWidth = 1;
  context.setLineDash(STEM_DASH);
  context.beginPath();
  context.moveTo(x, 0);
  context.lineTo(x, toY);
  context.stroke();
  context.setLineDash([]);
}
