import { describe, expect, it } from 'vitest';
import type { HandOver } from '../../../../electron/app/hand-over';
import { takeOver } from '../../../../electron/app/take-over';

const NOTHING: HandOver = {
  ...{ symbol: null, interval: null, locale: null, theme: null },
  ...{ barsFolder: null, offline: false, listFile: null },
};

function happens(wishes: Partial<HandOver>): unknown[] {
  const happened: unknown[] = [];
  takeOver(
    { ...NOTHING, ...wishes },
    {
      settings: { override: (wanted) => happened.push(['override', wanted]) },
      market: {
        visitBarsFolder: (folder) => happened.push(['folder', folder]),
        startSimulation: () => happened.push('simulation'),
      },
      openListFile: (path) => happened.push(['list', path]),
      show: () => happened.push('show'),
    },
  );
  return happened;
}

describe('takeOver', () => {
  it('shows the window, whatever was wanted', () => {
    expect(happens({})).toEqual([['override', {}], 'show']);
  });

  it('does what a second start wanted before it shows it', () => {
    expect(happens({ symbol: 'XNAS:NVDA', barsFolder: '/bars', offline: true })).toEqual([
      ...[['override', { charted: 'XNAS:NVDA' }], ['folder', '/bars'], 'show'],
    ]);
    expect(happens({ listFile: '/a.tapeout.json' })).toEqual([
      ...[['override', {}], ['list', '/a.tapeout.json'], 'show'],
    ]);
    expect(happens({ offline: true })).toEqual([['override', {}], 'simulation', 'show']);
  });
});
