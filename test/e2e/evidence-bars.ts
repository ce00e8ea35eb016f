import { join } from 'node:path';
import { HEADER, weekdays, writeBarsFolder } from './bars-folder';

/** Days on which Hong Kong did not trade from January to June 2026. */
const CLOSED = new Set([
  ...['2026-02-17', '2026-02-18', '2026-02-19', '2026-04-03', '2026-04-06', '2026-04-07'],
  ...['2026-05-01', '2026-05-25', '2026-06-19'],
]);

/** The session on which the share of the story rises. */
export const STORY_SESSION = '2026-05-28';

export interface MadeUpShare {
  /** First session, `YYYY-MM-DD`. */
  readonly from: string;
  readonly weekdays: number;
  readonly firstClose: number;
  /** Changes of one session, as fractions, in place of the made-up swing. */
  readonly jumps?: Readonly<Record<string, number>>;
  /** Size of the made-up swing. */
  readonly swing: number;
}

/**
 * Bars made up for a test, on the sessions of Hong Kong: up and down by amounts that follow from the
 * number of the session, so that there is something to measure and nobody takes it for a price.
 */
export function madeUpShare({ from, weekdays: count, firstClose, jumps = {}, swing }: MadeUpShare) {
  let close = firstClose;
  const rows = weekdays(from, count)
    .filter((date) => !CLOSED.has(date))
    .map((date, index) => {
      const wave = swing * Math.sin(index * 2.399963) * (1 + (index % 7) / 7);
      const open = close;
      close *= 1 + (jumps[date] ?? wave);
      const [high, low] = [Math.max(open, close) * 1.004, Math.min(open, close) * 0.996];
      const prices = [open, high, low, close, close].map((price) => price.toFixed(4));
      return [date, ...prices, 1_000_000 + 1000 * (index % 11)].join(',');
    });
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** A folder with the story's share, which lists in January 2026, and the index of its exchange. */
export function writeStoryBars(folder: string): Promise<string> {
  return writeBarsFolder(join(folder, 'story-bars'), {
    '02513.HK.csv': madeUpShare({
      ...{ from: '2026-01-08', weekdays: 115, firstClose: 131.5, swing: 0.02 },
      jumps: { [STORY_SESSION]: 0.142 },
    }),
    '^HSI.csv': madeUpShare({
      from: '2024-12-02',
      weekdays: 400,
      firstClose: 20_000,
      swing: 0.006,
    }),
  });
}
