import { describe, expect, it } from 'vitest';
import { windowBands } from '../../../../../src/features/chart/announcements/window-bands';
import type { SessionPlaces } from '../../../../../src/features/chart/chart-markers';

/** Sessions of 100 seconds with a bar every ten of them, the last one at 90. */
const INTRADAY: SessionPlaces = {
  barTimeOf: (key) => key,
  barTimesOf: (fromKey, toKey) => ({ fromKey, toKey: toKey + 90 }),
};
/** All sessions lie in one bar. */
const LONG: SessionPlaces = {
  barTimeOf: () => 0,
  barTimesOf: () => ({ fromKey: 0, toKey: 0 }),
};

describe('windowBands', () => {
  it('tell the first session that could react from what is before and after', () => {
    expect(windowBands({ fromKey: 100, reactionKey: 300, toKey: 500 }, INTRADAY)).toEqual([
      { fromKey: 100, toKey: 299, tone: 'window' },
      { fromKey: 300, toKey: 390, tone: 'reaction' },
      { fromKey: 391, toKey: 590, tone: 'window' },
    ]);
  });

  it('have nothing before it where the window begins with it', () => {
    const bands = windowBands({ fromKey: 300, reactionKey: 300, toKey: 300 }, INTRADAY);
    expect(bands).toEqual([{ fromKey: 300, toKey: 390, tone: 'reaction' }]);
  });

  it('do not mark a session that the window leaves out', () => {
    const bands = windowBands({ fromKey: 400, reactionKey: 300, toKey: 500 }, INTRADAY);
    expect(bands).toEqual([{ fromKey: 400, toKey: 590, tone: 'window' }]);
  });

  it('mark the bar that holds the session, and are none without bars', () => {
    const placed = { fromKey: 100, reactionKey: 300, toKey: 500 };
    expect(windowBands(placed, LONG)).toEqual([{ fromKey: 0, toKey: 0, tone: 'reaction' }]);
    expect(windowBands(placed, { ...LONG, barTimesOf: () => null })).toEqual([]);
  });
});
