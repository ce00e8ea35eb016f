import { describe, expect, it } from 'vitest';
import type { ChartMarker } from '../../../../../src/chart/chart-types';
import { placeMarkers } from '../../../../../src/chart/primitives/announcement-lane/marker-track';
import { sessionKey } from '../../bars';

const marker = (date: string): ChartMarker => ({
  sessionKey: sessionKey(date),
  announcements: [{ id: date, stage: 'announced', claim: 'confirmed' }],
});
/** Thursday, Friday, Monday. */
const time = Float64Array.from(['2026-05-28', '2026-05-29', '2026-06-01'].map(sessionKey));
const keys = { time, length: 3 };

describe('placeMarkers', () => {
  it('puts markers at the bars of their own sessions, oldest first', () => {
    const placed = placeMarkers([marker('2026-06-01'), marker('2026-05-28')], keys);
    expect(placed.map(({ index }) => index)).toEqual([0, 2]);
    expect(placed.map(({ marker: { sessionKey: key } }) => key)).toEqual([time[0], time[2]]);
  });

  it('lets no weekend, no future and no earlier date land on another bar', () => {
    const dates = ['2026-05-30', '2026-05-31', '2026-06-02', '2030-01-01', '2010-01-04'];
    expect(placeMarkers(dates.map(marker), keys)).toEqual([]);
  });

  it('has no place for a marker in a series without bars', () => {
    expect(placeMarkers([marker('2026-05-28')], { time: new Float64Array(0), length: 0 })).toEqual(
      [],
    );
  });
});
