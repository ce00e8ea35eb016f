import { describe, expect, it } from 'vitest';
import { nearestTarget } from '../../../../../src/shared/domain/watchlist/target-distance';

const at = (price: number) => ({ price, label: '' });

describe('nearestTarget', () => {
  it('is the nearest one, above or below', () => {
    expect(nearestTarget([at(150), at(95), at(120)], 100)).toEqual({
      target: at(95),
      fraction: expect.closeTo(-0.05) as number,
    });
    expect(nearestTarget([at(120), at(130)], 100)?.fraction).toBeCloseTo(0.2);
  });

  it('is none without a target or a price', () => {
    expect(nearestTarget([], 100)).toBeNull();
    expect(nearestTarget([at(1)], null)).toBeNull();
    expect(nearestTarget([at(1)], 0)).toBeNull();
  });
});
