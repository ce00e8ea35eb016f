import { CandlestickSeries, createChart, HistogramSeries } from 'lightweight-charts';
import { drawBare } from './bare-canvas.js';
import { framesOf } from './frame-times.js';
import { frame, host, LONG, MINUTE, mount, walk } from './made-up-chart.js';

// Each value turn about with its floor: the plain library with a thousand bars, or a bare canvas on
// which as many candles are drawn from the same columns.

const SHORT = 1_000;
const PANNED_BARS = 300;
const FRAMES_PER_ROUND = 20;
const TICKS_PER_FRAME = 167;

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

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const highOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];

const bare = document.getElementById('bare');
const context = bare.getContext('2d');

/** Frames in which the chart moves, then as many in which the bare canvas is drawn in its place. */
async function pairOf(act, summary, bars, stride) {
  const value = summary(await framesOf(FRAMES_PER_ROUND, act));
  host.hidden = true;
  bare.hidden = false;
  const draw = (i) => drawBare(context, bars, i * PANNED_BARS, stride);
  const floor = summary(await framesOf(FRAMES_PER_ROUND, draw));
  bare.hidden = true;
  host.hidden = false;
  await frame();
  return { value, floor };
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
    result.pan.push(await pairOf(pan, medianOf, long, 1));
    // A level of detail is made when it is first asked for: here all of them.
    await paint(() => chart.showRange(0, LONG * MINUTE));
    await paint(() => chart.showRange(3e7, 3e7 + 900 * MINUTE));
    const zoom = (i) => chart.zoomBy(i < FRAMES_PER_ROUND / 2 ? 0.6 : 1 / 0.6);
    result.zoom.push(await pairOf(zoom, highOf, long, 1));
    await paint(() => chart.showRange(0, LONG * MINUTE));
    result.held = Math.max(result.held, chart.heldCandles);
    const whole = (i) => chart.panBy(i % 2 === 0 ? 4_000 : -4_000);
    result.whole.push(await pairOf(whole, medianOf, long, 976));
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
