import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { longestBlock, proveProbe } from '../../../../scripts/bench/store-app/longest-block.mjs';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the probe of the event loop', () => {
  it('sees how long nothing else could run', async () => {
    const seen = await longestBlock(async () => {
      await turn();
      const end = performance.now() + 60;
      while (performance.now() < end);
      await turn();
    });
    // Never less than the block, however busy the machine; timers may come a little early.
    expect(seen).toBeGreaterThan(50);
  });

  it('proves itself', async () => {
    await expect(proveProbe()).resolves.toBeUndefined();
  });
});
