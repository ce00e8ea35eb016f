import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  collectGarbage,
  MemoryRelief,
  RELIEF_AFTER_MS,
} from '../../../../electron/window/memory-relief';
import { ManualTime } from '../../../helpers/manual-time';

let scheduler: ManualTime;
let isWindowOpen: boolean;
let collected: number;
let failure: Error | null;
let errors: unknown[];
let relief: MemoryRelief;

beforeEach(() => {
  scheduler = new ManualTime(0);
  isWindowOpen = false;
  collected = 0;
  failure = null;
  errors = [];
  relief = new MemoryRelief({
    scheduler,
    isWindowOpen: () => isWindowOpen,
    collect: async () => {
      collected += 1;
      if (failure) throw failure;
    },
    onError: (error) => errors.push(error),
  });
});

describe('MemoryRelief', () => {
  it('gives memory back once, a while after the window has gone', () => {
    relief.windowGone();
    scheduler.move(RELIEF_AFTER_MS - 1);
    expect(collected).toBe(0);
    scheduler.move(1);
    scheduler.move(10 * RELIEF_AFTER_MS);
    expect(collected).toBe(1);
  });

  it('begins anew with each window that goes', () => {
    relief.windowGone();
    scheduler.move(RELIEF_AFTER_MS - 1);
    relief.windowGone();
    scheduler.move(RELIEF_AFTER_MS - 1);
    expect(collected).toBe(0);
    scheduler.move(1);
    expect(collected).toBe(1);
  });

  it('does not stop main for it where the window is back, or the app ends', () => {
    relief.windowGone();
    isWindowOpen = true;
    scheduler.move(RELIEF_AFTER_MS);
    isWindowOpen = false;
    relief.windowGone();
    relief.dispose();
    scheduler.move(RELIEF_AFTER_MS);
    expect(collected).toBe(0);
  });

  it('tells of a failure', async () => {
    failure = new Error('no collector');
    relief.windowGone();
    scheduler.move(RELIEF_AFTER_MS);
    await setImmediate();
    expect(errors).toEqual([failure]);
  });
});

describe('collectGarbage', () => {
  it('frees what nothing holds', async () => {
    const forgotten = (() => new WeakRef({ some: 'thing' }))();
    await setImmediate();
    await collectGarbage();
    expect(forgotten.deref()).toBeUndefined();
  });
});
