import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureToFile } from '../../../../electron/window/screenshot-capture';

/** Draws a frame, later, for each time that it is asked to. */
class FakeContents {
  readonly happened: string[] = [];
  isEmpty = false;
  private onFrame: (() => void) | null = null;

  beginFrameSubscription(_onlyDirty: boolean, onFrame: () => void): void {
    this.onFrame = onFrame;
  }

  endFrameSubscription(): void {
    this.onFrame = null;
  }

  invalidate(): void {
    queueMicrotask(() => {
      this.happened.push('frame');
      this.onFrame?.();
    });
  }

  async capturePage(): Promise<unknown> {
    this.happened.push(this.onFrame ? 'captured too early' : 'captured');
    return { isEmpty: () => this.isEmpty, toPNG: () => Buffer.from('png') };
  }
}

let folder: string;
let contents: FakeContents;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capture-'));
  contents = new FakeContents();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('captureToFile', () => {
  it('waits for two frames, of a page at rest too, and writes the picture', async () => {
    const path = join(folder, 'a.png');
    await captureToFile(contents as never, path);
    expect(contents.happened).toEqual(['frame', 'frame', 'captured']);
    expect(readFileSync(path, 'utf8')).toBe('png');
  });

  it('refuses an empty picture', async () => {
    contents.isEmpty = true;
    await expect(captureToFile(contents as never, join(folder, 'a.png'))).rejects.toThrow(
      'the window gave an empty picture',
    );
  });
});
