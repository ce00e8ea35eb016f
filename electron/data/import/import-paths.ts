import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const TEXT_FILES = /\.(csv|tsv|txt)(\.gz)?$/i;
/** More files than anyone looks through in a preview. */
export const MOST_IMPORT_FILES = 500;

/**
 * The files of an import: those chosen, and of a folder its CSV, TSV and text files, by name; not
 * those of folders below, and no hidden ones.
 */
export async function filesOfImport(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) files.push(path);
    else files.push(...(await filesOfFolder(path)));
  }
  return [...new Set(files)].slice(0, MOST_IMPORT_FILES);
}

async function filesOfFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => TEXT_FILES.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What cannot be looked at is shown as a file that cannot be read.
    return false;
  }
}
