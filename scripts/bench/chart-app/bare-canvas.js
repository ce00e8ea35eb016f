/** The chart shows no more candles than this, whatever the width. */
const DRAWN_CANDLES = 1_000;

/** As many candles with their volume as the chart shows, drawn with as little as possible. */
export function drawBare(context, bars, from, stride) {
  context.clearRect(0, 0, 1280, 720);
  const spacing = 1216 / DRAWN_CANDLES;
  const y = (price) => Math.round(620 - (price - 40) * 4);
  for (const up of [true, false]) {
    context.fillStyle = up ? '#2fbf8a' : '#f15770';
    for (let candle = 0; candle < DRAWN_CANDLES; candle++) {
      const i = Math.min(from + candle * stride, bars.length - 1);
      if (bars.close[i] >= bars.open[i] !== up) continue;
      const x = Math.round(candle * spacing);
      const top = y(bars.high[i]);
      context.fillRect(x, top, 1, Math.max(1, y(bars.low[i]) - top));
      const body = y(Math.max(bars.open[i], bars.close[i]));
      const foot = y(Math.min(bars.open[i], bars.close[i]));
      context.fillRect(x, body, 1, Math.max(1, foot - body));
      const tall = bars.volume[i] / 10;
      context.fillRect(x, 720 - tall, 1, tall);
    }
  }
}
