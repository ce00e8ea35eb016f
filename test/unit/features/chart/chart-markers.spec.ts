import { describe, expect, it } from 'vitest';
import {
  highlightOf,
  markersOf,
  type SessionPlaces,
} from '../../../../src/features/chart/chart-markers';
import type { AnnouncementSummary } from '../../../../src/shared/domain/announcement/announcement';
import type { Placement } from '../../../../src/shared/domain/announcement/placement';

function announcement(id: string): AnnouncementSummary {
  return {
    id,
    date: '2016-05-18',
    precision: 'day',
    at: null,
    company: 'google',
    programmes: ['google-tpu'],
    chips: [],
    label: null,
    kind: 'accelerator',
    contextKind: null,
    workload: 'training',
    stage: 'announced',
    claim: 'confirmed',
    process: null,
    foundry: null,
    isa: null,
    designPartners: [],
    title: { en: id, zh: id },
    instruments: [],
    verified: true,
    refersTo: [],
    sourceCount: 1,
    sourceTiers: ['primary'],
  };
}

const onSession = (sessionKey: number): Placement => ({
  kind: 'session',
  sessionKey,
  index: 0,
  shifted: false,
});

/** Each bar is a session. */
const DAILY: SessionPlaces = {
  barTimeOf: (sessionKey) => sessionKey,
  barTimesOf: (fromKey, toKey) => ({ fromKey, toKey }),
};
/** Bars of a hundred sessions each; none holds the session 350. */
const LONGER: SessionPlaces = {
  barTimeOf: (key) => (key === 350 ? null : Math.floor(key / 100) * 100),
  barTimesOf: (from, to) => ({
    fromKey: Math.floor(from / 100) * 100,
    toKey: Math.floor(to / 100) * 100,
  }),
};

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
      DAILY,
    );
    expect(markers.map(({ sessionKey }) => sessionKey)).toEqual([100, 200]);
    expect(markers.map((marker) => marker.announcements.map(({ id }) => id))).toEqual([
      ['a'],
      ['b', 'c'],
    ]);
  });

  it('stand together on a bar that holds several sessions, and on none that lacks theirs', () => {
    const places: Record<string, Placement> = {
      a: onSession(110),
      b: onSession(190),
      c: onSession(350),
    };
    const markers = markersOf(
      ['a', 'b', 'c'].map(announcement),
      ({ id }) => places[id] as Placement,
      LONGER,
    );
    expect(markers).toMatchObject([{ sessionKey: 100, announcements: [{ id: 'a' }, { id: 'b' }] }]);
  });

  it('leave out what has no session of its own', () => {
    const places: Record<string, Placement> = {
      month: { kind: 'span', fromKey: 100, toKey: 200 },
      future: { kind: 'none', reason: 'after-history' },
    };
    expect(
      markersOf(['month', 'future'].map(announcement), ({ id }) => places[id] as Placement, DAILY),
    ).toEqual([]);
  });
});

describe('the highlight of the selected announcement', () => {
  it('is a line on a session, a band over a span, and nothing elsewhere', () => {
    expect(highlightOf(onSession(5), DAILY)).toEqual({ kind: 'session', sessionKey: 5 });
    expect(highlightOf({ kind: 'span', fromKey: 1, toKey: 9 }, DAILY)).toEqual({
      kind: 'span',
      fromKey: 1,
      toKey: 9,
    });
    expect(highlightOf({ kind: 'none', reason: 'gap' }, DAILY)).toBeNull();
  });

  it('goes to the bars that hold its sessions', () => {
    expect(highlightOf(onSession(110), LONGER)).toEqual({ kind: 'session', sessionKey: 100 });
    expect(highlightOf(onSession(350), LONGER)).toBeNull();
    expect(highlightOf({ kind: 'span', fromKey: 110, toKey: 290 }, LONGER)).toEqual({
      kind: 'span',
      fromKey: 100,
      toKey: 200,
    });
  });
});
