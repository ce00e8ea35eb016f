import { ChartController } from '../../../src/chart/chart-controller.ts';
import { allocateBars } from '../../../src/shared/domain/candle/bar-columns.ts';

export const LONG = 1_000_000;
export const MINUTE = 60;

const theme = Object.fromEntries(
  ['grid', 'text', 'mutedText', 'crosshair', 'accent', 'amber', 'violet', 'cyan', 'grey']
    .map((name) => [name, '#8b95a8'])
    .concat([
      ['background', '#11151c'],
      ['up', '#2fbf8a'],
      ['green', '#2fbf8a'],
      ['down', '#f15770'],
      ['red', '#f15770'],
      ['fontFamily', 'sans-serif'],
    ]),
);
const formats = {
  priceDecimals: 2,
  price: (value) => value.toFixed(2),
  date: String,
  tick: (key) => String(key % 100),
};

export function walk(count) {
  const bars = allocateBars(count);
  let close = 100;
  for (let i = 0; i < count; i++) {
    const open = close;
    // Sums of waves: the same on every machine, and never below zero.
    close = 100 + 40 * Math.sin(i / 9_000) + 8 * Math.sin(i / 130) + 2 * Math.sin(i / 3);
    bars.time[i] = i * MINUTE;
    bars.open[i] = open;
    bars.close[i] = close;
    bars.high[i] = Math.max(open, close) + 1;
    bars.low[i] = Math.min(open, close) - 1;
    bars.volume[i] = 500 + 400 * Math.sin(i / 7);
  }
  return bars;
}

export const host = document.getElementById('host');
/** When the scripts of this frame began: this one asks first, in every frame. */
let frameBegun = 0;
const beat = () => {
  frameBegun = performance.now();
  requestAnimationFrame(beat);
};
requestAnimationFrame(beat);
export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A chart whose `paint()` does something and gives the milliseconds of script until it is painted. */
export function mount() {
  let painted = () => undefined;
  const chart = new ChartController(host, {
    theme,
    formats,
    watermark: null,
    events: {
      markerHovered: () => undefined,
      markerClicked: () => undefined,
      barHovered: () => undefined,
      visibleRangeChanged: () => undefined,
      painted: () => painted(),
    },
  });
  chart.start();
  const paint = async (act) => {
    const begun = performance.now();
    act();
    let took = performance.now() - begun;
    let done = false;
    // Behind what `act` has asked a frame for: a live bar takes one to hand over and one to paint.
    requestAnimationFrame(() => {
      if (!done) took += performance.now() - frameBegun;
    });
    await new Promise((resolve) => (painted = resolve));
    done = true;
    return took + performance.now() - Math.max(frameBegun, begun);
  };
  return { chart, paint };
}
