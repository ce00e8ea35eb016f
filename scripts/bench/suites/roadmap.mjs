import { join } from 'node:path';
import { absoluteMeasure, ratioMeasure } from '../measure.mjs';
import { runPageApp } from '../page-app.mjs';

export const name = 'roadmap';
export const floor = 'as many boxes, lines, circles and texts on a bare canvas';

const APP_FOLDER = join(import.meta.dirname, '..', 'roadmap-app');

/** @typedef {import('../statistics.mjs').Pair} Pair */

/**
 * @typedef {object} RoadmapResult
 * @property {Pair[]} layout
 * @property {Pair[]} pan
 * @property {Pair[]} panInterval
 * @property {Pair[]} zoom
 * @property {Pair[]} zoomSlowest
 * @property {Pair[]} zoomInterval
 */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure(context) {
  context.progress('panning and zooming over 2,000 announcements');
  /** @type {RoadmapResult} */
  const measured = await runPageApp(APP_FOLDER, context, { rounds: context.rounds });
  return [
    absoluteMeasure('2,000 announcements laid out', measured.layout, 50),
    ratioMeasure('from one frame to the next while panning', measured.panInterval, 1.1),
    ratioMeasure('from one frame to the next while zooming', measured.zoomInterval, 1.1),
    ratioMeasure('script of a frame that pans, median', measured.pan, null),
    ratioMeasure('script of a frame that zooms, median', measured.zoom, null),
    absoluteMeasure('the same, nearly the slowest', measured.zoomSlowest, 8),
  ];
}
