import { brokerSpellings } from './broker-exchanges';
import { LineCutter } from './line-cutter';
import type { ListTextParser } from './raw-list';
import type { RawListCollector } from './raw-list-collector';

/** The first word of a line says what stands behind it. */
export const IBKR_LINE = /^(DES|SYM|CON)\s*,/i;
/** Types whose symbol alone names an instrument; a future or an option needs its month. */
const PLAIN_TYPES = ['STK', 'IND', 'ETF', ''];
const LONGEST_LINE = 512;

/** A list of Trader Workstation: `DES, AAPL, STK, SMART,,,,`, `SYM, AAPL, SMART`, `CON, 265598, SMART`. */
export class IbkrParser implements ListTextParser {
  private readonly lines: LineCutter;

  constructor(private readonly rows: RawListCollector) {
    this.lines = new LineCutter(LONGEST_LINE, (text, line) => this.tell(text, line));
  }

  push(text: string): void {
    this.lines.push(text);
  }

  finish(): null {
    this.lines.finish();
    return null;
  }

  /** The whole line is what is kept of an instrument that nothing resolves: a number means nothing here. */
  private tell(text: string, line: number): void {
    if (this.rows.isFull) return this.rows.countUnread(text);
    const written = text.trim();
    if (written === '') return;
    if (!IBKR_LINE.test(written)) {
      this.rows.add({ line, text, fault: { kind: 'not-of-format' } });
      return;
    }
    this.rows.add({ line, text, written, spellings: ibkrSpellings(written) });
  }
}

/** What a line of the list can mean; empty for a number of a contract, a future and an option. */
export function ibkrSpellings(text: string): readonly string[] {
  const [kind = '', code = '', third = '', fourth = ''] = text
    .split(',')
    .map((part) => part.trim());
  const isDescribed = kind.toUpperCase() === 'DES';
  if (kind.toUpperCase() === 'CON' || code === '') return [];
  if (!isDescribed) return brokerSpellings(code, third);
  return PLAIN_TYPES.includes(third.toUpperCase()) ? brokerSpellings(code, fourth) : [];
}
