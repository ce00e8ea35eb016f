import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import {
  addDays,
  toSessionKey,
  weekdayOf,
} from '../../../../src/shared/domain/calendar/calendar-date';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import { fitFrame, mouseOver, type Point } from '../../chart/mouse';
import { ACME } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

let pane: RenderedPane;

const host = (): HTMLElement =>
  pane.screen.getByRole('application').first().element() as HTMLElement;
const mouse = () => mouseOver(host());
const selected = (): string | null => pane.desk.timeline.selectedId;
const button = (name: string) => pane.screen.getByRole('button', { name });
const card = () => pane.screen.getByRole('region', { name: /^(Announcement|\d announcements)$/ });
const pinned = (): readonly string[] => pane.desk.charts.active.announcements.pinned;

beforeEach(async () => {
  await fitFrame();
  pane = await renderPane(ChartPane, { widthPx: 900 });
  // The mouse reaches no farther than the frame.
  (document.querySelector('.room') as HTMLElement).style.height = '540px';
  await expect.element(pane.screen.getByRole('application').first()).toBeVisible();
  // The first chart of a run waits for its code.
  await expect.poll(() => pane.desk.charts.areDrawn, { timeout: 20_000 }).toBe(true);
  host().focus();
});

/** Where the glyph of an announcement stands: where its pinned card points to. */
async function glyphOf(id: string): Promise<Point> {
  await pane.desk.timeline.select(id);
  await userEvent.keyboard('{Enter}');
  const { announcements } = pane.desk.charts.active;
  await vi.waitFor(() => expect(announcements.anchor).not.toBeNull());
  await userEvent.keyboard('{Escape}');
  const { x = 0, fromFoot = 0 } = announcements.anchor ?? {};
  return { x, y: host().clientHeight - fromFoot };
}

/** Every weekday of two years up to the end of the sample's bars. */
function longHistory(): BarColumns {
  const keys: number[] = [];
  for (let date = '2022-03-28'; date <= '2024-03-28'; date = addDays(date, 1)) {
    if (![0, 6].includes(weekdayOf(date))) keys.push(toSessionKey(date));
  }
  const bars = allocateBars(keys.length);
  keys.forEach((key, index) => {
    bars.time[index] = key;
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column[index] = 100;
  });
  return bars;
}

describe('travel', () => {
  it('goes from one announcement to the next and back, and says where it is', async () => {
    await pane.desk.timeline.select('acme-plan');
    await userEvent.keyboard(']');
    expect(selected()).toBe('acme-a1');
    await expect
      .element(pane.screen.getByText(/^Announcement 2 of 3, 5 Mar 2024, Acme: Title of acme-a1,/))
      .toBeInTheDocument();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(selected()).toBe('acme-a2');
    await userEvent.keyboard('[[[[');
    expect(selected()).toBe('acme-plan');
  });

  it('ends at the last one, and says so', async () => {
    await pane.desk.timeline.select('acme-a2');
    await userEvent.keyboard(']');
    expect(selected()).toBe('acme-a2');
    await expect
      .element(pane.screen.getByText('No newer announcement on this chart'))
      .toBeInTheDocument();
  });

  it('brings what is out of view into it', async () => {
    await pane.desk.timeline.select('acme-a1');
    await userEvent.keyboard('+++++++++');
    await userEvent.keyboard('{Home}');
    const { series } = pane.desk;
    await vi.waitFor(() => expect(series.visible?.bars).toBeLessThan(12));
    const before = series.visible;
    await userEvent.keyboard(']');
    await vi.waitFor(() => expect(series.visible?.toKey).toBeGreaterThan(before?.toKey ?? 0));
    const key = Date.UTC(2024, 2, 11) / 1000;
    await vi.waitFor(() => expect(series.visible?.toKey).toBeGreaterThanOrEqual(key));
    expect(series.visible?.fromKey).toBeLessThanOrEqual(key);
  });
});

describe('the card of an announcement', () => {
  it('is pinned with Enter, travels along, and is closed with Escape', async () => {
    await pane.desk.timeline.select('acme-a1');
    await userEvent.keyboard('{Enter}');
    await expect.element(card()).toBeVisible();
    await expect.element(card().getByText('Title of acme-a1')).toBeVisible();
    await expect.element(card().getByText('2 sources')).toBeVisible();
    await button('Newer announcement (Alt+Right)').click();
    await expect.element(card().getByText('Title of acme-a2')).toBeVisible();
    expect(selected()).toBe('acme-a2');
    host().focus();
    await userEvent.keyboard('{Escape}');
    expect(pinned()).toEqual([]);
    expect(card().elements()).toHaveLength(0);
  });

  it('is pinned by a click on the glyph, stays while the pointer goes, and follows the view', async () => {
    const at = await glyphOf('acme-a1');
    await mouse().click(at);
    await expect.element(card()).toBeVisible();
    expect(selected()).toBe(pinned()[0]);
    await mouse().move({ x: at.x, y: 60 });
    await expect.element(card()).toBeVisible();
    const before = pane.desk.charts.active.announcements.anchor?.x ?? Number.NaN;
    await mouse().drag({ x: 300, y: 100 }, { x: 360, y: 100 });
    await vi.waitFor(() =>
      expect(pane.desk.charts.active.announcements.anchor?.x).toBeCloseTo(before + 60, -0.5),
    );
    await button('Close the card').click();
    expect(card().elements()).toHaveLength(0);
  });

  it('lists all announcements of a cluster', async () => {
    // So far out that the two of March stand under one glyph.
    pane.data.give(ACME, longHistory());
    await pane.desk.series.open(ACME);
    await userEvent.keyboard('-----------');
    await vi.waitFor(() => expect(pane.desk.series.visible?.bars).toBeGreaterThan(250));
    await pane.desk.timeline.select('acme-a2');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(pinned()).toEqual(['acme-a1', 'acme-a2']));
    await card().getByText('Title of acme-a1').click();
    expect(selected()).toBe('acme-a1');
  });

  it('opens its announcement in the timeline, also where that is closed', async () => {
    await pane.desk.settings.update({ timelineOpen: false });
    await pane.desk.timeline.select('acme-a1');
    await userEvent.keyboard('{Enter}');
    await button('Open in the timeline').click();
    await vi.waitFor(() => expect(pane.desk.settings.current.timelineOpen).toBe(true));
    await vi.waitFor(() => expect(selected()).toBe('acme-a1'));
  });
});

describe('the event window', () => {
  /** Columns of the plot's top row that are tinted blue. */
  const shaded = (): number => {
    const canvas = host().querySelector('canvas') as HTMLCanvasElement;
    const { data, width } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
      0,
      2,
      canvas.width,
      1,
    );
    return Array.from({ length: width }).filter(
      (_, x) => (data[4 * x + 2] as number) > (data[4 * x] as number) + 12,
    ).length;
  };

  it('is off at first, and shaded by key', async () => {
    await pane.desk.timeline.select('acme-a1');
    await vi.waitFor(() => expect(shaded()).toBeGreaterThan(0));
    const session = shaded();
    await userEvent.keyboard('{Alt>}e{/Alt}');
    await vi.waitFor(() => expect(shaded()).toBeGreaterThan(session * 6));
    expect(pane.desk.settings.current.eventWindowShown).toBe(true);
    await userEvent.keyboard('{Alt>}e{/Alt}');
    await vi.waitFor(() => expect(shaded()).toBe(session));
  });

  it('has ends that are set and remembered, within their limits', async () => {
    await pane.desk.timeline.select('acme-a1');
    await button('Event window (Alt+E)').click();
    await expect.element(pane.screen.getByText('Session 0 is 5 Mar 2024.')).toBeVisible();
    await pane.screen.getByLabelText('Shade the sessions').click();
    const to = pane.screen.getByLabelText('To session');
    await to.fill('999');
    await userEvent.keyboard('{Tab}');
    await expect.element(to).toHaveValue(250);
    const from = pane.screen.getByLabelText('From session');
    await from.fill('-2');
    await userEvent.keyboard('{Tab}');
    await vi.waitFor(() =>
      expect(pane.desk.settings.current).toMatchObject({
        ...{ eventWindowShown: true, eventWindowFrom: -2, eventWindowTo: 250 },
      }),
    );
  });

  it('says where there is none', async () => {
    await button('Event window (Alt+E)').click();
    await expect
      .element(pane.screen.getByText('Select an announcement to see its window.'))
      .toBeVisible();
    await pane.desk.timeline.select('acme-plan');
    await expect
      .element(pane.screen.getByText(/^The selected announcement has no session of its own/))
      .toBeVisible();
  });
});
