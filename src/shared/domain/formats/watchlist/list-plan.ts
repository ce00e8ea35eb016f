import type { InstrumentId } from '../../instrument/instrument';
import type { Separator } from '../import/import-plan';
import type { ListFormat } from './list-format';

/** What a column of a table can hold. Several columns may be notes; each other role occurs once. */
export const LIST_COLUMNS = [
  'symbol',
  'exchange',
  'name',
  'note',
  'section',
  'flags',
  'targets',
  'quantity',
  'price',
  'currency',
  'date',
  'commission',
  'comment',
  'highLimit',
  'lowLimit',
  /** Bought or sold. */
  'side',
  'ignored',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** How a table of instruments is to be read. */
export interface ListTablePlan {
  readonly separator: Separator;
  readonly decimalMark: '.' | ',';
  readonly hasHeader: boolean;
  /** What every column holds, from the left. */
  readonly columns: readonly ListColumn[];
}

/** Decisions of the user; everything else is guessed around them. */
export interface ListWish {
  readonly format?: ListFormat | undefined;
  readonly table?: { readonly [Name in keyof ListTablePlan]?: ListTablePlan[Name] | undefined };
}

/** Which instrument a spelling means where the spelling does not say it; by the spelling as it is written. */
export type SymbolChoices = ReadonlyMap<string, InstrumentId>;
