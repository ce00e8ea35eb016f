import { cleanLine, cleanText } from '../../../announcement/curation/clean-text';
import type { Lot } from '../../../watchlist/watchlist-document';
import { unguardFormula } from '../../formula-guard';
import { cutText } from '../cut-text';
import { LIST_LIMITS } from '../list-limits';
import type { ListColumn, ListTablePlan } from '../list-plan';
import type { RowField, RowWarning } from '../list-reading';
import type { GivenRow } from '../raw-list-collector';
import {
  currencyCell,
  dateCell,
  flagsCell,
  numberCell,
  symbolCell,
  targetsCell,
} from './cell-values';
import type { TableRecord } from './record-reader';

const SHOWN_VALUE = 40;
const CASH = /^\$\$CASH/i;
const SOLD = /^(sell|sold|s|卖|賣|卖出|賣出)$/i;
const BOUGHT = /^(buy|bought|b|买|買|买入|買入)?$/i;

/** How the codes of a table are spelled where an exchange stands beside them. */
export type ExchangeSpellings = (code: string, exchange: string) => readonly string[];

/** Reads the rows of a table by the roles of its columns. */
export class TableRow {
  private readonly warnings: RowWarning[] = [];

  constructor(
    private readonly record: TableRecord,
    private readonly plan: ListTablePlan,
    private readonly parts: {
      readonly spellings: ExchangeSpellings;
      readonly written: (code: string, exchange: string) => string;
      readonly monthFirst: true | null;
    },
  ) {}

  /** The section that the row names; undefined where the table has no such column. */
  section(): string | null | undefined {
    if (!this.plan.columns.includes('section')) return undefined;
    return cleanLine(this.text('section')) || null;
  }

  read(): GivenRow {
    const { line, text } = this.record;
    const code = symbolCell(this.text('symbol')) || cleanLine(this.text('name'));
    if (CASH.test(code)) return { line, text, fault: { kind: 'cash' } };
    const exchange = this.text('exchange').trim();
    const written = this.parts.written(code, exchange);
    const lot = this.lot();
    const comment = this.comment();
    const notes = [...this.texts('note'), ...(lot === null ? [comment] : [])];
    return {
      ...{ line, text, written, warnings: this.warnings },
      spellings: this.parts.spellings(code, exchange),
      name: cleanLine(this.text('name')) || null,
      currency: currencyCell(this.text('currency')),
      note: this.cut('note', cleanText(notes.join('\n')), LIST_LIMITS.note),
      flags: this.flags(),
      targets: this.targets(),
      lots: lot === null ? [] : [{ ...lot, comment }],
      highLimit: this.limit('highLimit'),
      lowLimit: this.limit('lowLimit'),
    };
  }

  /** The first column of a role. */
  private text(column: ListColumn): string {
    return this.texts(column)[0] ?? '';
  }

  private texts(column: ListColumn): readonly string[] {
    return this.record.cells
      .filter((_cell, index) => this.plan.columns[index] === column)
      .map(unguardFormula);
  }

  private lot(): Omit<Lot, 'comment'> | null {
    const quantity = this.number('quantity');
    if (quantity === null || quantity === 0) return null;
    const side = this.text('side').trim();
    const isSold = SOLD.test(side);
    if (!isSold && !BOUGHT.test(side)) {
      this.leaveOut('side', side);
      return null;
    }
    const date = this.text('date').trim();
    const day = date === '' ? null : dateCell(date, this.parts.monthFirst);
    if (day === null && date !== '') this.leaveOut('date', date);
    return {
      quantity: isSold ? -Math.abs(quantity) : quantity,
      price: this.positive('price'),
      currency: this.currency(),
      date: day,
      commission: this.number('commission') || null,
    };
  }

  private comment(): string {
    return this.cut('comment', cleanText(this.text('comment')), LIST_LIMITS.comment);
  }

  private currency(): string | null {
    const text = this.text('currency').trim();
    const currency = currencyCell(text);
    if (currency === null && text !== '') this.leaveOut('currency', text);
    return currency;
  }

  private flags(): GivenRow['flags'] & object {
    const { flags, others } = flagsCell(this.text('flags'));
    for (const word of others.slice(0, 3)) this.leaveOut('flags', word);
    return flags;
  }

  private targets(): GivenRow['targets'] & object {
    const found = targetsCell(this.text('targets'), this.plan.decimalMark);
    if (found.includes(null)) this.leaveOut('targets', this.text('targets'));
    return found.filter((level) => level !== null);
  }

  private limit(field: 'highLimit' | 'lowLimit'): number | null {
    return this.positive(field) || null;
  }

  private positive(field: 'price' | 'highLimit' | 'lowLimit'): number | null {
    const value = this.number(field);
    if (value === null || value >= 0) return value;
    this.leaveOut(field, this.text(field));
    return null;
  }

  private number(field: RowField & ListColumn): number | null {
    const text = this.text(field).trim();
    if (text === '' || /^(-+|—|n\/a|null)$/i.test(text)) return null;
    const value = numberCell(text, this.plan.decimalMark);
    if (value === null) this.leaveOut(field, text);
    return value;
  }

  private cut(field: RowField, text: string, longest: number): string {
    if (text.length <= longest) return text;
    this.warnings.push({ kind: 'text-cut', field, longest });
    return cutText(text, longest);
  }

  private leaveOut(field: RowField, value: string): void {
    const shown = cleanLine(value.slice(0, SHOWN_VALUE));
    this.warnings.push({ kind: 'value-left-out', field, value: shown });
  }
}
