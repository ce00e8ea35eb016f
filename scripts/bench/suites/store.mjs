import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDir } from '../../lib/project.mjs';
import { lastLines, runCommand } from '../../lib/run-command.mjs';
import { bundleProcess } from '../bundle.mjs';
import { absoluteMeasure, differenceMeasure, ratioMeasure } from '../measure.mjs';

export const name = 'store';
export const floor = 'one packed message, raw blobs, plain rows, an idle main process';

const US_PER_MS = 1000;

/** @typedef {import('../statistics.mjs').Pair} Pair */
/** @typedef {{ ms: number, overviewMs: number | null, bytes: number }} Opened */
/** @typedef {{ value: Opened, floor: Opened }} OpenedPair */

/**
 * @typedef {object} StoreResult
 * @property {Pair[]} reading
 * @property {Pair} size in MB
 * @property {Pair[]} one
 * @property {Pair[]} oneWithOrigin
 * @property {Pair[]} many
 * @property {OpenedPair[]} sentShort from memory
 * @property {OpenedPair[]} sentLong
 * @property {OpenedPair[]} openedShort from disk
 * @property {OpenedPair[]} openedLong
 * @property {Pair[]} storing blocks of main
 * @property {Pair[]} opening
 */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure({ executable, switches, env, rounds, folder, progress }) {
  progress('bundling');
  const result = join(folder, 'result.json');
  const config = {
    ...{ folder, rounds, result },
    storeProcess: await bundleProcess('store-process'),
    senderProcess: await bundleProcess('sender-process'),
    dataProcess: join(projectDir, 'out', 'main', 'data-process.js'),
  };
  progress('storing, reading, appending and sending up to a million bars');
  const { code, output } = await runCommand(
    executable,
    [
      ...switches,
      `--user-data-dir=${join(folder, 'user-data')}`,
      join(import.meta.dirname, '..', 'store-app'),
    ],
    { env: { ...env, TAPEOUT_BENCH: JSON.stringify(config) } },
  );
  if (code !== 0) throw new Error(`the store could not be measured:\n${lastLines(output, 20)}`);
  return measuresOf(JSON.parse(await readFile(result, 'utf8')));
}

/** @param {StoreResult} result */
export function measuresOf(result) {
  const inMs = (/** @type {OpenedPair[]} */ pairs) =>
    pairs.map(({ value, floor: bare }) => ({ value: value.ms, floor: bare.ms }));
  const overview = result.openedLong.map(({ value, floor: bare }) => ({
    value: value.overviewMs ?? Infinity,
    floor: bare.ms,
  }));
  const inUs = (/** @type {Pair[]} */ pairs) =>
    pairs.map((pair) => ({ value: pair.value * US_PER_MS, floor: pair.floor * US_PER_MS }));
  return [
    ratioMeasure('100k bars, data process to page', inMs(result.sentShort), 1.3),
    ratioMeasure('1M bars, data process to page', inMs(result.sentLong), 1.3),
    ratioMeasure('100k bars, disk to page', inMs(result.openedShort), null),
    ratioMeasure('1M bars, disk to page', inMs(result.openedLong), null),
    ratioMeasure('1M bars, overview in the page', overview, null),
    ratioMeasure('a year of minutes, store to columns', result.reading, 3),
    ratioMeasure('a year of minutes, size of the file', [result.size], 0.12, 'MB'),
    ratioMeasure('newest bar appended', inUs(result.one), 2, 'us'),
    ratioMeasure('newest bar appended, with its origin', inUs(result.oneWithOrigin), null, 'us'),
    absoluteMeasure('newest bars of 500 series appended', result.many, 5),
    differenceMeasure('main blocked while 1M bars are stored', result.storing, 16),
    differenceMeasure('main blocked while 1M bars are read and sent', result.opening, 16),
  ];
}
