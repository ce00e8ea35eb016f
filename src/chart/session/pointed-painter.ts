import { slotStart } from '../../shared/domain/session-line/session-axis';
import { withAlpha } from '../colour';
import { paintLabel } from './label-painter';
import { priceAtY, xOfSlot, yOfPrice } from './session-layout';
import type { Painting } from './session-painting';

const LINE_ALPHA = 0.8;
const DOT_PX = 3.5;

/** The crosshair with its labels: price on the left, percent on the right, time below. */
export function paintPointed(painting: Painting): void {
  const { context, layout, range, theme, formats, picture } = painting;
  const { line, pointed, pointedY } = picture;
  if (pointed === null) return;
  const { plot, volume } = layout;
  const tone = theme.crosshair;
  const x = xOfSlot(layout, line.axis, pointed);
  const price = line.price[pointed] as number;
  context.strokeStyle = withAlpha(theme.crosshair, LINE_ALPHA);
  context.setLineDash([4, 4]);
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, plot.top);
  context.lineTo(Math.round(x) + 0.5, volume.top + volume.height);
  const y = pointedY ?? (Number.isNaN(price) ? null : yOfPrice(layout, range, price));
  const isInPlot = y !== null && y >= plot.top && y <= plot.top + plot.height;
  if (isInPlot) {
    context.moveTo(plot.left, Math.round(y) + 0.5);
    context.lineTo(plot.left + plot.width, Math.round(y) + 0.5);
  }
  context.stroke();
  context.setLineDash([]);
  for (const [value, colour] of [
    [price, theme.accent],
    [line.average[pointed] as number, theme.amber],
  ] as const) {
    if (Number.isNaN(value)) continue;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, yOfPrice(layout, range, value), DOT_PX, 0, 2 * Math.PI);
    context.fill();
  }
  if (isInPlot) {
    const at = priceAtY(layout, range, y);
    paintLabel(painting, { text: formats.price(at), x: plot.left, y, align: 'right', tone });
    const percent = formats.percent(at / line.base - 1);
    paintLabel(painting, { text: percent, x: plot.left + plot.width, y, align: 'left', tone });
  }
  const text = formats.clock(slotStart(line.axis, pointed));
  const foot = (volume.top + volume.height + layout.height) / 2;
  paintLabel(painting, { text, x, y: foot, align: 'center', tone });
}
