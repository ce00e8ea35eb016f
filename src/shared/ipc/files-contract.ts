import { z } from 'zod/mini';
import { FILE_KINDS } from '../domain/formats/file-kind';
import { invoke } from './build';

/** More than any picture or table of the app has; it keeps main from holding what nobody meant. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;
const LONGEST_TEXT = 10_000_000;

const bytes = z
  .instanceof(Uint8Array)
  .check(z.refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_FILE_BYTES));
/** A name and no path on any system. */
const fileName = z
  .string()
  .check(z.maxLength(120), z.regex(/^[^\s.\\/:*?"<>|\p{Cc}][^\\/:*?"<>|\p{Cc}]*$/u));
const text = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT), z.regex(/^[^\0]*$/));

/**
 * What the user takes out of the app. Main shows the dialog and keeps the path; the page may ask
 * neither for a file nor for the clipboard itself.
 */
export const filesContract = {
  /** `suggestedName` is without its extension, which `kind` gives. */
  saveFile: invoke(
    z.strictObject({ suggestedName: fileName, kind: z.enum(FILE_KINDS), bytes }),
  )<SaveResult>(),
  copyText: invoke(z.strictObject({ text }))<void>(),
  /** `png` is a whole PNG file. */
  copyPicture: invoke(z.strictObject({ png: bytes }))<CopyResult>(),
} as const;

export type SaveResult =
  | { readonly saved: true }
  /** Nothing was written, and a file of that name is as it was. */
  | { readonly saved: false; readonly reason: 'closed' | 'disk-full' | 'not-writable' };

/** False where the bytes are no picture. */
export interface CopyResult {
  readonly copied: boolean;
}
