import { join } from 'node:path';
import process from 'node:process';
import { loadBundled } from './bundle-module.mjs';
import { PLAIN_LOOPS } from './plain-indicators.mjs';

const BARS = 1_000_000;
const FEW_BARS = 10_000;
const BARS_PER_SESSION = 390;
const TARGET = 1.2;
/** The newest bar changes so often in one round, because one change is too short to be timed. */
const TICKS = 200_000;
const WARM_UP_ROUNDS = 3;
/** One computation is as short as one collection of garbage. */
const REPEATS = 8;

/** @typedef {import('./statistics.mjs').Pair} Pair milliseconds */
/** @typedef {import('./plain-indicators.mjs').Columns} Columns */
/** @typedef {{ bars: Columns, sessionStarts: Float64Array }} Input */
/** @typedef {{ name: string, pairs: readonly Pair[], target: number }} Measured value through floor */

/**
 * Each indicator over a million bars against the plain loop of the same run, and the newest bar of a
 * million against the newest of ten thousand.
 * @param {object} options
 * @param {number} options.rounds
 * @param {string} options.folder the code measured is bundled into it
 * @param {(text: string) => void} options.progress
 * @returns {Promise<Measured[]>}
 */
export async function measureIndicators({ rounds, folder, progress }) {
  const load = (/** @type {string} */ file) =>
    loadBundled(`src/shared/domain/indicators/${file}.ts`, join(folder, file));
  const { INDICATORS } = await load('indicator-catalogue');
  const { computeIndicator, IndicatorRun } = await load('indicator-run');
  const long = madeUpInput(BARS);
  const short = firstBars(long, FEW_BARS);
  const measured = [];
  for (const indicator of INDICATORS) {
    progress(`indicator ${indicator.id}`);
    const params = defaultsOf(indicator);
    const plain = PLAIN_LOOPS[/** @type {keyof typeof PLAIN_LOOPS} */ (indicator.id)];
    const ticking = (/** @type {Input} */ input) => {
      const run = new IndicatorRun(indicator, params);
      run.update(input);
      return repeated(TICKS, () => run.update(input));
    };
    measured.push(
      {
        name: `${indicator.id}, ${REPEATS} x ${BARS} bars`,
        pairs: timedPairs(rounds, {
          value: repeated(REPEATS, () => computeIndicator(indicator, params, long)),
          floor: repeated(REPEATS, () => plain(long.bars, long.sessionStarts)),
        }),
        target: TARGET,
      },
      {
        name: `${indicator.id}, ${TICKS} changes of the newest of ${BARS} bars`,
        pairs: timedPairs(rounds, { value: ticking(long), floor: ticking(short) }),
        target: TARGET,
      },
    );
  }
  return measured;
}

/**
 * @param {number} rounds
 * @param {{ value: () => unknown, floor: () => unknown }} work
 * @returns {Pair[]}
 */
function timedPairs(rounds, { value, floor }) {
  const pairs = [];
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    // Who goes first alternates, so that neither always pays for the other's garbage.
    const isValueFirst = round % 2 === 0;
    const first = timed(isValueFirst ? value : floor);
    const second = timed(isValueFirst ? floor : value);
    if (round < 0) continue;
    pairs.push(isValueFirst ? { value: first, floor: second } : { value: second, floor: first });
  }
  return pairs;
}

/** @param {number} times @param {() => unknown} work */
function repeated(times, work) {
  return () => {
    for (let count = 0; count < times; count++) work();
  };
}

/**
 * Milliseconds of the processor, not of the clock: other programs share the cores.
 * @param {() => unknown} work
 */
function timed(work) {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

/** @param {{ parameters: readonly { id: string, default: number }[] }} indicator */
function defaultsOf({ parameters }) {
  return Object.fromEntries(parameters.map((parameter) => [parameter.id, parameter.default]));
}

/** @param {number} length @returns {Input} */
function madeUpInput(length) {
  const column = () => new Float64Array(length);
  const bars = {
    length,
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    adjustedClose: column().fill(NaN),
  };
  const sessionStarts = [];
  let price = 100;
  for (let index = 0; index < length; index++) {
    if (index % BARS_PER_SESSION === 0) sessionStarts.push(index * 60);
    bars.time[index] = index * 60;
    bars.open[index] = price;
    price *= 1 + Math.sin(index * index) / 500;
    bars.close[index] = price;
    bars.high[index] = price * 1.004;
    bars.low[index] = price * 0.996;
    bars.volume[index] = 1000 + (index % 977);
  }
  return { bars, sessionStarts: Float64Array.from(sessionStarts) };
}

/** @param {Input} input @param {number} length @returns {Input} */
function firstBars({ bars, sessionStarts }, length) {
  const columns = Object.entries(bars).map(([key, column]) => [
    key,
    column instanceof Float64Array ? column.slice(0, length) : length,
  ]);
  const starts = sessionStarts.filter((time) => time < length * 60);
  return { bars: Object.fromEntries(columns), sessionStarts: starts };
}
