import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../src/features/industry/chip-bars';
import {
  apartDayPx,
  clusterMarks,
  GLYPH_ROOM_PX,
} from '../../../../src/features/industry/mark-clusters';
import { anyClaims, claimOf } from './made-up-claims';

const anyDayPx = fc.double({ min: 0.1, max: 80, noNaN: true });
const ids = (clusters: ReturnType<typeof clusterMarks>): string[][] =>
  clusters.map(({ marks }) => marks.map(({ claim }) => claim.id));

const MARKS = marksOf([
  claimOf('a', '2024-01-01'),
  claimOf('b', '2024-01-03'),
  claimOf('c', '2024-03-01'),
]);

describe('glyphs that would overlap', () => {
  it('become one, and come apart as there is room', () => {
    expect(ids(clusterMarks(MARKS, 0.1))).toEqual([['a', 'b', 'c']]);
    expect(ids(clusterMarks(MARKS, 1))).toEqual([['a', 'b'], ['c']]);
    expect(ids(clusterMarks(MARKS, 11))).toEqual([['a'], ['b'], ['c']]);
  });

  it('stand apart at every scale, in order, and lose no claim', () => {
    fc.assert(
      fc.property(anyClaims, anyDayPx, (claims, dayPx) => {
        const clusters = clusterMarks(marksOf(claims), dayPx);
        expect(clusters.flatMap(({ marks }) => marks)).toEqual(marksOf(claims));
        clusters.slice(1).forEach(({ atDay }, at) => {
          const apart = (atDay - (clusters[at]?.atDay ?? 0)) * dayPx;
          expect(apart).toBeGreaterThanOrEqual(GLYPH_ROOM_PX - 1e-6);
        });
        for (const { marks } of clusters) {
          const widest = ((marks.at(-1)?.atDay ?? 0) - (marks[0]?.atDay ?? 0)) * dayPx;
          expect(widest).toBeLessThanOrEqual(2 * GLYPH_ROOM_PX);
        }
      }),
    );
  });

  it('keep the span of what is not known to the day', () => {
    const marks = marksOf([
      claimOf('a', '2024-01-15'),
      claimOf('b', '2024-01-01', { precision: 'month' }),
    ]);
    const [cluster] = clusterMarks(marks, 1);
    const [month] = marks.filter(({ exact }) => !exact);
    expect(cluster?.span).toEqual({ fromDay: month?.fromDay, toDay: month?.toDay });
    expect(clusterMarks(MARKS, 1).map(({ span }) => span)).toEqual([null, null]);
  });
});

describe('the scale at which they come apart', () => {
  it('shows each by itself', () => {
    const [cluster] = clusterMarks(MARKS.slice(0, 2), 1);
    const dayPx = cluster ? apartDayPx(cluster) : null;
    expect(ids(clusterMarks(MARKS.slice(0, 2), dayPx ?? 0))).toEqual([['a'], ['b']]);
  });

  it('is none for claims of one day', () => {
    const marks = marksOf([claimOf('a', '2024-01-01'), claimOf('b', '2024-01-01')]);
    const [cluster] = clusterMarks(marks, 80);
    expect(cluster?.marks).toHaveLength(2);
    expect(cluster && apartDayPx(cluster)).toBeNull();
  });
});
