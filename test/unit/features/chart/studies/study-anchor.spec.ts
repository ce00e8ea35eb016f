import { describe, expect, it } from 'vitest';
import type { Placement } from '../../../../../src/shared/domain/announcement/placement';
import { sampleAnnouncements } from '../../../../helpers/desk-sample';
import { anchorOf, anchorTime } from '../../../../../src/features/chart/studies/study-anchor';

const summaries = sampleAnnouncements.map((each) => ({
  ...each,
  sourceCount: each.sources.length,
  sourceTiers: each.sources.map(({ tier }) => tier),
}));
const [first, second] = summaries;
if (!first || !second) throw new Error('the sample has too few announcements');
const timeline = (selected = second, loaded = true) => ({
  get: (id: string) => summaries.find((each) => each.id === id),
  selected: selected as never,
  loaded,
});
const series = (placement: Placement, bar: number | null = 500) => ({
  place: () => placement,
  barTimeOf: () => bar,
});
const SESSION: Placement = { kind: 'session', sessionKey: 400, index: 3, shifted: false };

describe('where an anchored average begins', () => {
  it('is the bar of the announcement that was chosen, or of the selected one', () => {
    expect(anchorOf({ announcement: first.id }, timeline())).toBe(first);
    expect(anchorOf({ announcement: null }, timeline())).toBe(second);
    expect(anchorTime({ announcement: first.id }, timeline(), series(SESSION))).toEqual({
      time: 500,
    });
  });

  it('says why there is none', () => {
    const of = (placement: Placement, bar: number | null = 500) =>
      anchorTime({ announcement: first.id }, timeline(), series(placement, bar));
    expect(of({ kind: 'none', reason: 'before-history' })).toEqual({ gap: 'no-session-bar' });
    expect(of(SESSION, null)).toEqual({ gap: 'no-session-bar' });
    expect(of({ kind: 'span', fromKey: 1, toKey: 2 })).toEqual({ gap: 'no-day' });
    const none = { ...timeline(), selected: null };
    expect(anchorTime({ announcement: null }, none, series(SESSION))).toEqual({
      gap: 'nothing-selected',
    });
  });

  it('waits for the announcements before it misses one', () => {
    const gone = { announcement: 'gone' };
    expect(anchorTime(gone, timeline(second, false), series(SESSION))).toBeNull();
    expect(anchorTime(gone, timeline(), series(SESSION))).toEqual({ gap: 'unknown-announcement' });
  });
});
