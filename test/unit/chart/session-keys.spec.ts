import { describe, expect, it } from 'vitest';
import { indexAtOrBefore, indexOfSession } from '../../../src/chart/session-keys';

// The column is longer than the series: what lies behind is room for newer bars.
const keys = { time: Float64Array.of(100, 200, 300, 400), length: 3 };

describe('indexOfSession', () => {
  it('finds a session and no other', () => {
    expect([100, 200, 300].map((key) => indexOfSession(keys, key))).toEqual([0, 1, 2]);
    expect([99, 150, 301, 400, Number.NaN].map((key) => indexOfSession(keys, key))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('indexAtOrBefore', () => {
  it('finds the last session that is not later', () => {
    expect([99, 100, 199, 200, 350, 400].map((key) => indexAtOrBefore(keys, key))).toEqual([
      -1, 0, 0, 1, 2, 2,
    ]);
  });
});
