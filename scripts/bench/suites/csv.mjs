import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { loadBundled } from '../bundle-module.mjs';
import { ratioMeasure } from '../measure.mjs';
import { papaStream, plainByteParser } from '../plain-csv.mjs';

// Reading a file of a million minutes as the import does (encoding, columns, zone, faults, suspects)
// against a plain byte parser and Papa Parse.

export const name = 'csv';
export const floor = 'a plain byte parser, and Papa Parse streaming';

const ROWS = 1_000_000;
const OVER_BYTE_PARSER = 2;
/** At least three times faster. */
const OVER_PAPA = 1 / 3;
const START = Date.UTC(2020, 0, 1);

/** @typedef {import('../statistics.mjs').Pair} Pair milliseconds */
/** @param {import('../measure.mjs').BenchContext} context */
export async function measure({ rounds, folder, progress }) {
  const path = join(folder, 'minutes.csv');
  await writeMinutes(path);
  const read = await importReader(folder, path);
  /** @type {Pair[]} */
  const overBytes = [];
  /** @type {Pair[]} */
  const overPapa = [];
  for (let round = -1; round < rounds; round++) {
    progress(`CSV, round ${round + 1}`);
    const value = await timed(read);
    const bytes = await timed(() => plainByteParser(path, ROWS));
    const papa = await timed(() => papaStream(path, ROWS));
    // The first round only warms up.
    if (round < 0) continue;
    overBytes.push({ value, floor: bytes });
    overPapa.push({ value, floor: papa });
  }
  return [
    ratioMeasure(`${ROWS} rows, against the byte parser`, overBytes, OVER_BYTE_PARSER),
    ratioMeasure(`${ROWS} rows, against Papa Parse`, overPapa, OVER_PAPA),
  ];
}

/** @param {string} folder @param {string} path */
async function importReader(folder, path) {
  const load = (/** @type {string} */ file) =>
    loadBundled(`electron/data/import/${file}.ts`, join(folder, file));
  const [{ FileReader }, { ImportFile }] = [await load('file-reader'), await load('import-file')];
  const zoneClock = () => ({ offsetAt: () => 0, timezone: 'UTC' });
  const resolver = { resolve: () => ({ candidates: [{ id: 'XNAS:NVDA' }], ambiguous: false }) };
  const reader = new FileReader({ resolver: () => resolver, exchangeClock: zoneClock, zoneClock });
  return async () => {
    const { counts } = await reader.read(
      new ImportFile(path),
      new AbortController().signal,
      () => undefined,
    );
    if (counts.valid !== ROWS) throw new Error(`read ${JSON.stringify(counts)}`);
  };
}

/** @param {string} path */
async function writeMinutes(path) {
  const file = createWriteStream(path);
  file.write('Date,Open,High,Low,Close,Volume\n');
  for (let from = 0; from < ROWS; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, index) => minute(from + index));
    if (!file.write(lines.join('')))
      await new Promise((resolve) => file.once('drain', () => resolve(undefined)));
  }
  await new Promise((resolve) => file.end(() => resolve(undefined)));
}

/** @param {number} index */
function minute(index) {
  const time = new Date(START + index * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const open = 100 + Math.sin(index / 977) * 20;
  const close = open + Math.sin(index) / 2;
  const prices = [open, Math.max(open, close) + 0.3, Math.min(open, close) - 0.3, close];
  return `${time},${prices.map((price) => price.toFixed(2)).join(',')},${1000 + (index % 9777)}\n`;
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
