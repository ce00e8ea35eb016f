import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { loadBundled } from './bundle-module.mjs';
import { papaStream, plainByteParser } from './plain-csv.mjs';
import { spreadOfRatios } from './statistics.mjs';

// Reading a file of a million minutes as the import does (encoding, columns, zone, faults, suspects)
// against a plain byte parser and Papa Parse. By itself: node scripts/bench/csv-import.mjs

export const name = 'csv';
export const floor = 'a plain byte parser, and Papa Parse streaming';

const ROWS = 1_000_000;
const LEAST_ROUNDS = 3;
const OVER_BYTE_PARSER = 2;
/** At least three times faster. */
const OVER_PAPA = 1 / 3;
const START = Date.UTC(2020, 0, 1);

/** @typedef {import('./statistics.mjs').Pair} Pair milliseconds */
/** @typedef {{ name: string, pairs: readonly Pair[], target: number }} Measured value through floor */

/**
 * @param {object} options
 * @param {number} options.rounds
 * @param {string} options.folder
 * @param {(text: string) => void} options.progress
 * @returns {Promise<Measured[]>}
 */
export async function measureCsvImport({ rounds, folder, progress }) {
  const path = join(folder, 'minutes.csv');
  await writeMinutes(path);
  const read = await importReader(folder, path);
  /** @type {Pair[]} */
  const overBytes = [];
  /** @type {Pair[]} */
  const overPapa = [];
  for (let round = -1; round < Math.max(LEAST_ROUNDS, rounds); round++) {
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
    { name: `${ROWS} rows, against the byte parser`, pairs: overBytes, target: OVER_BYTE_PARSER },
    { name: `${ROWS} rows, against Papa Parse`, pairs: overPapa, target: OVER_PAPA },
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

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'tapeout-bench-csv-'));
  try {
    const progress = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);
    for (const { name: what, pairs, target } of await measureCsvImport({
      rounds: 5,
      folder,
      progress,
    })) {
      const { median, min, max } = spreadOfRatios(pairs);
      const digits = [median, min, max].map((ratio) => ratio.toFixed(2));
      process.stdout.write(
        `${what}: ${digits[0]}x (${digits[1]}-${digits[2]}), target ${target.toFixed(2)}x; ${JSON.stringify(pairs)}\n`,
      );
    }
    process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
