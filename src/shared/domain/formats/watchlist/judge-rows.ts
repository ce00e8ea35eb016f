import type { SymbolResolver } from '../../instrument/resolve-symbol';
import type { AlertDraft } from '../../watchlist/watchlist-document';
import type { RowCounts } from '../import/import-faults';
import { documentItem, type GatheredItem, hasDetails, ItemGatherer } from './item-gatherer';
import { LIST_LIMITS } from './list-limits';
import type { SymbolChoices } from './list-plan';
import type { ListRow, RowVerdict, RowWarning } from './list-reading';
import type { RawList, RawRow } from './raw-list';
import { settleSymbol, type SettledSymbol } from './settle-symbol';

/** A row, and the item that it makes; null where it makes none. */
interface JudgedRow {
  readonly row: Omit<ListRow, 'item'>;
  readonly item: GatheredItem | null;
}

/** Rows that are looked at between two steps. */
const STEP = 250;

export interface JudgedRows {
  readonly rows: readonly ListRow[];
  readonly counts: RowCounts;
}

/**
 * Rows as they would be taken: one item for each instrument of a section, whatever it is called. Works
 * in steps of some milliseconds, between which others may work.
 */
export function* judgeRows(
  { rows, unreadRows }: Pick<RawList, 'rows' | 'unreadRows'>,
  resolver: SymbolResolver,
  choices: SymbolChoices,
): Generator<void, JudgedRows> {
  const items = new ItemGatherer();
  const settle = rememberingSettler(resolver, choices);
  const judged: JudgedRow[] = [];
  for (const row of rows) {
    judged.push(judgeRow(row, items, settle));
    if (judged.length % STEP === 0) yield;
  }
  const finished = judged.map(({ row, item }) => ({
    ...row,
    item: item === null ? null : documentItem(item),
  }));
  return { rows: finished, counts: countRows(finished, unreadRows) };
}

type Settler = (row: RawRow) => SettledSymbol;

/** The same spelling occurs in many rows of a file. */
function rememberingSettler(resolver: SymbolResolver, choices: SymbolChoices): Settler {
  const known = new Map<string, SettledSymbol>();
  return (row) => {
    const chosen = choices.get(row.written);
    if (chosen !== undefined) return { id: chosen, warning: null };
    const key = JSON.stringify([row.spellings, row.name, row.currency]);
    const settled = known.get(key) ?? settleSymbol(row, resolver);
    known.set(key, settled);
    return settled;
  };
}

function judgeRow(row: RawRow, items: ItemGatherer, settle: Settler): JudgedRow {
  const { line, text, section, written } = row;
  const judged = (
    verdict: RowVerdict,
    item: GatheredItem | null,
    drafts: readonly AlertDraft[],
  ): JudgedRow => ({ row: { line, text, section, written, verdict, drafts }, item });
  if (row.fault !== null) return judged({ kind: 'invalid', fault: row.fault }, null, []);
  const { id, warning } = settle(row);
  const symbol = id ?? written;
  const before = items.find(section, symbol);
  if (before === null && items.count >= LIST_LIMITS.items) {
    const fault = { kind: 'list-full', most: LIST_LIMITS.items } as const;
    return judged({ kind: 'invalid', fault }, null, []);
  }
  const item = before ?? items.add(row, symbol);
  const warnings = [...row.warnings, ...ItemGatherer.merge(item, row)];
  const drafts = draftsOf(row, symbol);
  if (before !== null) {
    const merged = hasDetails(row);
    return judged({ kind: 'duplicate', ofLine: before.line, merged, warnings }, null, drafts);
  }
  return judged(verdictOf(warning === null ? warnings : [warning, ...warnings]), item, drafts);
}

function verdictOf(warnings: readonly RowWarning[]): RowVerdict {
  return warnings.length === 0 ? { kind: 'valid' } : { kind: 'warning', warnings };
}

function draftsOf({ highLimit, lowLimit }: RawRow, symbol: string): readonly AlertDraft[] {
  const draft = (side: AlertDraft['side'], price: number | null): readonly AlertDraft[] =>
    price === null ? [] : [{ symbol, side, price }];
  return [...draft('above', highLimit), ...draft('below', lowLimit)];
}

function countRows(rows: readonly ListRow[], unreadRows: number): RowCounts {
  const counts = { valid: 0, duplicate: 0, warning: 0, invalid: unreadRows };
  for (const { verdict } of rows) counts[verdict.kind]++;
  return counts;
}
