import { join } from 'node:path';
import { csv, madeUpRows, writeBarsFolder } from './bars-folder';

/** Today on the desks of these tests: a Friday after the last announcement of the set. */
export const TODAY = '2026-11-20T15:00:00Z';

/** 2014-01-01 to 2017-10-31, Monday to Friday: the first TPU announcement stands among them. */
const PERIOD = { from: '2014-01-01', sessions: 1000 };

export const LAST_SESSION = '2017-10-31';
export const LAST_CLOSE = { GOOGL: 1099, NVDA: 2099, MSFT: 3099 };

/** A folder with bars of three companies, made up for a test. */
export function writeMadeUpDesk(folder: string): Promise<string> {
  const file = (firstClose: number): string => csv(madeUpRows({ ...PERIOD, firstClose }));
  return writeBarsFolder(join(folder, 'made-up-bars'), {
    'GOOGL.csv': file(LAST_CLOSE.GOOGL - 999),
    'NVDA.csv': file(LAST_CLOSE.NVDA - 999),
    'MSFT.csv': file(LAST_CLOSE.MSFT - 999),
  });
}
