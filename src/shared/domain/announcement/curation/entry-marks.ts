import type { PackOrigin } from './pack-origin';
import type { FacetName } from './facet-name';

/** What the list and the card tell of the user's hand in an entry. */
export interface EntryMarks {
  /** The user's own entry. */
  readonly own: boolean;
  /** Where it differs from the record by the user's will. */
  readonly edited: readonly FacetName[];
  /** What the user and a later record changed differently; the user's value is shown. */
  readonly conflicts: readonly FacetName[];
  readonly wrong: string | null;
  readonly annotation: string | null;
  /** The entries that became a part of it. */
  readonly mergedFrom: readonly string[];
  readonly origin: PackOrigin | null;
}
