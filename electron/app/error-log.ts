import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hide, type HiddenFolders } from './redaction';

const LARGEST_FILE_BYTES = 1_000_000;
const FILE_NAME = 'tapeout.log';
const OLDER_FILE_NAME = 'tapeout.older.log';

/**
 * What went wrong in main: lines of JSON in one file and, once that is full, in one older file.
 * Written at once, because a line that matters is often the last one. Secrets and the names of
 * folders are hidden.
 */
export class ErrorLog {
  private opened = false;
  private failed = false;

  /**
   * @param folder - made with the first line
   * @param nowMs - UTC milliseconds
   * @param hiddenFolders - what stands for the paths that would tell who the user is
   * @param complain - hears once that the log cannot be written
   */
  constructor(
    private readonly folder: string,
    private readonly nowMs: () => number,
    private readonly hiddenFolders: HiddenFolders,
    private readonly complain: (text: string) => void,
  ) {}

  error(message: string, cause?: unknown): void {
    const entry = {
      at: new Date(this.nowMs()).toISOString(),
      message: this.hide(message),
      ...(cause === undefined ? {} : { cause: this.hide(describe(cause)) }),
    };
    try {
      this.open();
      const path = join(this.folder, FILE_NAME);
      const line = `${JSON.stringify(entry)}\n`;
      if (sizeOf(path) + Buffer.byteLength(line) > LARGEST_FILE_BYTES) {
        renameSync(path, join(this.folder, OLDER_FILE_NAME));
      }
      appendFileSync(path, line);
    } catch (error) {
      if (!this.failed) this.complain(`the log cannot be written: ${this.hide(describe(error))}`);
      this.failed = true;
    }
  }

  private hide(text: string): string {
    return hide(text, this.hiddenFolders);
  }

  private open(): void {
    if (this.opened) return;
    mkdirSync(this.folder, { recursive: true });
    this.opened = true;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? String(cause)) : String(cause);
}
