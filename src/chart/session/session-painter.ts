import { symmetricRange } from '../../shared/domain/session-line/symmetric-range';
import { FONT_PX } from '../chart-options';
import { withAlpha } from '../colour';
import { paintArea, strokeColumn } from './curve-painter';
import { paintGrid, paintParts, paintTimes, paintWatermark } from './ground-painter';
import { paintLabel } from './label-painter';
import { paintPointed } from './pointed-painter';
import { toneOf } from './price-tone';
import { xOfSlot, yOfPrice } from './session-layout';
import type { Painting } from './session-painting';
import { paintVolume } from './volume-painter';

const DOT_PX = 3;

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
