import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bars made up for a test: each value follows from the number of the session. */
export interface MadeUpBars {
  /** First session, `YYYY-MM-DD`. */
  readonly from: string;
  readonly sessions: number;
  /** Close of the first session; each one after it is one higher. */
  readonly firstClose: number;
}

export const HEADER = 'Date,Open,High,Low,Close,Adj Close,Volume';
const DAY_MS = 86_400_000;

/** Weekdays from a date on, as `YYYY-MM-DD`. Holidays are not left out. */
export function weekdays(from: string, count: number): string[] {
  const dates: string[] = [];
  for (let ms = Date.parse(`${from}T00:00:00Z`); dates.length < count; ms += DAY_MS) {
    const date = new Date(ms);
    if (date.getUTCDay() % 6 !== 0) dates.push(date.toISOString().slice(0, 10));
  }
  return dates;
}

/** Rows that rise by one a session; every fifth one falls below its open, so that both colours occur. */
export function madeUpRows({ from, sessions, firstClose }: MadeUpBars): string[] {
  return weekdays(from, sessions).map((date, index) => {
    const close = firstClose + index;
    const open = index % 5 === 4 ? close + 3 : close - 2;
    const high = Math.max(open, close) + 1;
    const low = Math.min(open, close) - 1;
    return [date, open, high, low, close, close, 1_000_000 + index].join(',');
  });
}

export function csv(rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** Writes a folder of files, `{ 'GOOGL.csv': text }`. */
export async function writeBarsFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
