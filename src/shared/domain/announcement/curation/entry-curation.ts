import type { AnnouncementContent, Facets } from './facet';
import type { FacetName } from './facet-name';
import type { PackOrigin } from './pack-origin';

/** Longest annotation and reason, in characters. */
export const LONGEST_REMARK = 2000;

/**
 * What the user made of one entry: an overlay that is kept beside the record and never inside of it.
 * An entry of the user's own is whole in its overlay.
 */
export interface EntryCuration {
  /** Of the entry that it lies over; `user:...` for the user's own. */
  readonly id: string;
  /** The whole entry where it is the user's own; null where it lies over one of the record. */
  readonly own: AnnouncementContent | null;
  /** What was changed of an entry of the record. */
  readonly facets: FacetEdits;
  readonly hidden: boolean;
  /** Why the user takes the entry for wrong; null where he does not. */
  readonly wrong: string | null;
  readonly annotation: string | null;
  /** The entry that this one became a part of. */
  readonly mergedInto: string | null;
  /** Where entry or edits were imported from; null for what was made by hand. */
  readonly origin: PackOrigin | null;
}

/** A change of one part, with what the record said when it was made. */
export interface FacetEdit<Name extends FacetName = FacetName> {
  readonly base: Facets[Name];
  readonly mine: Facets[Name];
}

export type FacetEdits = { readonly [Name in FacetName]?: FacetEdit<Name> };

/** What becomes of one entry's overlay by an edit; null: there is none. */
export interface CurationChange {
  readonly id: string;
  readonly before: EntryCuration | null;
  readonly after: EntryCuration | null;
}

export const EDIT_KINDS = [
  'add',
  'edit',
  'hide',
  'show',
  'annotate',
  'mark-wrong',
  'unmark-wrong',
  'merge',
  'unmerge',
  'settle',
  'revert',
  'remove',
  'import',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** `dropped`: undone, and then something else was done. */
export const EDIT_STATES = ['done', 'undone', 'dropped'] as const;
export type EditState = (typeof EDIT_STATES)[number];

/** Entries of the user's own have identities that the record never uses. */
export const OWN_PREFIX = 'user:';

export function isOwnId(id: string): boolean {
  return id.startsWith(OWN_PREFIX);
}

/** An overlay that changes nothing yet. */
export function emptyCuration(id: string): EntryCuration {
  return {
    ...{ id, own: null, facets: {}, hidden: false, wrong: null },
    ...{ annotation: null, mergedInto: null, origin: null },
  };
}

/** Null for an overlay that changes nothing. */
export function orNothing(curation: EntryCuration): EntryCuration | null {
  const { own, facets, hidden, wrong, annotation, mergedInto } = curation;
  const changesContent = own !== null || Object.keys(facets).length > 0;
  const remarks = wrong !== null || annotation !== null;
  return changesContent || hidden || remarks || mergedInto !== null ? curation : null;
}
