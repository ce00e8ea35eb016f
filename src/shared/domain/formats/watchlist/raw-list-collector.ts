import { cleanLine } from '../../announcement/curation/clean-text';
import { cutText } from './cut-text';
import { detachedText } from './detached-text';
import { LIST_LIMITS } from './list-limits';
import type { ListTable, RowFault, RowWarning } from './list-reading';
import { NO_RAW_DETAILS, type RawDetails, type RawList, type RawRow } from './raw-list';

/** A row as a parser gives it; what it leaves out is empty. */
export interface GivenRow extends Partial<RawDetails> {
  readonly line: number;
  readonly text: string;
  readonly written?: string;
  /** `written` alone where they are left out. */
  readonly spellings?: readonly string[];
  readonly name?: string | null;
  readonly currency?: string | null;
  readonly warnings?: readonly RowWarning[];
  readonly fault?: RowFault;
}

const MOST_LEFT_OUT = 20;
const LONGEST_NAME_LEFT_OUT = 80;
const CONTROL = /\p{Cc}|\p{Surrogate}/u;

/** Gathers the rows of a list up to the limits, and counts what is behind them. */
export class RawListCollector {
  private readonly sections: (string | null)[] = [];
  private readonly rows: RawRow[] = [];
  private readonly leftOut = new Set<string>();
  private unreadRows = 0;
  private current = -1;
  private sectionFull = false;
  name: string | null = null;
  table: ListTable | null = null;

  /** Opens a section behind the last one; another one of the same name stays another one. */
  openSection(name: string | null): void {
    this.sectionFull = this.sections.length >= LIST_LIMITS.sections;
    if (name !== null && name.length > LIST_LIMITS.name) this.leaveOut(name);
    if (!this.sectionFull) this.current = this.sections.push(sectionName(name)) - 1;
  }

  /** Goes on in the section of that name, and opens it where there is none. */
  enterSection(name: string | null): void {
    const found = this.sections.indexOf(sectionName(name));
    if (found < 0) return this.openSection(name);
    this.sectionFull = false;
    this.current = found;
  }

  leaveOut(name: string): void {
    const short = cleanLine(name).slice(0, LONGEST_NAME_LEFT_OUT);
    if (short !== '' && this.leftOut.size < MOST_LEFT_OUT) this.leftOut.add(detachedText(short));
  }

  /** True where further rows are only counted. */
  get isFull(): boolean {
    return this.rows.length >= LIST_LIMITS.rows;
  }

  /** Counts the row of a line, so that nobody has to read it. */
  countUnread(text: string): void {
    if (/\S/.test(text)) this.unreadRows++;
  }

  add(row: GivenRow): void {
    if (this.isFull) {
      this.unreadRows++;
      return;
    }
    const fault = row.fault ?? this.faultOf(row.written ?? '');
    if (fault === null && this.current < 0) this.openSection(null);
    this.rows.push(rawRow(row, fault, Math.max(0, this.current)));
  }

  finish(): RawList {
    return {
      ...{ name: this.name, rows: this.rows, unreadRows: this.unreadRows, table: this.table },
      sections: this.sections.length === 0 ? [null] : this.sections,
      leftOut: [...this.leftOut],
    };
  }

  private faultOf(written: string): RowFault | null {
    if (this.sectionFull) return { kind: 'too-many-sections', most: LIST_LIMITS.sections };
    if (written === '') return { kind: 'no-symbol' };
    if (written.length > LIST_LIMITS.symbol) {
      return { kind: 'symbol-too-long', longest: LIST_LIMITS.symbol };
    }
    return CONTROL.test(written) ? { kind: 'bad-symbol' } : null;
  }
}

function rawRow(row: GivenRow, fault: RowFault | null, section: number): RawRow {
  const { name = null, note = '', lots = [] } = row;
  const written = fault === null ? detachedText(row.written ?? '') : '';
  return {
    ...{ ...NO_RAW_DETAILS, currency: null, warnings: [], ...row, fault, written, section },
    spellings: row.spellings?.map(detachedText) ?? [written],
    name: name === null ? null : detachedText(name.slice(0, LIST_LIMITS.symbol)),
    note: detachedText(note),
    lots: lots.map((lot) => ({ ...lot, comment: detachedText(lot.comment) })),
    text: detachedText(cleanLine(row.text.slice(0, LIST_LIMITS.rowText))),
  };
}

function sectionName(name: string | null): string | null {
  const clean = name === null ? '' : cutText(cleanLine(name), LIST_LIMITS.name);
  return clean === '' ? null : detachedText(clean);
}
