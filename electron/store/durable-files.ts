import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Copies to a new file that is on the disk when this returns. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  flush(to, 'r+');
  flushFolderOf(to);
}

/** Renames a finished file over another; after a power cut it is there whole, or not at all. */
export function renameDurably(from: string, to: string): void {
  flush(from, 'r+');
  renameSync(from, to);
  flushFolderOf(to);
}

function flushFolderOf(file: string): void {
  // Windows cannot open a folder; NTFS writes the change to its own journal.
  if (process.platform !== 'win32') flush(dirname(file), 'r');
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
