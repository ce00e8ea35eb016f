import { join } from 'node:path';
import { bundleProcess } from '../bundle.mjs';
import { runPageApp } from '../page-app.mjs';
import { absoluteMeasure, ratioMeasure } from '../measure.mjs';

export const name = 'touch';
export const floor = 'the bytes of the columns; the same page at rest';

const APP_FOLDER = join(import.meta.dirname, '..', 'touch-app');
/** Each takes some 15 seconds, most of it waiting. */
const MOST_ROUNDS = 5;
const FRAME_AT_58_FPS = 1000 / 58;

/** @typedef {import('../statistics.mjs').Pair} Pair */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure(context) {
  context.progress('bundling');
  const feed = await bundleProcess('tick-feed');
  context.progress('zooming, dragging and ticking over a million bars');
  /** @type {Record<'heap' | 'heapTicked' | 'frame' | 'anchor' | 'fps' | 'processor', Pair[]>} */
  const measured = await runPageApp(APP_FOLDER, context, {
    feed,
    rounds: Math.min(context.rounds, MOST_ROUNDS),
  });
  return [
    ratioMeasure('heap of the page with a million bars', measured.heap, 1.5, 'MB'),
    ratioMeasure('the same once a live bar came', measured.heapTicked, null, 'MB'),
    absoluteMeasure('the longest frame of zooming and dragging', measured.frame, 50),
    absoluteMeasure('the bar under the pointer leaves it by', measured.anchor, 1, 'px'),
    absoluteMeasure(
      'a frame at 10,000 ticks a second, the pointer moving',
      measured.fps,
      FRAME_AT_58_FPS,
    ),
    ratioMeasure('processor at 10,000 ticks a second', measured.processor, 3.5, '%'),
  ];
}
