import { join } from 'node:path';
import { runPageApp } from '../page-app.mjs';
import { ratioMeasure } from '../measure.mjs';

export const name = 'chart';
export const floor = 'the plain library with 1,000 bars; a bare canvas; the same chart with 1,000';

const APP_FOLDER = join(import.meta.dirname, '..', 'chart-app');

/** @typedef {import('../statistics.mjs').Pair} Pair */

/**
 * @typedef {object} ChartResult
 * @property {Pair[]} open
 * @property {Pair[]} pan
 * @property {Pair[]} whole
 * @property {Pair[]} zoom
 * @property {Pair[]} tick
 * @property {number} held
 */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure(context) {
  context.progress('opening, panning, zooming and ticking over a million bars');
  /** @type {ChartResult} */
  const measured = await runPageApp(APP_FOLDER, context, { rounds: context.rounds });
  context.note('mostCandlesHeld', measured.held);
  return [
    ratioMeasure('a million bars opened and painted', measured.open, 2),
    ratioMeasure('a pan of 300 bars, median frame', measured.pan, 2.2),
    ratioMeasure('a pan with all million in view, median frame', measured.whole, 2.5),
    ratioMeasure('a zoom sweep, nearly its slowest frame', measured.zoom, 2.5),
    ratioMeasure('a frame with 167 ticks, the pointer inside', measured.tick, 1.5),
  ];
}
