import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Symbols of the first watchlist, so that the desk has prices and small lines to draw. */
const SYMBOLS = ['GOOGL', 'AMZN', 'AAPL', 'MSFT', 'META', 'TSLA', 'NVDA', 'INTC'];
const SESSIONS = 2520;
const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY_MS = Date.UTC(2013, 0, 2);

/** A small generator (mulberry32): the same bars on every machine. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} seed */
function csvText(seed) {
  const random = randomFrom(seed);
  const lines = ['Date,Open,High,Low,Close,Adj Close,Volume'];
  let close = 50 + 100 * random();
  for (let dayMs = FIRST_DAY_MS; lines.length <= SESSIONS; dayMs += DAY_MS) {
    const date = new Date(dayMs);
    if (date.getUTCDay() % 6 === 0) continue;
    const open = close * (1 + (random() - 0.5) / 50);
    close = open * (1 + (random() - 0.495) / 25);
    const high = Math.max(open, close) * (1 + random() / 100);
    const low = Math.min(open, close) * (1 - random() / 100);
    const prices = [open, high, low, close, close].map((price) => price.toFixed(2));
    const volume = Math.round(1e6 + 1e7 * random());
    lines.push([date.toISOString().slice(0, 10), ...prices, volume].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Writes a folder of CSV files for the app to read: ten years of invented daily bars.
 * @param {string} folder is made
 */
export async function writeMadeUpBars(folder) {
  await mkdir(folder, { recursive: true });
  for (const [index, symbol] of SYMBOLS.entries()) {
    await writeFile(join(folder, `${symbol}.csv`), csvText(index + 1));
  }
}
