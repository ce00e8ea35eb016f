import { withAlpha } from '../colour';
import { toneOf } from './price-tone';
import { gridPrices, xBefore, yOfPrice } from './session-layout';
import { LABEL_GAP_PX, type Painting } from './session-painting';
import { sessionTicks } from './session-ticks';

const GRID_ALPHA = 0.6;
const WATERMARK_ALPHA = 0.2;

export function paintWatermark({ context, layout: { plot }, theme, picture }: Painting): void {
  const { watermark } = picture;
  if (watermark === null) return;
  context.save();
  context.font = `700 100px ${theme.fontFamily}`;
  const fitting = (100 * plot.width * 0.78) / context.measureText(watermark).width;
  const sizePx = Math.floor(Math.min(fitting, plot.height * 0.36));
  context.font = `700 ${sizePx}px ${theme.fontFamily}`;
  context.fillStyle = withAlpha(theme.amber, WATERMARK_ALPHA);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(watermark, plot.left + plot.width / 2, plot.top + plot.height / 2);
  context.restore();
}

export function paintGrid({ context, layout, range, theme, formats, picture }: Painting): void {
  const { plot, volume } = layout;
  const { base } = picture.line;
  const prices = gridPrices(layout, range);
  context.textBaseline = 'middle';
  for (const [index, price] of prices.entries()) {
    const y = Math.round(yOfPrice(layout, range, price)) + 0.5;
    const isBase = index === (prices.length - 1) / 2;
    context.strokeStyle = isBase ? theme.mutedText : withAlpha(theme.grid, GRID_ALPHA);
    context.setLineDash(isBase ? [5, 4] : []);
    strokeLine(context, plot.left, y, plot.left + plot.width, y);
    context.fillStyle = isBase ? theme.text : toneOf(price, base, theme);
    context.textAlign = 'right';
    context.fillText(formats.price(price), plot.left - LABEL_GAP_PX, y);
    context.textAlign = 'left';
    const percent = formats.percent(price / base - 1);
    context.fillText(percent, plot.left + plot.width + LABEL_GAP_PX, y);
  }
  context.setLineDash([]);
  context.strokeStyle = theme.grid;
  for (const box of [plot, volume])
    context.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
}

/** Lines where a session begins, fainter ones where a break was cut out. */
export function paintParts({ context, layout, theme, picture }: Painting): void {
  const { plot, volume } = layout;
  const { axis } = picture.line;
  for (const { from, opens } of axis.parts.slice(1)) {
    const x = Math.round(xBefore(layout, axis, from)) + 0.5;
    context.strokeStyle = opens ? theme.grid : withAlpha(theme.grid, GRID_ALPHA);
    context.setLineDash(opens ? [] : [2, 3]);
    strokeLine(context, x, plot.top, x, volume.top + volume.height);
  }
  context.setLineDash([]);
}

export function paintTimes({ context, layout, theme, formats, picture }: Painting): void {
  const { axis } = picture.line;
  const { volume } = layout;
  context.fillStyle = theme.mutedText;
  context.textBaseline = 'middle';
  const ticks = sessionTicks({
    axis,
    xBefore: (slot) => xBefore(layout, axis, slot),
    measure: (text) => context.measureText(text).width,
    clock: formats.clock,
    day: formats.day,
  });
  const y = (volume.top + volume.height + layout.height) / 2;
  for (const { x, text, align } of ticks) {
    context.textAlign = align;
    context.fillText(text, x, y);
  }
}

function strokeLine(
  context: CanvasRenderingContext2D,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
