import { withAlpha } from '../colour';
import { spanAround } from './candle-geometry';
import { type CandleFrame, type CandleLook, isColouredUp } from './candle-frame';

/** Part of the plot's height that the highest volume in view takes. */
const VOLUME_SHARE = 0.14;
const VOLUME_ALPHA = 0.3;

/** The volumes at the foot of the plot, in the colours of their candles. */
export function paintVolume(frame: CandleFrame, colouredBy: CandleLook['colouredBy']): void {
  const { context, columns, height, widths, xRatio, theme } = frame;
  const highest = frame.candles.reduce(
    (most, { bucket }) => Math.max(most, columns.volume[bucket] as number),
    0,
  );
  if (highest === 0) return;
  for (const up of [true, false]) {
    context.fillStyle = withAlpha(up ? theme.up : theme.down, VOLUME_ALPHA);
    for (const { x, bucket } of frame.candles) {
      const volume = columns.volume[bucket] as number;
      if (volume === 0 || isColouredUp(columns, bucket, colouredBy) !== up) continue;
      const bar = spanAround(x, widths.volume, xRatio);
      const tall = Math.max(1, Math.round((volume / highest) * VOLUME_SHARE * height));
      context.fillRect(bar.start, height - tall, bar.length, tall);
    }
  }
}
