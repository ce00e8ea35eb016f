import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/** Opening a pipe without a writer would wait for ever. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export type FileReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `message` goes on behind the path: `does not exist`. */
  | { readonly ok: false; readonly message: string };

/** Reads a regular file of at most so many bytes. */
export async function readListFile(path: string, most: number): Promise<FileReading> {
  const refuse = (message: string): FileReading => ({ ok: false, message });
  try {
    const file = await open(path, WITHOUT_WAITING);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return refuse('is not a file');
      if (stats.size > most) return refuse(`is larger than any list: above ${most} bytes`);
      return { ok: true, bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuse(codeOf(error) === 'ENOENT' ? 'does not exist' : 'cannot be read');
  }
}

/**
 * Writes a whole file, or nothing of it.
 *
 * @param isOver - true where it may take the place of another one
 * @returns why not, to go on behind the path; null where it was written
 */
export async function writeListFile(
  path: string,
  text: string,
  isOver: boolean,
): Promise<string | null> {
  const target = isOver ? `${path}.${process.pid}.tmp` : path;
  let isOurs = false;
  try {
    const file = await open(target, 'wx');
    isOurs = true;
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (isOver) await rename(target, path);
    return null;
  } catch (error) {
    if (isOurs) await rm(target, { force: true });
    return codeOf(error) === 'EEXIST' ? 'exists already' : 'cannot be written';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
