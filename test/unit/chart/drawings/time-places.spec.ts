import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionOfTime, timeAtPosition } from '../../../../src/chart/drawings/time-places';

const DAY = 86_400;
/** Monday to Friday, and the Monday after. */
const keys = { time: new Float64Array([0, 1, 2, 3, 4, 7].map((day) => day * DAY)), length: 6 };

describe('positionOfTime', () => {
  it('is the centre of the bar that a time stands on: the last one that does not begin after it', () => {
    expect(positionOfTime(keys, 3 * DAY)).toBe(3.5);
    expect(positionOfTime(keys, 5 * DAY)).toBe(4.5);
    expect(positionOfTime(keys, 7 * DAY)).toBe(5.5);
  });

  it('counts bars of the usual distance on beyond the series', () => {
    expect(positionOfTime(keys, 9 * DAY)).toBe(7.5);
    expect(positionOfTime(keys, -2 * DAY)).toBe(-1.5);
  });

  it('is undone by the time at that position, on bars and beyond them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 60 }), (index) => {
        const time = timeAtPosition(keys, index + 0.5);
        expect(positionOfTime(keys, time)).toBe(index + 0.5);
      }),
    );
  });

  it('knows nothing of an empty series', () => {
    const none = { time: new Float64Array(0), length: 0 };
    expect(positionOfTime(none, 5)).toBe(0);
    expect(timeAtPosition(none, 5)).toBe(0);
  });
});
