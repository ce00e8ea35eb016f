import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WindowBounds } from '../../../../electron/window/window-bounds';
import { WindowBoundsRepository } from '../../../../electron/window/window-bounds-repository';
import { ManualScheduler } from '../core/quotes/manual-scheduler';

const BOUNDS: WindowBounds = { x: 10, y: 20, width: 800, height: 600, maximized: false };

let folder: string;
let path: string;
let failures: string[];
let scheduler: ManualScheduler;
let repository: WindowBoundsRepository;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-bounds-'));
  path = join(folder, 'window.json');
  failures = [];
  scheduler = new ManualScheduler();
  repository = new WindowBoundsRepository(path, scheduler, (message) => failures.push(message));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('WindowBoundsRepository', () => {
  it('knows nothing at the first start', () => {
    expect(repository.load()).toBeNull();
    expect(failures).toEqual([]);
  });

  it('knows nothing of a file that is not ours', () => {
    writeFileSync(path, '{"x":');
    expect(repository.load()).toBeNull();
  });

  it('reports a file that cannot be read', () => {
    mkdirSync(path);
    expect(repository.load()).toBeNull();
    expect(failures).toEqual(['window bounds could not be read']);
  });

  it('writes what is remembered and loads it again', async () => {
    repository.remember(BOUNDS);
    await repository.flush();
    expect(repository.load()).toEqual(BOUNDS);
    expect(scheduler.pending).toBe(0);
  });

  it('writes the last bounds only, half a second after the window came to rest', async () => {
    repository.remember(BOUNDS);
    scheduler.advance(499);
    repository.remember({ ...BOUNDS, x: 11 });
    scheduler.advance(499);
    expect(existsSync(path)).toBe(false);
    scheduler.advance(1);
    await repository.flush();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...BOUNDS, x: 11 });
  });

  it('writes nothing twice', async () => {
    repository.remember(BOUNDS);
    await repository.flush();
    rmSync(path);
    await repository.flush();
    expect(existsSync(path)).toBe(false);
  });

  it('reports a write that fails and goes on', async () => {
    mkdirSync(join(path, 'in the way'), { recursive: true });
    repository.remember(BOUNDS);
    await repository.flush();
    expect(failures).toEqual(['window bounds could not be written']);
  });
});
