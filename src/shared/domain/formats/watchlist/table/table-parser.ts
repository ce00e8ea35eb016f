import { detachedText } from '../detached-text';
import { LineCutter } from '../line-cutter';
import { LIST_LIMITS } from '../list-limits';
import type { ListWish } from '../list-plan';
import type { ListTextParser } from '../raw-list';
import type { RawListCollector } from '../raw-list-collector';
import { RecordReader, type TableRecord } from './record-reader';
import { sniffTable, type SniffedTable } from './sniff-table';
import type { TableDialect } from './table-dialect';
import { TableRow } from './table-row';

const HEAD = 16_384;
const SHOWN_ROWS = 8;
const SHOWN_CELL = 80;

export interface TableParserParts {
  readonly rows: RawListCollector;
  readonly dialect: TableDialect;
  readonly wish: NonNullable<ListWish['table']>;
  /** How likely a text is the symbol of an instrument; 0 where it cannot be. */
  readonly likelihood: (text: string) => number;
}

/** A table of instruments, of any separator, with a header or without one. */
export class TableParser implements ListTextParser {
  private head = '';
  private table: SniffedTable | null = null;
  private reader: RecordReader | null = null;
  private readonly lines: LineCutter;

  constructor(private readonly parts: TableParserParts) {
    this.lines = new LineCutter(LIST_LIMITS.cell, (text, line, isCut) =>
      this.takeLine(text, line, isCut),
    );
  }

  push(text: string): void {
    if (this.table !== null) return this.lines.push(text);
    this.head += text;
    if (this.head.length >= HEAD) this.begin();
  }

  finish(): null {
    if (this.table === null) this.begin();
    this.lines.finish();
    this.reader?.finish();
    return null;
  }

  private begin(): void {
    const { dialect, wish, likelihood, rows } = this.parts;
    const table = sniffTable(this.head.slice(0, HEAD), dialect, wish, likelihood);
    const shown = (cells: readonly string[]): readonly string[] =>
      cells.map((cell) => detachedText(cell.slice(0, SHOWN_CELL)));
    rows.table = {
      plan: table.plan,
      header: shown(table.header),
      firstRows: table.rows.slice(0, SHOWN_ROWS).map(shown),
    };
    this.table = table;
    this.nameLeftOut(table);
    this.reader = new RecordReader(table.plan.separator, {
      record: (record) => this.takeRecord(record, table),
      openQuote: (text, line) => rows.add({ line, text, fault: { kind: 'open-quote' } }),
    });
    const { head } = this;
    this.head = '';
    this.lines.push(head);
  }

  private nameLeftOut({ header, plan }: SniffedTable): void {
    if (!this.parts.dialect.namesLeftOut) return;
    header.forEach((name, index) => {
      if (plan.columns[index] === 'ignored') this.parts.rows.leaveOut(name);
    });
  }

  private takeLine(text: string, line: number, isCut: boolean): void {
    if (this.parts.rows.isFull) return this.parts.rows.countUnread(text);
    if (!isCut) return this.reader?.line(text, line);
    this.reader?.finish();
    const fault = { kind: 'line-too-long', longest: LIST_LIMITS.cell } as const;
    this.parts.rows.add({ line, text, fault });
  }

  private takeRecord(record: TableRecord, { plan, headerLine }: SniffedTable): void {
    const { rows, dialect } = this.parts;
    const { line, text, cells } = record;
    if (line === headerLine || cells.every((cell) => cell.trim() === '')) return;
    if (line < headerLine) return rows.add({ line, text, fault: { kind: 'not-of-format' } });
    const row = new TableRow(record, plan, dialect);
    const section = row.section();
    if (section !== undefined) rows.enterSection(section);
    rows.add(row.read());
  }
}
