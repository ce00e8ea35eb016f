import { CandlestickSeries, createChart, HistogramSeries } from 'lightweight-charts';
import { ChartController } from '../../../src/chart/chart-controller.ts';
import { allocateBars } from '../../../src/shared/domain/candle/bar-columns.ts';

// Each value turn about with its floor: the plain library with a thousand bars, or a bare canvas on
// which as many candles are drawn from the same columns.

const LONG = 1_000_000;
const SHORT = 1_000;
const PANNED_BARS = 300;
const FRAMES_PER_ROUND = 20;
const TICKS_PER_FRAME = 167;
const MINUTE = 60;
/** The chart shows no more candles than this, whatever the width. */
const DRAWN_CANDLES = 1_000;

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

function walk(count) {
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

const host = document.getElementById('host');
/** When the scripts of this frame began: this one asks first, in every frame. */
let frameBegun = 0;
const beat = () => {
  frameBegun = performance.now();
  requestAnimationFrame(beat);
};
requestAnimationFrame(beat);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A chart whose `paint()` does something and gives the milliseconds of script until it is painted. */
function mount() {
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

async function opened(bars) {
  const begun = performance.now();
  const { chart, paint } = mount();
  await paint(() => chart.setSeries(bars));
  const took = performance.now() - begun;
  chart.dispose();
  return took;
}

async function openedPlain(rows) {
  const begun = performance.now();
  const chart = createChart(host, { width: 1280, height: 720 });
  chart.addSeries(CandlestickSeries).setData(rows);
  chart
    .addSeries(HistogramSeries, { priceScaleId: '' })
    .setData(rows.map(({ time, volume }) => ({ time, value: volume })));
  await frame();
  await frame();
  const took = performance.now() - begun;
  chart.remove();
  return took;
}

/** As many candles with their volume as the chart shows, drawn with as little as possible. */
function drawBare(context, bars, from, stride) {
  const begun = performance.now();
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
  return performance.now() - begun;
}

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const highOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];

/** One round of frames, each with a bare one beside it. */
async function frames(act, summary, context, bars, stride, paint) {
  const values = [];
  const floors = [];
  for (let i = 0; i < FRAMES_PER_ROUND; i++) {
    values.push(await paint(() => act(i)));
    floors.push(drawBare(context, bars, i * PANNED_BARS, stride));
  }
  return { value: summary(values), floor: summary(floors) };
}

async function ticks(chart, paint, bars) {
  const last = bars.length - 1;
  const taken = [];
  for (let i = 0; i < FRAMES_PER_ROUND; i++) {
    const close = 100 + Math.sin(i);
    taken.push(
      await paint(() => {
        for (let tick = 0; tick < TICKS_PER_FRAME; tick++) {
          chart.updateLastBar({
            ...{ time: bars.time[last], open: 100, high: 104, low: 96, volume: 500 },
            close: close + tick / TICKS_PER_FRAME,
          });
        }
      }),
    );
  }
  return medianOf(taken);
}

globalThis.measureChart = async (rounds) => {
  const long = walk(LONG);
  const short = walk(SHORT);
  const rows = Array.from({ length: SHORT }, (_, i) => ({
    ...{ time: short.time[i], open: short.open[i], high: short.high[i] },
    ...{ low: short.low[i], close: short.close[i], volume: short.volume[i] },
  }));
  const context = document.createElement('canvas').getContext('2d');
  context.canvas.width = 1280;
  context.canvas.height = 720;
  const result = { open: [], pan: [], whole: [], zoom: [], tick: [], held: 0 };
  // The first of each pays for compiling what all use.
  await openedPlain(rows);
  await opened(short);
  for (let round = 0; round < rounds; round++) {
    result.open.push({ value: await opened(long), floor: await openedPlain(rows) });
  }
  for (let round = 0; round < rounds; round++) {
    const { chart, paint } = mount();
    await paint(() => chart.setSeries(long, { fromKey: 3e7, toKey: 3e7 + 900 * MINUTE }));
    const pan = () => chart.panBy(PANNED_BARS);
    result.pan.push(await frames(pan, medianOf, context, long, 1, paint));
    // A level of detail is made when it is first asked for: here all of them.
    await paint(() => chart.showRange(0, LONG * MINUTE));
    await paint(() => chart.showRange(3e7, 3e7 + 900 * MINUTE));
    const zoom = (i) => chart.zoomBy(i < FRAMES_PER_ROUND / 2 ? 0.6 : 1 / 0.6);
    result.zoom.push(await frames(zoom, highOf, context, long, 1, paint));
    await paint(() => chart.showRange(0, LONG * MINUTE));
    result.held = Math.max(result.held, chart.heldCandles);
    const whole = (i) => chart.panBy(i % 2 === 0 ? 4_000 : -4_000);
    result.whole.push(await frames(whole, medianOf, context, long, 976, paint));
    await paint(() => chart.resetView());
    const value = await ticks(chart, paint, long);
    chart.dispose();
    const small = mount();
    await small.paint(() => small.chart.setSeries(short));
    result.tick.push({ value, floor: await ticks(small.chart, small.paint, short) });
    small.chart.dispose();
  }
  return result;
};
