import { withAlpha } from '../../colour';
import type { BookedPlot } from '../../studies/study-book';
import type { StudyColumn } from '../../studies/study-column';
import type { PlotFrame } from './plot-frame';

const DEFAULT_WIDTH_PX = 1.5;
const DASH_PX = [5, 4];
const BAND_ALPHA = 0.1;

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Lines, stairs and bands: whatever joins the values of neighbouring candles. */
export function paintLines(frame: PlotFrame, { plot, columns }: BookedPlot): void {
  const { context, xRatio } = frame;
  const breaks = plot.perSession ? frame.breaks : [];
  const runs = columns.map((column) => runsOf(frame, column, breaks));
  if (plot.kind === 'band') paintBand(frame, columns, plot.colour);
  const width = plot.width ?? DEFAULT_WIDTH_PX;
  if (width === 0) return;
  context.strokeStyle = plot.colour;
  context.lineWidth = Math.max(1, width * xRatio);
  context.lineJoin = 'round';
  context.setLineDash(plot.dashed ? DASH_PX.map((length) => length * xRatio) : []);
  context.beginPath();
  for (const run of runs.flat()) trace(context, run, plot.kind === 'steps');
  context.stroke();
  context.setLineDash([]);
}

/** Dots of successive candles that have a value, and no break between them. */
function runsOf(frame: PlotFrame, column: StudyColumn, breaks: readonly number[]): Dot[][] {
  const runs: Dot[][] = [];
  let current: Dot[] = [];
  let passed = 0;
  for (let bucket = frame.from; bucket < frame.to; bucket++) {
    const y = frame.yOf(column.at(frame.sessionOf(bucket)));
    const x = frame.xOf(bucket);
    const before = passed;
    while (x > (breaks[passed] ?? Infinity)) passed++;
    if (Number.isNaN(y) || passed > before) {
      if (current.length > 0) runs.push(current);
      current = [];
    }
    if (!Number.isNaN(y)) current.push({ x, y });
  }
  if (current.length > 0) runs.push(current);
  return runs;
}

function trace(context: CanvasRenderingContext2D, run: readonly Dot[], stairs: boolean): void {
  const [first] = run;
  if (first === undefined) return;
  context.moveTo(first.x, first.y);
  // A value between two gaps is a dot.
  if (run.length === 1) context.lineTo(first.x + 1, first.y);
  run.slice(1).forEach(({ x, y }, i) => {
    const before = run[i] as Dot;
    if (stairs) {
      const middle = (before.x + x) / 2;
      context.lineTo(middle, before.y);
      context.lineTo(middle, y);
    }
    context.lineTo(x, y);
  });
}

function paintBand(frame: PlotFrame, columns: readonly StudyColumn[], colour: string): void {
  const [upper, lower] = columns;
  if (upper === undefined || lower === undefined) return;
  const { context } = frame;
  context.fillStyle = withAlpha(colour, BAND_ALPHA);
  const fill = (from: number, to: number): void => {
    context.beginPath();
    const dot = (bucket: number, column: StudyColumn): void =>
      context.lineTo(frame.xOf(bucket), frame.yOf(column.at(frame.sessionOf(bucket))));
    for (let bucket = from; bucket < to; bucket++) dot(bucket, upper);
    for (let bucket = to - 1; bucket >= from; bucket--) dot(bucket, lower);
    context.fill();
  };
  let start = frame.from;
  for (let bucket = frame.from; bucket <= frame.to; bucket++) {
    const session = frame.sessionOf(bucket);
    const open = bucket < frame.to && !Number.isNaN(upper.at(session) + lower.at(session));
    if (open) continue;
    if (bucket > start) fill(start, bucket);
    start = bucket + 1;
  }
}
