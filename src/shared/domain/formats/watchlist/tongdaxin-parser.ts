import { LineCutter } from './line-cutter';
import type { ListTextParser } from './raw-list';
import type { RawListCollector } from './raw-list-collector';

/** `1600519`, `31#02513`; markets that are not known here (futures, funds) have numbers of their own. */
export const TONGDAXIN_LINE = /^([012]\d{6}|\d{1,3}#[\w.!^-]{1,20})$/;
const LONGEST_LINE = 256;

/** A block file of Tongdaxin: on each line the number of a market and a code. */
export class TongdaxinParser implements ListTextParser {
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

  private tell(text: string, line: number): void {
    if (this.rows.isFull) return this.rows.countUnread(text);
    const written = text.trim();
    if (written === '') return;
    if (TONGDAXIN_LINE.test(written)) this.rows.add({ line, text, written });
    else this.rows.add({ line, text, fault: { kind: 'not-of-format' } });
  }
}
