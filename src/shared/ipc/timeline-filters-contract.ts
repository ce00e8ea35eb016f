import { z } from 'zod/mini';
import {
  isFilterName,
  readSavedFilter,
  type SavedFilter,
} from '../domain/announcement-filter/saved-filter';
import { invoke } from './build';

const name = z.custom<string>((value) => isFilterName(value));
const saved = z.pipe(
  z.unknown().check(z.refine((value) => readSavedFilter(value) !== null)),
  // Only what a filter has goes on.
  z.transform((value) => readSavedFilter(value) as SavedFilter),
);

/** Filters of the timeline that the user keeps, always answered whole and in the order of their names. */
export const timelineFiltersContract = {
  list: invoke(z.undefined())<readonly SavedFilter[]>(),
  /** Saves it in place of the one that may have its name. */
  put: invoke(z.strictObject({ saved }))<SavedFiltersResult>(),
  rename: invoke(z.strictObject({ from: name, to: name }))<SavedFiltersResult>(),
  remove: invoke(z.strictObject({ name }))<readonly SavedFilter[]>(),
} as const;

export type SavedFiltersResult =
  | { readonly ok: true; readonly filters: readonly SavedFilter[] }
  | { readonly ok: false; readonly reason: 'too-many' | 'unknown' | 'name-taken' };
