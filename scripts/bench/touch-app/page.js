import { frame, LONG, MINUTE, mount, walk } from '../chart-app/made-up-chart.js';

// What a hand and the market do to a chart of a million bars. Main moves the pointer; this answers.

/** Rises far above all others, so that it can be found in the picture. */
const SPIKE = LONG - 400;
/** Above all other bars. */
const SPIKE_ROW = 150;
const UP = [47, 191, 138];
const MOST_OFF = 90;
/** The price axis has coloured labels of its own. */
const PLOT_PX = 1180;

let mounted = null;
let bars = null;
let gaps = null;

const beat = () => {
  let before = performance.now();
  const step = () => {
    const now = performance.now();
    gaps?.push(now - before);
    before = now;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
beat();

globalThis.touch = {
  /** @returns bytes of the columns */
  open() {
    bars = walk(LONG);
    bars.close[SPIKE] = bars.open[SPIKE] + 1;
    bars.high[SPIKE] = 400;
    mounted = mount();
    mounted.chart.setSeries(bars);
    return bars.buffer.byteLength;
  },
  async show(count) {
    const at = bars.time[SPIKE];
    mounted.chart.showRange(at - (count / 2) * MINUTE, at + (count / 2) * MINUTE);
    await frame();
    await frame();
  },
  /** Middle of the spike in CSS pixels; null where it is not in the picture. */
  async spikeX() {
    await frame();
    await frame();
    const picture = mounted.chart.takePicture();
    const scale = picture.width / 1280;
    const row = picture.getContext('2d').getImageData(0, SPIKE_ROW * scale, PLOT_PX * scale, 1);
    const found = [];
    for (let x = 0; x < row.width; x++) {
      const off = UP.reduce((sum, part, at) => sum + Math.abs(part - row.data[x * 4 + at]), 0);
      if (off < MOST_OFF) found.push(x);
    }
    return found.length === 0 ? null : (found[0] + found.at(-1) + 1) / 2 / scale;
  },
  tick(close) {
    const last = bars.length - 1;
    const price = { open: 100, high: Math.max(100, close), low: Math.min(100, close), close };
    mounted.chart.updateLastBar({ time: bars.time[last], ...price, volume: 500 });
  },
  newest: () => mounted.chart.resetView(),
  /** Frames are counted from now on. */
  watch: () => void (gaps = []),
  /** Milliseconds from frame to frame since then. */
  watched() {
    const seen = gaps;
    gaps = null;
    return seen;
  },
};
