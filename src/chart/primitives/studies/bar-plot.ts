import { withAlpha } from '../../colour';
import type { BookedPlot } from '../../studies/study-book';
import type { PlotFrame } from './plot-frame';

const FADED_ALPHA = 0.45;

/** Bars from zero: as wide as a candle's body in a histogram, as the space of a candle in columns. */
export function paintZeroBars(frame: PlotFrame, { plot, columns }: BookedPlot): void {
  const [column] = columns;
  if (column === undefined) return;
  const { context, widths } = frame;
  const width = plot.kind === 'columns' ? widths.volume : widths.body;
  const zero = Math.round(frame.yOf(0));
  for (let bucket = frame.from; bucket < frame.to; bucket++) {
    const value = column.at(frame.sessionOf(bucket));
    if (Number.isNaN(value)) continue;
    const before = column.at(frame.sessionOf(bucket - 1));
    const colour = value < 0 ? (plot.negativeColour ?? plot.colour) : plot.colour;
    const faded = plot.fading === true && Math.abs(value) < Math.abs(before);
    context.fillStyle = faded ? withAlpha(colour, FADED_ALPHA) : colour;
    const y = Math.round(frame.yOf(value));
    const left = Math.round(frame.xOf(bucket)) - Math.floor(width / 2);
    context.fillRect(left, Math.min(y, zero), width, Math.max(1, Math.abs(zero - y)));
  }
}
