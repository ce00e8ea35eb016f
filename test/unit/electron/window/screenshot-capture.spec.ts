import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureToFile } from '../../../../electron/window/screenshot-capture';
import { ManualScheduler } from '../core/quotes/manual-scheduler';

/** Draws a frame, later, for a wish that is not lost. */
class FakeContents {
  readonly happened: string[] = [];
  isEmpty = false;
  /** As many wishes for a frame are lost. */
  lostWishes = 0;
  private onFrame: (() => void) | null = null;

  beginFrameSubscription(_onlyDirty: boolean, onFrame: () => void): void {
    this.onFrame = onFrame;
  }

  endFrameSubscription(): void {
    this.onFrame = null;
  }

  invalidate(): void {
    this.lostWishes -= 1;
    if (this.lostWishes >= 0) return;
    this.happened.push('frame');
    this.onFrame?.();
  }

  async capturePage(): Promise<unknown> {
    this.happened.push(this.onFrame ? 'captured too early' : 'captured');
    return { isEmpty: () => this.isEmpty, toPNG: () => Buffer.from('png') };
  }
}

let folder: string;
let contents: FakeContents;
let scheduler: ManualScheduler;

function capture(path: string): Promise<void> {
  return captureToFile(contents as never, path, scheduler);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capture-'));
  contents = new FakeContents();
  scheduler = new ManualScheduler();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('captureToFile', () => {
  it('waits for two frames, of a page at rest too, and writes the picture', async () => {
    const path = join(folder, 'a.png');
    const captured = capture(path);
    scheduler.advance(50);
    await captured;
    expect(contents.happened).toEqual(['frame', 'frame', 'captured']);
    expect(readFileSync(path, 'utf8')).toBe('png');
    expect(scheduler.pending).toBe(0);
  });

  it('asks for frames again where a wish was lost', async () => {
    contents.lostWishes = 10;
    const captured = capture(join(folder, 'a.png'));
    scheduler.advance(550);
    await captured;
    expect(contents.happened).toEqual(['frame', 'frame', 'captured']);
  });

  it('captures what there is where no frame comes for three seconds', async () => {
    contents.lostWishes = 1_000_000;
    const captured = capture(join(folder, 'a.png'));
    scheduler.advance(2_999);
    expect(contents.happened).toEqual([]);
    scheduler.advance(1);
    await captured;
    expect(contents.happened).toEqual(['captured']);
    expect(scheduler.pending).toBe(0);
  });

  it('refuses an empty picture', async () => {
    contents.isEmpty = true;
    const captured = capture(join(folder, 'a.png'));
    scheduler.advance(50);
    await expect(captured).rejects.toThrow('the window gave an empty picture');
  });
});
