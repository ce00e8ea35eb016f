import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import type { Drawing } from '../../../../src/shared/domain/drawing/drawing';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import { fitFrame, mouseOver, type Point } from '../../chart/mouse';
import { ACME } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const DAY = 86_400;
/** The first chart of a run waits for its code. */
const PATIENT = { timeout: 20_000 };
let pane: RenderedPane;

const chart = () => pane.screen.getByRole('application').first();
const host = (): HTMLElement => chart().element() as HTMLElement;
const mouse = () => mouseOver(host());
const book = () => pane.desk.drawings.of(ACME);
const button = (name: string | RegExp) => pane.screen.getByRole('button', { name });

/** What main has of the drawings. */
const stored = (): Promise<readonly Drawing[]> =>
  pane.main.client.charts.getDrawings({ instrument: ACME });
const kinds = async (): Promise<string[]> => (await stored()).map(({ kind }) => kind);

/** Two hundred days that rise and fall between 90 and 110. */
function waves(): BarColumns {
  const bars = allocateBars(200);
  for (let i = 0; i < bars.length; i++) {
    bars.time[i] = (19_700 + i) * DAY;
    const close = 100 + 10 * Math.sin(i / 10);
    bars.open[i] = close - 1;
    bars.high[i] = close + 2;
    bars.low[i] = close - 2;
    bars.close[i] = close;
    bars.volume[i] = 1_000;
  }
  return bars;
}

async function drawn(): Promise<void> {
  await expect.element(chart()).toBeVisible();
  await expect.poll(() => pane.desk.charts.areDrawn, PATIENT).toBe(true);
  await expect.poll(() => book().isRead, PATIENT).toBe(true);
}

async function drag(from: Point, to: Point): Promise<void> {
  await mouse().drag(from, to);
}

async function drawLine(): Promise<void> {
  await button(/^Trend line/).click();
  await drag({ x: 200, y: 200 }, { x: 400, y: 120 });
  await vi.waitFor(async () => expect(await kinds()).toEqual(['trend-line']));
}

beforeEach(async () => {
  await fitFrame();
  pane = await renderPane(ChartPane, { widthPx: 900 });
  pane.data.give(ACME, waves());
  await pane.desk.series.open(ACME);
  await drawn();
});

describe('keys', () => {
  it('select one drawing after the other, speak it, move it and delete it', async () => {
    const day = (index: number, price: number) => ({ time: (19_700 + index) * DAY, price });
    const add = (drawing: Drawing) => book().add(drawing);
    add({ id: 'level', interval: 'D', kind: 'horizontal-line', price: 104 });
    add({
      ...{ id: 'line', interval: 'D', kind: 'trend-line' },
      from: day(20, 99),
      to: day(40, 101),
    });
    host().focus();
    const selected = () => pane.desk.charts.active.drawing.selectedId;
    const spoken = (): string =>
      [...pane.screen.container.querySelectorAll('.overlay [aria-live]')]
        .map(({ textContent }) => textContent)
        .join('');
    await userEvent.keyboard('{Alt>}d{/Alt}');
    await vi.waitFor(() => expect(selected()).toBe('level'));
    await expect.poll(spoken).toBe('Horizontal line, 104.00, 1 of 2');
    await userEvent.keyboard('{Alt>}d{/Alt}');
    await vi.waitFor(() => expect(selected()).toBe('line'));
    await expect.poll(spoken).toMatch(/^Trend line, 29 Dec 2023, 99\.00, 2 of 2$/);
    // It was out of view.
    await expect.poll(() => pane.desk.series.visible?.fromKey).toBeLessThanOrEqual(day(20, 0).time);
    await userEvent.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(book().get('line')).toMatchObject({ from: day(21, 99) }));
    await userEvent.keyboard('{Delete}');
    await vi.waitFor(() => expect(book().get('line')).toBeNull());
    await userEvent.keyboard('{Alt>}{Shift>}d{/Shift}{/Alt}{Delete}{Alt>}d{/Alt}');
    await expect.poll(spoken).toBe('No drawings on this chart');
  });
});

describe('the tools', () => {
  it.each([
    ['Horizontal line', 'horizontal-line'],
    ['Trend line', 'trend-line'],
    ['Ray', 'ray'],
    ['Rectangle', 'rectangle'],
    ['Measure', 'measure'],
  ] as const)('draw by mouse and give up their button: %s', async (name, kind) => {
    const tool = pane.screen.getByRole('button', { name: new RegExp(`^${name} \\(`) });
    await tool.click();
    await expect.element(tool).toHaveAttribute('aria-pressed', 'true');
    await drag({ x: 200, y: 200 }, { x: 400, y: 120 });
    await vi.waitFor(async () => expect(await kinds()).toEqual([kind]));
    await expect.element(tool).toHaveAttribute('aria-pressed', 'false');
    // What was drawn is in hand at once.
    await expect
      .element(pane.screen.getByRole('toolbar', { name: `Selected: ${name}` }))
      .toBeVisible();
  });

  it.each([
    ['{Alt>}h{/Alt}', 'horizontal-line'],
    ['{Alt>}t{/Alt}', 'trend-line'],
    ['{Alt>}r{/Alt}', 'ray'],
    ['{Alt>}{Shift>}r{/Shift}{/Alt}', 'rectangle'],
    ['{Alt>}m{/Alt}', 'measure'],
  ] as const)('draw by keys alone: %s', async (keys, kind) => {
    host().focus();
    await userEvent.keyboard(keys);
    await userEvent.keyboard('{Enter}{Enter}{ArrowRight}{ArrowUp}{Enter}');
    await vi.waitFor(async () => expect(await kinds()).toEqual([kind]));
  });

  it('say where the keys have put the point', async () => {
    host().focus();
    await userEvent.keyboard('{Alt>}t{/Alt}{Enter}');
    await expect.element(pane.screen.getByText(/^\d+ \w+ 2024, \d+\.\d\d$/)).toBeInTheDocument();
  });

  it('are given up with Escape', async () => {
    await button(/^Ray/).click();
    await expect.element(pane.screen.getByText(/^Ray: click or drag/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await drag({ x: 200, y: 200 }, { x: 400, y: 120 });
    expect(await kinds()).toEqual([]);
  });

  it('are in a menu where there is little room', async () => {
    const narrow = await renderPane(ChartPane, { widthPx: 420 });
    await narrow.screen.getByRole('button', { name: 'Drawing tools' }).last().click();
    await narrow.screen.getByRole('menuitem', { name: /^Rectangle/ }).click();
    await vi.waitFor(() => expect(narrow.desk.charts.active.drawing.tool).toBe('rectangle'));
  });
});

describe('a note', () => {
  it('is written where it was put, and kept with Enter', async () => {
    await button(/^Note/).click();
    await mouse().click({ x: 300, y: 200 });
    await userEvent.keyboard('5 taped out{Shift>}{Enter}{/Shift}in spring{Enter}');
    await vi.waitFor(async () =>
      expect(await stored()).toMatchObject([{ kind: 'text-note', text: '5 taped out\nin spring' }]),
    );
    await vi.waitFor(() => expect(document.activeElement).toBe(host()));
  });

  it('is none without a text, or after Escape', async () => {
    await button(/^Note/).click();
    await mouse().click({ x: 300, y: 200 });
    await userEvent.keyboard('no{Escape}');
    await button(/^Note/).click();
    await mouse().click({ x: 300, y: 200 });
    await userEvent.keyboard('  {Enter}');
    expect(await stored()).toEqual([]);
  });

  it('is written anew', async () => {
    await button(/^Note/).click();
    await mouse().click({ x: 300, y: 200 });
    await userEvent.keyboard('first{Enter}');
    await button('Edit the text').click();
    await userEvent.keyboard('second{Enter}');
    await vi.waitFor(async () => expect(await stored()).toMatchObject([{ text: 'second' }]));
  });
});

describe('the selected drawing', () => {
  beforeEach(drawLine);

  const line = async () => {
    const [drawing] = await stored();
    if (drawing?.kind !== 'trend-line') throw new Error('no trend line');
    return drawing;
  };

  it('is moved by mouse, at a handle and by arrows', async () => {
    const before = await line();
    await drag({ x: 300, y: 160 }, { x: 340, y: 190 });
    await vi.waitFor(async () => expect((await line()).to.time).toBeGreaterThan(before.to.time));
    const moved = await line();
    expect(moved.to.time - moved.from.time).toBe(before.to.time - before.from.time);
    await drag({ x: 440, y: 150 }, { x: 500, y: 150 });
    await vi.waitFor(async () => expect((await line()).to.time).toBeGreaterThan(moved.to.time));
    expect((await line()).from).toEqual(moved.from);
    host().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await vi.waitFor(async () => expect((await line()).from.time).toBe(moved.from.time - DAY));
  });

  it('is coloured, widened, locked and deleted', async () => {
    await button('Amber').click();
    await button('Thick').click();
    await vi.waitFor(async () =>
      expect((await line()).look).toEqual({ colour: 'amber', width: 'thick' }),
    );
    await button('Lock').click();
    await expect.element(button('Delete')).toBeDisabled();
    host().focus();
    await userEvent.keyboard('{Delete}');
    expect(await kinds()).toEqual(['trend-line']);
    expect(pane.desk.notices.all[0]?.text).toMatch(/^Locked drawings stay/);
    await button('Unlock').click();
    await button('Delete').click();
    await vi.waitFor(async () => expect(await kinds()).toEqual([]));
  });

  it('is duplicated beside itself, and the copy is in hand', async () => {
    const first = await line();
    await button('Duplicate').click();
    await vi.waitFor(async () => expect(await kinds()).toHaveLength(2));
    const second = (await stored())[1];
    expect(second?.id).not.toBe(first.id);
    expect(second).toMatchObject({ kind: 'trend-line' });
    expect(second?.kind === 'trend-line' && second.from.price).toBeLessThan(first.from.price);
    expect(pane.desk.charts.active.drawing.selectedId).toBe(second?.id);
    host().focus();
    await userEvent.keyboard('{Control>}d{/Control}');
    await vi.waitFor(async () => expect(await kinds()).toHaveLength(3));
  });

  it('is deleted by key; undo and redo go back and forth', async () => {
    host().focus();
    await userEvent.keyboard('{Delete}');
    await vi.waitFor(async () => expect(await kinds()).toEqual([]));
    await userEvent.keyboard('{Control>}z{/Control}');
    await vi.waitFor(async () => expect(await kinds()).toEqual(['trend-line']));
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await vi.waitFor(async () => expect(await kinds()).toEqual([]));
  });

  it('goes with all others, which can be taken back', async () => {
    await button('Remove all drawings').click();
    await vi.waitFor(async () => expect(await kinds()).toEqual([]));
    const [notice] = pane.desk.notices.all;
    expect(notice?.text).toBe('1 drawing removed');
    notice?.action?.run();
    await vi.waitFor(async () => expect(await kinds()).toEqual(['trend-line']));
  });

  it('stands on every chart of its instrument at once', async () => {
    await pane.desk.settings.update({ linkInstrument: true });
    await pane.desk.charts.setCount(2, []);
    await vi.waitFor(() => expect(pane.screen.getByRole('application').elements()).toHaveLength(2));
    const [first, second] = pane.desk.charts.all;
    expect(second?.series.instrument).toBe(first?.series.instrument);
    host().focus();
    await userEvent.keyboard('{Alt>}h{/Alt}{Enter}{Enter}');
    await vi.waitFor(async () => expect(await kinds()).toEqual(['trend-line', 'horizontal-line']));
    // Only the chart in which it was drawn has it in hand.
    expect(second?.drawing.selectedId).toBeNull();
  });
});

describe('drawings that cannot be kept', () => {
  it('stay on the chart, which says so and can try again', async () => {
    pane.main.failing.add('charts.putDrawings');
    await button(/^Trend line/).click();
    await drag({ x: 200, y: 200 }, { x: 400, y: 120 });
    await vi.waitFor(() => expect(pane.desk.notices.all).toHaveLength(1));
    const [notice] = pane.desk.notices.all;
    expect(notice?.text).toMatch(/^The drawings of Acme could not be saved\. They stay/);
    expect(book().all).toHaveLength(1);
    pane.main.failing.clear();
    notice?.action?.run();
    await vi.waitFor(async () => expect(await kinds()).toEqual(['trend-line']));
  });
});
