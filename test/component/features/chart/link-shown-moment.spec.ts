import { beforeEach, describe, expect, it, vi } from 'vitest';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import { addDays, toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import { ACME, BOLT } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import { fitFrame } from '../../chart/mouse';

const LAST_DAY = '2024-03-28';
const DAYS = 600;

let pane: RenderedPane;

/** A bar of each day up to the last one. */
function longHistory(): BarColumns {
  const bars = allocateBars(DAYS);
  for (let index = 0; index < DAYS; index++) {
    bars.time[index] = toSessionKey(addDays(LAST_DAY, index - DAYS + 1));
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column[index] = 100;
  }
  return bars;
}

const visible = () => pane.desk.series.visible;
const click = (instrument: InstrumentId | null, at: string) =>
  pane.main.publish.alerts.onOpenFiring({ id: 1, instrument, at: Date.parse(at) });

beforeEach(async () => {
  await fitFrame();
  pane = await renderPane(ChartPane, { widthPx: 900 });
  for (const instrument of [ACME, BOLT] as const) pane.data.give(instrument, longHistory());
  await pane.desk.series.open(ACME);
  await vi.waitFor(() => expect(visible()?.toKey).toBe(toSessionKey(LAST_DAY)), 20_000);
});

describe('a click on a notification', () => {
  it('brings the instrument to the moment of the firing', async () => {
    click(BOLT, '2023-03-15T03:00:00Z');
    const key = toSessionKey('2023-03-15');
    await vi.waitFor(() => expect(pane.desk.series.instrument).toBe(BOLT));
    await vi.waitFor(() => expect(visible()?.toKey).toBeLessThan(toSessionKey(LAST_DAY)));
    const { fromKey = NaN, toKey = NaN } = visible() ?? {};
    expect(fromKey).toBeLessThan(key);
    expect(toKey).toBeGreaterThan(key);
  });

  it('leaves the view where the moment is in it, and goes back to one that was left', async () => {
    const before = visible();
    click(ACME, '2024-03-27T19:00:00Z');
    await vi.waitFor(() => expect(pane.desk.series.view?.serial).toBe(1));
    await vi.waitFor(() => expect(pane.desk.series.isDrawn).toBe(true));
    expect(visible()).toEqual(before);
    click(ACME, '2023-01-10T19:00:00Z');
    await vi.waitFor(() => expect(visible()?.fromKey).toBeLessThan(toSessionKey('2023-01-10')));
    click(ACME, '2024-03-27T19:00:00Z');
    await vi.waitFor(() => expect(visible()?.toKey).toBeGreaterThan(toSessionKey('2024-03-26')));
  });

  it('moves no chart for an announcement without an instrument', async () => {
    const before = visible();
    click(null, '2023-01-10T19:00:00Z');
    await vi.waitFor(() => expect(pane.desk.drawer.tab).toBe('alerts'));
    expect([pane.desk.series.view, visible()]).toEqual([null, before]);
  });
});
