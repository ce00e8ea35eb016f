import { describe, expect, it } from 'vitest';
import { centredRanks } from '../../../../../../src/shared/domain/event-study/panel/rank-test';

describe('centredRanks', () => {
  it('ranks estimation and event window together', () => {
    // 0.5 -> 4, -0.1 -> 1, 0.2 -> 2, 0.3 -> 3 of four: rank / 5 - 1/2.
    const ranks = centredRanks(Float64Array.of(0.5, -0.1), Float64Array.of(0.2, 0.3));
    [0.3, -0.3, -0.1, 0.1].forEach((rank, at) => expect(ranks[at]).toBeCloseTo(rank, 14));
  });

  it('gives equal values their mean rank', () => {
    const ranks = centredRanks(Float64Array.of(1, 1, 0), Float64Array.of(1));
    // Ranks 3, 3, 1, 3.
    [0.1, 0.1, -0.3, 0.1].forEach((rank, at) => expect(ranks[at]).toBeCloseTo(rank, 14));
  });

  it('adds up to nothing', () => {
    const values = Float64Array.from({ length: 101 }, (_, at) => Math.sin(at * at));
    const ranks = centredRanks(values, values.slice(0, 5));
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(0, 12);
  });
});
