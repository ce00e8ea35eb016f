import { z } from 'zod/mini';
import type {
  AsideEntry,
  CurationDetail,
  CurationResult,
  CurationState,
} from '../domain/announcement/curation/curation-view';
import { cleanText } from '../domain/announcement/curation/clean-text';
import type { ContentFault } from '../domain/announcement/curation/content-fault';
import type { EditHead } from '../domain/announcement/curation/edit-log';
import { LONGEST_REMARK } from '../domain/announcement/curation/entry-curation';
import { FACET_NAMES, type FacetName } from '../domain/announcement/curation/facet-name';
import { ANNOUNCEMENT_ID, readContent } from '../domain/announcement/curation/read-content';
import {
  PACK_FORMATS,
  PACK_LIMITS,
  PACK_SCOPES,
  type PackError,
  type PackFileError,
  type PackFormat,
} from '../domain/packs/pack';
import { LOCALES } from '../domain/settings/settings';
import type { LocalizedText } from '../domain/text/localized-text';
import { invoke, push } from './build';
import type { SaveResult } from './files-contract';

const nothing = z.undefined();
const id = z.string().check(z.maxLength(120), z.regex(ANNOUNCEMENT_ID));
/** Text of the user as it is kept: never empty, without control characters. */
const remark = z.pipe(
  z.string().check(z.maxLength(LONGEST_REMARK)),
  z.pipe(z.transform(cleanText), z.string().check(z.minLength(1))),
);
/** A form is checked by the page before; what is of another shape is a fault of the program. */
const content = z.pipe(
  z.unknown().check(z.refine((value) => readContent(value).faults.length === 0)),
  z.transform((value) => readContent(value).content),
);
const packId = z.int().check(z.positive());
const rowNumbers = z
  .array(z.int().check(z.positive(), z.maximum(PACK_LIMITS.entries)))
  .check(z.maxLength(PACK_LIMITS.entries));

/**
 * The user's edits of the record, and announcements in files. Main keeps them, shows the dialogs and
 * reads the files; no path comes from the page.
 */
export const curationContract = {
  getState: invoke(nothing)<CurationState>(),
  /** Null for an entry that is not there. */
  getDetail: invoke(z.strictObject({ id }))<CurationDetail | null>(),
  listSetAside: invoke(nothing)<readonly AsideEntry[]>(),
  /** `id` is null for a new entry. */
  save: invoke(z.strictObject({ id: z.nullable(id), content }))<CurationResult>(),
  setHidden: invoke(z.strictObject({ id, hidden: z.boolean() }))<CurationResult>(),
  annotate: invoke(z.strictObject({ id, annotation: z.nullable(remark) }))<CurationResult>(),
  markWrong: invoke(z.strictObject({ id, reason: z.nullable(remark) }))<CurationResult>(),
  merge: invoke(z.strictObject({ id, into: z.nullable(id) }))<CurationResult>(),
  settle: invoke(
    z.strictObject({ id, facet: z.enum(FACET_NAMES), choice: z.enum(['mine', 'record']) }),
  )<CurationResult>(),
  /** Takes every change of content away; an entry of the user's own goes as a whole. */
  revert: invoke(z.strictObject({ id }))<CurationResult>(),
  undo: invoke(nothing)<EditHead | null>(),
  redo: invoke(nothing)<EditHead | null>(),
  /** Shows the dialog and reads the file; nothing is changed. */
  openPack: invoke(nothing)<PackOpening>(),
  /** `left.rows` are the numbers of rows that are left out. Null where there was nothing to take. */
  commitPack: invoke(
    z.strictObject({ packId, left: z.strictObject({ rows: rowNumbers }) }),
  )<EditHead | null>(),
  cancelPack: invoke(z.strictObject({ packId }))<void>(),
  /** `shown.ids` are those that the list shows, for the scope of that name. */
  exportPack: invoke(
    z.strictObject({
      format: z.enum(PACK_FORMATS),
      scope: z.enum(PACK_SCOPES),
      shown: z.strictObject({ ids: z.array(id).check(z.maxLength(20_000)) }),
      locale: z.enum(LOCALES),
    }),
  )<SaveResult>(),
  onChanged: push<CurationState>(),
} as const;

export type PackOpening =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'refused';
      readonly fileName: string;
      readonly error: PackError | PackFileError;
    }
  | { readonly kind: 'preview'; readonly preview: PackPreview };

export interface PackPreview {
  readonly packId: number;
  readonly fileName: string;
  readonly format: PackFormat;
  readonly rows: readonly PackPreviewRow[];
  /** Fields beside the announcements that nothing here knows; they are left out. */
  readonly unknown: readonly string[];
}

/** One announcement of the file as it would be taken. */
export interface PackPreviewRow {
  readonly number: number;
  readonly verdict: 'new' | 'changes' | 'same' | 'refused';
  readonly title: LocalizedText;
  readonly date: string;
  readonly company: string;
  /** Where it differs from the entry that is there. */
  readonly changed: readonly FacetName[];
  readonly remarks: boolean;
  readonly faults: readonly ContentFault[];
  readonly repeated: boolean;
  /** Fields, programmes and chips that nothing here knows. */
  readonly leftOut: readonly string[];
  /** True where the file alone says that the claim is confirmed. */
  readonly confirmed: boolean;
}
