import type { SymbolResolver } from '../../instrument/resolve-symbol';
import { detectListFormat } from './detect-format';
import { IbkrParser } from './ibkr-parser';
import { judgeRows } from './judge-rows';
import type { FormatGuess, ListFormat } from './list-format';
import type { ListWish, SymbolChoices } from './list-plan';
import type { ListFailure, ListResult } from './list-reading';
import { PastedTextParser, type SpellingGrade } from './pasted-text-parser';
import type { ListTextParser } from './raw-list';
import { RawListCollector } from './raw-list-collector';
import {
  MOTIVEWAVE_DIALECT,
  PLAIN_DIALECT,
  type TableDialect,
  YAHOO_DIALECT,
} from './table/table-dialect';
import { TableParser } from './table/table-parser';
import { TapeoutParser } from './tapeout/tapeout-parser';
import { TickerParser } from './ticker/ticker-parser';
import { TongdaxinParser } from './tongdaxin-parser';
import { TradingViewParser } from './tradingview/tradingview-parser';

const HEAD = 16_384;
const MARK = '\ufeff';
/** A plain number or word has the form of some symbol as well. */
const LIKELIHOOD: Readonly<Record<SpellingGrade, number>> = {
  ...{ settled: 4, open: 4, guess: 1, none: 0 },
};

export interface ListReaderParts {
  /** Null for what was pasted. */
  readonly fileName: string | null;
  readonly wish: ListWish;
  readonly choices: SymbolChoices;
  readonly resolver: SymbolResolver;
}

/**
 * Reads a list from a text that comes in pieces. Nothing throws, whatever the text is; each piece is
 * done with when `push` returns, so that whoever reads may stop between two of them. Memory stays within
 * the limits of a list, however long the text is.
 */
export class ListReader {
  private head: string | null = '';
  private parser: ListTextParser | null = null;
  private format: ListFormat = 'text';
  private guesses: readonly FormatGuess[] = [];
  private isEmpty = true;
  private readonly rows = new RawListCollector();

  constructor(private readonly parts: ListReaderParts) {}

  push(text: string): void {
    const piece = this.isEmpty && text.startsWith(MARK) ? text.slice(1) : text;
    if (piece === '') return;
    this.isEmpty = false;
    if (this.head === null) return this.parser?.push(piece);
    this.head += piece;
    if (this.head.length >= HEAD) this.begin();
  }

  /** All steps of {@link finishing} at once. */
  finish(): ListResult {
    const steps = this.finishing();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /** Ends the text. Looking symbols up takes steps of some milliseconds, between which others may work. */
  *finishing(): Generator<void, ListResult> {
    this.begin();
    const { format, guesses } = this;
    const failed = (reason: ListFailure, line: number | null): ListResult => {
      return { ok: false, reason, line, format, guesses };
    };
    const failure = this.parser?.finish() ?? null;
    if (failure !== null) return failed(failure.reason, failure.line);
    const list = this.rows.finish();
    const isNothing = list.rows.length === 0 && list.sections.every((name) => name === null);
    // The app's own form says that a list is empty, all others only hold nothing.
    if (isNothing && format !== 'tapeout') {
      return failed('empty', null);
    }
    const { resolver, choices } = this.parts;
    const { rows, counts } = yield* judgeRows(list, resolver, choices);
    const { name, sections, unreadRows, table } = list;
    const leftOut = { names: list.leftOut };
    const reading = { format, guesses, name, sections, rows, unreadRows, counts, leftOut, table };
    return { ok: true, reading };
  }

  private begin(): void {
    if (this.head === null) return;
    const { head } = this;
    this.head = null;
    this.guesses = detectListFormat(head.slice(0, HEAD), this.parts.fileName);
    this.format = this.parts.wish.format ?? this.guesses[0]?.format ?? 'text';
    this.parser = this.parserOf(this.format);
    this.parser.push(head);
  }

  private parserOf(format: ListFormat): ListTextParser {
    const { rows } = this;
    const parsers: Readonly<Record<ListFormat, () => ListTextParser>> = {
      tapeout: () => new TapeoutParser(rows),
      tradingview: () => new TradingViewParser(rows),
      yahoo: () => this.tableParser(YAHOO_DIALECT),
      csv: () => this.tableParser(PLAIN_DIALECT),
      motivewave: () => this.tableParser(MOTIVEWAVE_DIALECT),
      tongdaxin: () => new TongdaxinParser(rows),
      ibkr: () => new IbkrParser(rows),
      ticker: () => new TickerParser(rows),
      text: () => new PastedTextParser(rows, (text) => this.grade(text)),
    };
    return parsers[format]();
  }

  private tableParser(dialect: TableDialect): TableParser {
    const { wish } = this.parts;
    const likelihood = (text: string): number => LIKELIHOOD[this.grade(text)];
    return new TableParser({ rows: this.rows, dialect, wish: wish.table ?? {}, likelihood });
  }

  private grade(text: string): SpellingGrade {
    const { candidates, ambiguous } = this.parts.resolver.resolve(text);
    if (candidates.length === 0) return 'none';
    if (!ambiguous) return 'settled';
    return candidates.some(({ name }) => name !== null) ? 'open' : 'guess';
  }
}
