import type { InstrumentId } from '../../instrument/instrument';
import type { WrittenListFormat } from './list-format';

/** What of a list a form cannot carry. */
export const LIST_LOSSES = [
  /** Items whose instrument has no spelling there and are not in the file. */
  'items',
  /** Items in the file in a spelling that does not mean the same instrument there. */
  'identities',
  /** The name of the list, where not even the name of the file can tell it. */
  'list-name',
  /** Names of sections. */
  'sections',
  /** Sections without items. */
  'empty-sections',
  /** A section that has the name of an earlier one and becomes one with it. */
  'joined-sections',
  /** Items that stand in several sections and become one. */
  'repeated-items',
  /** An unnamed section that is not the first one and becomes it. */
  'order',
  'notes',
  'flags',
  'targets',
  'lots',
  'lot-currencies',
  'lot-comments',
  'lot-commissions',
  'lot-dates',
  'lot-prices',
  /** Line breaks and signs within texts that the form takes for its own. */
  'text-marks',
] as const;
export type LossKind = (typeof LIST_LOSSES)[number];

export interface ListLoss {
  readonly kind: LossKind;
  /** Items, sections, lots or texts. */
  readonly count: number;
  /** The first symbols (or names of sections) that it is about. */
  readonly examples: readonly string[];
}

/** A list as a text of a form. */
export interface ListWriting {
  readonly format: WrittenListFormat;
  /** To be encoded as UTF-8; begins with U+FEFF where the form wants a mark. */
  readonly text: string;
  /** Items in it. */
  readonly written: number;
  /** Empty where reading it again gives the same list. */
  readonly lost: readonly ListLoss[];
}

/** How forms spell the instruments that are known. */
export interface ListSpelling {
  /**
   * How the form writes the instrument. It means this one, and where it does not settle which
   * instrument is meant, this one among others; null where the form has no such spelling.
   */
  symbol(format: WrittenListFormat, id: InstrumentId): string | null;
  /** True for a spelling of the instrument that the form's own program writes: it is kept as it came. */
  isOwn(format: WrittenListFormat, id: InstrumentId, text: string): boolean;
  /** The instrument that a row with these spellings means; null where it means none or several. */
  meaning(spellings: readonly string[]): InstrumentId | null;
  /** The English name; null where it is not known. */
  name(id: InstrumentId): string | null;
  /** ISO 4217; null where it is not known. */
  currency(id: InstrumentId): string | null;
}
