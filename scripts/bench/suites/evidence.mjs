import { join } from 'node:path';
import process from 'node:process';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import { loadBundled } from '../bundle-module.mjs';
import { absoluteMeasure, ratioMeasure } from '../measure.mjs';

// A panel of 300 announcements by 10 instruments over ten years: every statistic of every event, and
// the tests of the whole, against a plain regression of the same windows.

export const name = 'evidence';
export const floor = 'a plain regression over the same windows, and its abnormal returns';

const ANNOUNCEMENTS = 300;
const INSTRUMENTS = 10;
const SESSIONS = 2520;
const LENGTH = 250;
const GAP = 30;
const REACH = 5;
/** Every so many sessions some instruments do not trade, as on another exchange. */
const HOLIDAY = 17;
const HOLIDAY_KEEPERS = 3;
const SECONDS_PER_DAY = 86_400;
const MOST_MS = 2000;
const DISTRIBUTIONS = {
  studentCdf: (/** @type {number} */ x, /** @type {number} */ degrees) => studentCdf(x, degrees),
  studentQuantile: (/** @type {number} */ p, /** @type {number} */ degrees) =>
    studentQuantile(p, degrees),
  normalCdf: (/** @type {number} */ x) => normalCdf(x, 0, 1),
};

/** @typedef {import('../statistics.mjs').Pair} Pair milliseconds */
/** @typedef {any} Column a Float64Array, as in plain-indicators.mjs */
/** @typedef {{ keys: Column, security: Column, market: Column }} Returns */
/** @typedef {{ returns: Returns, date: string }} Subject */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure({ rounds, folder, progress }) {
  const { runPanel } = await loadBundled(
    'src/shared/domain/event-study/panel/run-panel.ts',
    join(folder, 'run-panel'),
  );
  const subjects = madeUpSubjects();
  const parameters = {
    model: 'market',
    estimation: { length: LENGTH, gap: GAP },
    window: [-REACH, REACH],
  };
  const tools = {
    distributions: DISTRIBUTIONS,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
  /** @type {Pair[]} */
  const pairs = [];
  for (let round = -1; round < rounds; round++) {
    progress(`evidence, round ${round + 1}`);
    const value = await timed(async () => {
      const { panel } = await runPanel({ subjects, parameters }, tools, () => undefined, {
        aborted: false,
      });
      if (panel.events !== subjects.length) throw new Error(`measured ${panel.events} events`);
    });
    const plain = await timed(() => Promise.resolve(plainRegressions(subjects)));
    // The first round only warms up.
    if (round >= 0) pairs.push({ value, floor: plain });
  }
  const what = `${ANNOUNCEMENTS} announcements x ${INSTRUMENTS} instruments`;
  return [
    absoluteMeasure(what, pairs, MOST_MS),
    ratioMeasure(`${what}, against the regressions`, pairs, null),
  ];
}

/** @returns {Subject[]} */
function madeUpSubjects() {
  const noise = (/** @type {number} */ at) => Math.sin(at * at * 12.9898 + at) / 60;
  const instruments = Array.from({ length: INSTRUMENTS }, (_, instrument) => {
    const days = Array.from({ length: SESSIONS }, (_unused, day) => day).filter(
      (day) => instrument < INSTRUMENTS - HOLIDAY_KEEPERS || day % HOLIDAY !== 0,
    );
    return {
      keys: Float64Array.from(days, (day) => day * SECONDS_PER_DAY),
      market: Float64Array.from(days, (day) => noise(day)),
      security: Float64Array.from(
        days,
        (day) => noise(day) + noise(day * INSTRUMENTS + instrument + SESSIONS),
      ),
    };
  });
  const first = LENGTH + GAP + 2 * REACH + SESSIONS / HOLIDAY;
  const step = (SESSIONS - first - 2 * REACH) / ANNOUNCEMENTS;
  return Array.from({ length: ANNOUNCEMENTS }, (_, announcement) => {
    const key = Math.floor(first + step * announcement) * SECONDS_PER_DAY;
    const date = new Date(key * 1000).toISOString().slice(0, 10);
    return instruments.map((returns) => ({ returns, date }));
  }).flat();
}

/**
 * What one would write for the abnormal returns alone.
 * @param {readonly Subject[]} subjects
 */
function plainRegressions(subjects) {
  let sum = 0;
  for (const { returns, date } of subjects) {
    const { keys, security, market } = returns;
    const event = keys.indexOf(Date.parse(date) / 1000);
    const row =
      event < 0
        ? keys.findIndex((/** @type {number} */ key) => key * 1000 > Date.parse(date))
        : event;
    const to = row - REACH - GAP;
    let [x, y, xx, xy] = [0, 0, 0, 0];
    for (let at = to - LENGTH; at < to; at++) {
      x += market[at];
      y += security[at];
      xx += market[at] * market[at];
      xy += market[at] * security[at];
    }
    const beta = (LENGTH * xy - x * y) / (LENGTH * xx - x * x);
    const alpha = (y - beta * x) / LENGTH;
    for (let at = to - LENGTH; at < to; at++)
      sum += (security[at] - alpha - beta * market[at]) ** 2;
    for (let at = row - REACH; at <= row + REACH; at++)
      sum += security[at] - alpha - beta * market[at];
  }
  if (!Number.isFinite(sum)) throw new Error('no abnormal return');
}

/**
 * Milliseconds of the processor, not of the clock: other programs share the cores.
 * @param {() => Promise<unknown>} work
 */
async function timed(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
