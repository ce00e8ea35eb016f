import type { SessionLine } from '../../shared/domain/session-line/session-line';
import { symmetricRange } from '../../shared/domain/session-line/symmetric-range';
import { FONT_PX } from '../chart-options';
import type { ChartTheme } from '../chart-types';
import { withAlpha } from '../colour';
import { paintLabel } from './label-painter';
import { paintPointed } from './pointed-painter';
import type { SessionFormats, SessionPicture } from './session-chart-types';
import {
  gridPrices,
  type PriceRange,
  type SessionLayout,
  xBefore,
  xOfSlot,
  yOfPrice,
} from './session-layout';
import { sessionTicks } from './session-ticks';

const GRID_ALPHA = 0.6;
const AREA_ALPHA = 0.2;
const VOLUME_ALPHA = 0.65;
const LABEL_GAP_PX = 8;
const WATERMARK_ALPHA = 0.2;
const DOT_PX = 3;

export interface Painting {
  readonly context: CanvasRenderingContext2D;
  readonly layout: SessionLayout;
  readonly range: PriceRange;
  readonly theme: ChartTheme;
  readonly formats: SessionFormats;
  readonly picture: SessionPicture;
}

/** Draws the whole chart; the context counts CSS pixels. */
export function paintSession(surface: Omit<Painting, 'range'>): void {
  const { line } = surface.picture;
  const painting = { ...surface, range: symmetricRange(line.base, [line.price, line.average]) };
  const { context, theme } = painting;
  context.font = `${FONT_PX}px ${theme.fontFamily}`;
  context.lineJoin = 'round';
  paintWatermark(painting);
  paintGrid(painting);
  paintParts(painting);
  paintVolume(painting);
  paintArea(painting);
  strokeColumn(painting, line.average, theme.amber, 1.25);
  strokeColumn(painting, line.price, theme.accent, 1.5);
  paintLast(painting);
  paintTimes(painting);
  paintPointed(painting);
}

/** Colour of a price against the base. */
export function toneOf(price: number, base: number, theme: ChartTheme): string {
  // As far as a label can tell.
  if (Math.abs(price / base - 1) < 5e-5) return theme.mutedText;
  return price > base ? theme.up : theme.down;
}

function paintGrid({ context, layout, range, theme, formats, picture }: Painting): void {
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
function paintParts({ context, layout, theme, picture }: Painting): void {
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

function paintVolume({ context, layout, theme, formats, picture }: Painting): void {
  const { volume: box } = layout;
  const { axis, volume, price, base } = picture.line;
  const most = volume.reduce((max, each) => Math.max(max, each), 0);
  if (most === 0) return;
  const width = Math.max(1, Math.floor((box.width / axis.slots) * 0.7));
  let before = base;
  for (let slot = 0; slot < axis.slots; slot++) {
    const units = volume[slot] as number;
    const at = price[slot] as number;
    if (units > 0) {
      const height = Math.max(1, (units / most) * (box.height - 4));
      const colour = at === before ? theme.grey : at > before ? theme.up : theme.down;
      context.fillStyle = withAlpha(colour, VOLUME_ALPHA);
      const x = xOfSlot(layout, axis, slot) - width / 2;
      context.fillRect(x, box.top + box.height - height, width, height);
    }
    if (!Number.isNaN(at)) before = at;
  }
  context.fillStyle = theme.mutedText;
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillText(formats.volume(most), box.left - LABEL_GAP_PX, box.top + 2);
}

function paintArea(painting: Painting): void {
  const { context, layout, theme, picture } = painting;
  const { plot } = layout;
  const fill = context.createLinearGradient(0, plot.top, 0, plot.top + plot.height);
  fill.addColorStop(0, withAlpha(theme.accent, AREA_ALPHA));
  fill.addColorStop(1, withAlpha(theme.accent, 0));
  context.fillStyle = fill;
  for (const [from, to] of sessionsOf(picture.line)) {
    const points = pointsOf(painting, picture.line.price, from, to);
    const [first, last] = [points[0], points[points.length - 1]];
    if (!first || !last) continue;
    context.beginPath();
    context.moveTo(first[0], plot.top + plot.height);
    for (const [x, y] of points) context.lineTo(x, y);
    context.lineTo(last[0], plot.top + plot.height);
    context.fill();
  }
}

/** A line of each session for itself: nothing joins two of them over a night. */
function strokeColumn(
  painting: Painting,
  column: Float64Array,
  colour: string,
  width: number,
): void {
  const { context, picture } = painting;
  context.strokeStyle = colour;
  context.lineWidth = width;
  for (const [from, to] of sessionsOf(picture.line)) {
    context.beginPath();
    for (const [x, y] of pointsOf(painting, column, from, to)) context.lineTo(x, y);
    context.stroke();
  }
  context.lineWidth = 1;
}

/** The last price: its labels on both axes, and a dot as long as its session goes on. */
function paintLast(painting: Painting): void {
  const { context, layout, range, theme, formats, picture } = painting;
  const { line, live } = picture;
  const price = line.price[line.filled - 1];
  if (price === undefined) return;
  const { plot } = layout;
  const y = yOfPrice(layout, range, price);
  const tone = toneOf(price, line.base, theme);
  paintLabel(painting, { text: formats.price(price), x: plot.left, y, align: 'right', tone });
  const percent = formats.percent(price / line.base - 1);
  paintLabel(painting, { text: percent, x: plot.left + plot.width, y, align: 'left', tone });
  if (!live || line.filled >= line.axis.slots) return;
  const x = xOfSlot(layout, line.axis, line.filled - 1);
  for (const [radius, alpha] of [
    [DOT_PX * 2.5, 0.25],
    [DOT_PX, 1],
  ] as const) {
    context.fillStyle = withAlpha(theme.accent, alpha);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

function paintTimes({ context, layout, theme, formats, picture }: Painting): void {
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

function paintWatermark({ context, layout: { plot }, theme, picture }: Painting): void {
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

/** First slot and end of each session. */
function sessionsOf({ axis }: SessionLine): readonly (readonly [number, number])[] {
  const starts = axis.parts.filter(({ opens }) => opens).map(({ from }) => from);
  return starts.map((from, index) => [from, starts[index + 1] ?? axis.slots] as const);
}

function pointsOf(
  { layout, range, picture }: Painting,
  column: Float64Array,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (let slot = from; slot < to; slot++) {
    const value = column[slot] as number;
    if (Number.isNaN(value)) continue;
    points.push([xOfSlot(layout, picture.line.axis, slot), yOfPrice(layout, range, value)]);
  }
  return points;
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
