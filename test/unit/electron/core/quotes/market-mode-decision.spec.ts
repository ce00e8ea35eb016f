import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideAtStart,
  decideWithoutFolder,
} from '../../../../../electron/core/quotes/market-mode-decision';

describe('decideAtStart', () => {
  it.each([
    // barsFolder, offline, remembered, ever stored -> mode, unasked
    [null, false, null, false, 'simulated', true],
    [null, false, null, true, 'live', false],
    [null, false, '/remembered', false, 'bars-folder', false],
    [null, false, '/remembered', true, 'bars-folder', false],
    [null, true, null, false, 'simulated', false],
    [null, true, null, true, 'simulated', false],
    [null, true, '/remembered', true, 'simulated', false],
    ['/asked', false, null, false, 'bars-folder', false],
    ['/asked', false, '/remembered', true, 'bars-folder', false],
    ['/asked', true, null, true, 'bars-folder', false],
  ] as const)(
    'folder %j, offline %j, remembered %j, real bars ever stored %j: %s, unasked %j',
    (barsFolder, offline, rememberedFolder, realBarsEverStored, mode, unasked) => {
      const launch = { barsFolder, offline };
      expect(decideAtStart({ launch, rememberedFolder, realBarsEverStored })).toEqual({
        mode,
        unasked,
      });
    },
  );

  it('never simulates unasked once real bars were stored', () => {
    const folder = fc.option(fc.constant('/bars'));
    fc.assert(
      fc.property(folder, folder, fc.boolean(), (barsFolder, rememberedFolder, offline) => {
        const launch = { barsFolder, offline };
        const decision = decideAtStart({ launch, rememberedFolder, realBarsEverStored: true });
        expect(decision.unasked).toBe(false);
        expect(decision.mode === 'simulated').toBe(offline && barsFolder === null);
      }),
    );
  });
});

describe('decideWithoutFolder', () => {
  it('shows what is stored, and simulates only where nothing real ever was', () => {
    expect(decideWithoutFolder(true)).toEqual({ mode: 'live', unasked: false });
    expect(decideWithoutFolder(false)).toEqual({ mode: 'simulated', unasked: true });
  });
});
