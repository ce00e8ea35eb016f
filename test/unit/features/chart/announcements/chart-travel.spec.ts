import { describe, expect, it } from 'vitest';
import {
  nextStop,
  travelStops,
} from '../../../../../src/features/chart/announcements/chart-travel';
import type { AnnouncementSummary } from '../../../../../src/shared/domain/announcement/announcement';
import type { Placement } from '../../../../../src/shared/domain/announcement/placement';

const named = (id: string) => ({ id }) as AnnouncementSummary;
const on = (sessionKey: number): Placement => ({
  ...{ kind: 'session', sessionKey, index: 0, shifted: false },
});
const PLACES: Record<string, Placement> = {
  newest: on(40),
  twin: on(20),
  'older twin': on(20),
  span: { kind: 'span', fromKey: 10, toKey: 19 },
  nowhere: { kind: 'none', reason: 'gap' },
  oldest: on(5),
};
const stops = travelStops(Object.keys(PLACES).map(named), ({ id }) => PLACES[id] as Placement);
const ids = stops.map(({ announcement }) => announcement.id);
const next = (selected: string | null, from: number, step: 1 | -1) =>
  nextStop(stops, selected, from, step)?.announcement.id;

describe('travelStops', () => {
  it('are what stands on the chart, oldest first, spans where they begin', () => {
    expect(ids).toEqual(['oldest', 'span', 'older twin', 'twin', 'newest']);
  });
});

describe('nextStop', () => {
  it('is the neighbour of the selected one, each of a session for itself', () => {
    expect(next('older twin', 0, 1)).toBe('twin');
    expect(next('older twin', 0, -1)).toBe('span');
  });

  it('is the nearest from where the view is, where none of them is selected', () => {
    expect(next(null, 20, 1)).toBe('older twin');
    expect(next('nowhere', 12, 1)).toBe('older twin');
    expect(next(null, 12, -1)).toBe('span');
  });

  it('is none at either end', () => {
    expect(next('newest', 0, 1)).toBeUndefined();
    expect(next('oldest', 0, -1)).toBeUndefined();
    expect(next(null, 41, 1)).toBeUndefined();
    expect(next(null, 4, -1)).toBeUndefined();
  });
});
