import type { ChartTheme } from '../../chart-types';
import { readableOn, withAlpha } from '../../colour';
import type { GlyphLook, GlyphOutline, GlyphShape } from './glyph-look';

export const GLYPH_RADIUS_PX = 8;
const OUTLINE_PX = 1.5;
const HOVER_HALO_PX = 4;
const HOVER_ALPHA = 0.22;
const FONT_PX = 10;
const SMALL_FONT_PX = 8;
const DASHES: Record<GlyphOutline, readonly number[]> = {
  solid: [],
  // Whole dashes around the circle: its circumference is 50 px.
  dashed: [3.8, 2.48],
  dotted: [1.4, 2.53],
};

export interface GlyphState {
  readonly look: GlyphLook;
  readonly hovered: boolean;
  /** Filled: the selected one. */
  readonly selected: boolean;
}

/** Draws one glyph about a point in CSS pixels. */
export function drawGlyph(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  state: GlyphState,
  x: number,
  y: number,
): void {
  const colour = theme[state.look.colour];
  if (state.hovered)
    fillCircle(context, x, y, GLYPH_RADIUS_PX + HOVER_HALO_PX, withAlpha(colour, HOVER_ALPHA));
  fillCircle(context, x, y, GLYPH_RADIUS_PX, state.selected ? colour : theme.background);
  context.strokeStyle = colour;
  context.lineWidth = OUTLINE_PX;
  context.setLineDash([...DASHES[state.look.outline]]);
  context.beginPath();
  context.arc(x, y, GLYPH_RADIUS_PX - OUTLINE_PX / 2, 0, Math.PI * 2);
  context.stroke();
  context.setLineDash([]);
  const ink = state.selected ? readableOn(colour, theme.background, theme.text) : theme.text;
  drawSymbol(context, theme, state.look, ink, x, y);
}

function drawSymbol(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  { symbol }: GlyphLook,
  ink: string,
  x: number,
  y: number,
): void {
  context.fillStyle = ink;
  context.strokeStyle = ink;
  if (symbol.kind === 'shape') {
    drawShape(context, symbol.shape, x, y);
    return;
  }
  const size = symbol.text.length > 1 ? SMALL_FONT_PX : FONT_PX;
  context.font = `600 ${size}px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(symbol.text);
  context.fillText(symbol.text, x, y + (actualBoundingBoxAscent - actualBoundingBoxDescent) / 2);
}

function drawShape(
  context: CanvasRenderingContext2D,
  shape: GlyphShape,
  x: number,
  y: number,
): void {
  context.lineWidth = OUTLINE_PX;
  context.beginPath();
  switch (shape) {
    case 'dot':
      context.arc(x, y, 1.75, 0, Math.PI * 2);
      context.fill();
      return;
    case 'ring':
      context.arc(x, y, 2.5, 0, Math.PI * 2);
      context.stroke();
      return;
    case 'square':
      context.fillRect(x - 2.75, y - 2.75, 5.5, 5.5);
      return;
    case 'triangle':
      context.moveTo(x, y - 3.5);
      context.lineTo(x + 3.5, y + 2.5);
      context.lineTo(x - 3.5, y + 2.5);
      context.closePath();
      context.fill();
      return;
    case 'cross':
      context.moveTo(x - 2.5, y - 2.5);
      context.lineTo(x + 2.5, y + 2.5);
      context.moveTo(x + 2.5, y - 2.5);
      context.lineTo(x - 2.5, y + 2.5);
      context.stroke();
      return;
  }
}

function fillCircle(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}
