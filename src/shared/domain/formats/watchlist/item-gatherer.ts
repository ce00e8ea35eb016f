import {
  type DocumentItem,
  FLAGS,
  type Flag,
  type Lot,
  type TargetLevel,
} from '../../watchlist/watchlist-document';
import { cutText } from './cut-text';
import { LIST_LIMITS } from './list-limits';
import type { RowField, RowWarning } from './list-reading';
import type { RawRow } from './raw-list';

/** An item as its rows add to it. */
export interface GatheredItem {
  readonly line: number;
  readonly symbol: string;
  readonly written: string;
  note: string;
  readonly flags: Set<Flag>;
  readonly targets: TargetLevel[];
  readonly lots: Lot[];
}

type RowDetails = Pick<RawRow, 'note' | 'flags' | 'targets' | 'lots'>;

/** Gathers the items of a list: one for each instrument of a section, with what all its rows say. */
export class ItemGatherer {
  private readonly items = new Map<string, GatheredItem>();

  get count(): number {
    return this.items.size;
  }

  find(section: number, symbol: string): GatheredItem | null {
    return this.items.get(`${section} ${symbol}`) ?? null;
  }

  add({ section, line, written }: RawRow, symbol: string): GatheredItem {
    const item = { line, symbol, written, note: '', flags: new Set<Flag>(), targets: [], lots: [] };
    this.items.set(`${section} ${symbol}`, item);
    return item;
  }

  /** Adds what a row keeps. @returns what found no room */
  static merge(item: GatheredItem, details: RowDetails): readonly RowWarning[] {
    const warnings: RowWarning[] = [];
    for (const flag of details.flags) item.flags.add(flag);
    const isNew = ({ price, label }: TargetLevel): boolean =>
      !item.targets.some((level) => level.price === price && level.label === label);
    const fill = <Entry>(field: RowField, into: Entry[], from: readonly Entry[], most: number) => {
      const room = most - into.length;
      into.push(...from.slice(0, Math.max(0, room)));
      if (from.length > room) warnings.push({ kind: 'entries-left-out', field, most });
    };
    fill('targets', item.targets, details.targets.filter(isNew), LIST_LIMITS.targets);
    fill('lots', item.lots, details.lots, LIST_LIMITS.lots);
    const note = joinedNote(item.note, details.note);
    if (note.length > LIST_LIMITS.note) {
      warnings.push({ kind: 'text-cut', field: 'note', longest: LIST_LIMITS.note });
    }
    item.note = cutText(note, LIST_LIMITS.note);
    return warnings;
  }
}

/** True where a row says something besides its symbol. */
export function hasDetails({ note, flags, targets, lots }: RowDetails): boolean {
  return note !== '' || flags.length > 0 || targets.length > 0 || lots.length > 0;
}

export function documentItem(item: GatheredItem): DocumentItem {
  const { symbol, written, note, flags, targets, lots } = item;
  return {
    ...{ symbol, written, note, targets, lots },
    flags: FLAGS.filter((flag) => flags.has(flag)),
  };
}

function joinedNote(before: string, added: string): string {
  if (before === '' || added === '') return before + added;
  return before === added ? before : `${before}\n${added}`;
}
