import { describe, expect, it } from 'vitest';
import { highlightOf, markersOf } from '../../../../src/features/chart/chart-markers';
import type { AnnouncementSummary } from '../../../../src/shared/domain/announcement/announcement';
import type { Placement } from '../../../../src/shared/domain/announcement/placement';

function announcement(id: string): AnnouncementSummary {
  return {
    id,
    date: '2016-05-18',
    precision: 'day',
    company: 'google',
    chip: 'TPU',
    kind: 'accelerator',
    stage: 'announced',
    claim: 'confirmed',
    title: { en: id, zh: id },
    instruments: [],
    verified: true,
    sourceCount: 1,
  };
}

const onSession = (sessionKey: number): Placement => ({
  kind: 'session',
  sessionKey,
  index: 0,
  shifted: false,
});

describe('the markers of a chart', () => {
  it('stand once for each session, oldest first, with all announcements of the session', () => {
    const places: Record<string, Placement> = {
      b: onSession(200),
      a: onSession(100),
      c: onSession(200),
    };
    const markers = markersOf(
      ['b', 'a', 'c'].map(announcement),
      ({ id }) => places[id] as Placement,
    );
    expect(markers.map(({ sessionKey }) => sessionKey)).toEqual([100, 200]);
    expect(markers.map((marker) => marker.announcements.map(({ id }) => id))).toEqual([
      ['a'],
      ['b', 'c'],
    ]);
  });

  it('leave out what has no session of its own', () => {
    const places: Record<string, Placement> = {
      month: { kind: 'span', fromKey: 100, toKey: 200 },
      future: { kind: 'none', reason: 'after-history' },
    };
    expect(
      markersOf(['month', 'future'].map(announcement), ({ id }) => places[id] as Placement),
    ).toEqual([]);
  });
});

describe('the highlight of the selected announcement', () => {
  it('is a line on a session, a band over a span, and nothing elsewhere', () => {
    expect(highlightOf(onSession(5))).toEqual({ kind: 'session', sessionKey: 5 });
    expect(highlightOf({ kind: 'span', fromKey: 1, toKey: 9 })).toEqual({
      kind: 'span',
      fromKey: 1,
      toKey: 9,
    });
    expect(highlightOf({ kind: 'none', reason: 'gap' })).toBeNull();
  });
});
