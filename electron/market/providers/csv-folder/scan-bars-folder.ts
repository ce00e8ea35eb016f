import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BarsFile, FolderScan } from '../../../core/market/bars-folder-port';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { FolderError } from '../../../../src/shared/domain/market/market-status';
import { isBarsFileName } from './instrument-file-names';

/** Rises when the same file would give other bars, so that stored ones are read again. */
const READING_REVISION = 1;

const FOLDER_ERRORS: Readonly<Record<string, FolderError>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-a-folder',
};

/**
 * Lists the files of bars in a folder, not in folders below it, by name. Of two files for one
 * instrument the second is refused.
 */
export async function scanBarsFolder(
  folder: string,
  resolve: (fileName: string) => InstrumentId | null,
): Promise<FolderScan> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter(isBarsFileName).sort();
  } catch (error) {
    return { ok: false, error: folderErrorOf(error) };
  }
  const taken = new Set<InstrumentId>();
  const files: BarsFile[] = [];
  for (const fileName of names) {
    const fingerprint = await fingerprintOf(join(folder, fileName));
    if (fingerprint === 'folder') continue;
    const instrument = resolve(fileName);
    files.push({
      fileName,
      instrument,
      error: errorOf(instrument, fingerprint, taken),
      fingerprint: fingerprint ?? '',
    });
    if (instrument !== null) taken.add(instrument);
  }
  return files.length > 0 ? { ok: true, files } : { ok: false, error: 'no-csv-files' };
}

function errorOf(
  instrument: InstrumentId | null,
  fingerprint: string | null,
  taken: ReadonlySet<InstrumentId>,
): BarsFile['error'] {
  if (instrument === null) return 'unknown-instrument';
  if (taken.has(instrument)) return 'duplicate-instrument';
  return fingerprint === null ? 'not-readable' : null;
}

/** Null where the file cannot be looked at, or is a pipe or a device; `folder` for a folder. */
async function fingerprintOf(path: string): Promise<string | null> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile()
      ? JSON.stringify([READING_REVISION, path, stats.size, stats.mtimeMs])
      : null;
  } catch {
    return null;
  }
}

function folderErrorOf(error: unknown): FolderError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FOLDER_ERRORS[code] ?? 'not-readable';
}
