import { withAlpha } from '../colour';
import type { CandleFrame, PlacedCandle } from './candle-frame';

const LINE_PX = 2;
const AREA_ALPHA = 0.26;

/** The closes as a line, with a shade under it for an area. */
export function paintCloses(frame: CandleFrame, shape: 'line' | 'area'): void {
  const { context, theme, xRatio, yRatio } = frame;
  const candles = withNeighbours(frame);
  const [first] = candles;
  const last = candles.at(-1);
  if (first === undefined || last === undefined) return;
  const yOf = ({ bucket }: PlacedCandle): number =>
    frame.toY(frame.columns.close[bucket] as number) * yRatio;
  context.beginPath();
  for (const candle of candles) context.lineTo(candle.x * xRatio, yOf(candle));
  context.lineWidth = LINE_PX * xRatio;
  context.lineJoin = 'round';
  context.strokeStyle = theme.accent;
  context.stroke();
  if (shape === 'line') return;
  context.lineTo(last.x * xRatio, frame.height);
  context.lineTo(first.x * xRatio, frame.height);
  const shade = context.createLinearGradient(0, 0, 0, frame.height);
  shade.addColorStop(0, withAlpha(theme.accent, AREA_ALPHA));
  shade.addColorStop(1, withAlpha(theme.accent, 0));
  context.fillStyle = shade;
  context.fill();
}

/** The line goes on to the candles beyond the edges, which the library does not place. */
function withNeighbours({ candles, length, spacingPx }: CandleFrame): PlacedCandle[] {
  const [first] = candles;
  const last = candles.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = { x: first.x - spacingPx, bucket: first.bucket - 1 };
  const behind = { x: last.x + spacingPx, bucket: last.bucket + 1 };
  return [
    ...(before.bucket >= 0 ? [before] : []),
    ...candles,
    ...(behind.bucket < length ? [behind] : []),
  ];
}
