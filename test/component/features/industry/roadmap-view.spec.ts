import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AXIS_PX, GUTTER_PX } from '../../../../src/features/industry/roadmap-scene';
import { dayAt, dayOf, xOf } from '../../../../src/features/industry/time-scale';
import type { RenderedPane } from '../../../helpers/render-pane';
import { CanvasPixels } from '../../chart/canvas-pixels';
import { fitFrame, mouseOver } from '../../chart/mouse';
import { openIndustry, toldPlace } from './open-industry';

const list = (): HTMLElement => document.querySelector('[role="listbox"]') as HTMLElement;
const canvas = (): HTMLCanvasElement =>
  document.querySelector('dialog canvas') as HTMLCanvasElement;

/** Rows of the sample: acme 32, acme-a 26, acme-a1 26, acme-a2 26, gap 6, bolt 32 ... */
const A1_Y = AXIS_PX + 32 + 26 + 13;
const BOLT_Y = AXIS_PX + 32 + 3 * 26 + 6 + 16;

function scaleOf({ desk }: RenderedPane) {
  const { scale } = desk.industry;
  if (!scale) throw new Error('nobody has moved the roadmap');
  return scale;
}

async function press(keys: string): Promise<string> {
  await userEvent.keyboard(keys);
  return toldPlace();
}

beforeEach(() => fitFrame());

describe('the roadmap', () => {
  it('has the keyboard at once, and says what it is and how it is used', async () => {
    await openIndustry('roadmap');
    await expect.poll(() => document.activeElement).toBe(list());
    expect(list().getAttribute('aria-label')).toBe('Roadmap of in-house chips');
    const help = list().getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(help)?.textContent).toContain('Enter: open');
    expect(toldPlace()).toBe('Acme: open');
  });

  it('is travelled by keys, from chip to chip and from claim to claim', async () => {
    await openIndustry('roadmap');
    await expect.poll(() => document.activeElement).toBe(list());
    expect(await press('{ArrowDown}')).toContain('Acme A series: Acme, a chip (unnamed), sampling');
    expect(await press('{ArrowDown}')).toContain('A1 (not in use yet): Acme, A1, announced');
    expect(await press('{PageDown}')).toBe('Bolt: open');
    expect(await press('{ArrowDown}{ArrowDown}')).toContain('B1 (not in use yet): Bolt, B1');
    const option = document.querySelector('[role="option"]');
    expect(option?.getAttribute('aria-posinset')).toBe('7');
    expect(option?.getAttribute('aria-setsize')).toBe('7');
  });

  it('shows the card of the claim where the keyboard is', async () => {
    const { screen } = await openIndustry('roadmap');
    await expect.poll(() => document.activeElement).toBe(list());
    await press('{ArrowDown}{ArrowDown}');
    await expect.element(screen.getByRole('tooltip')).toHaveTextContent('Title of acme-a1');
  });

  it('opens the announcement on the desk with Enter, and closes', async () => {
    const { desk, main, screen } = await openIndustry('roadmap');
    await expect.poll(() => document.activeElement).toBe(list());
    await press('{ArrowDown}{ArrowDown}{Enter}');
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(desk.timeline.selectedId).toBe('acme-a1');
    expect(main.argsOf('timeline.get')).toEqual([{ id: 'acme-a1' }]);
  });

  it('opens the timeline where it was folded away', async () => {
    const rendered = await openIndustry('roadmap', { settings: { timelineOpen: false } });
    await expect.poll(() => document.activeElement).toBe(list());
    await press('{ArrowDown}{Enter}');
    expect(rendered.main.argsOf('app.updateSettings')).toEqual([{ timelineOpen: true }]);
  });

  it('folds a lane with Enter, and draws what it held on its head', async () => {
    const { desk } = await openIndustry('roadmap');
    await expect.poll(() => document.activeElement).toBe(list());
    expect(await press('{Enter}')).toBe('Acme: folded');
    expect([...desk.industry.folded]).toEqual(['acme']);
    expect(await press('{ArrowRight}')).toContain('1 / 3');
  });

  it('zooms by keys and buttons, to all and back to the last years', async () => {
    const rendered = await openIndustry('roadmap');
    await expect.poll(() => document.activeElement).toBe(list());
    await press('+');
    const near = scaleOf(rendered).dayPx;
    await press('-');
    expect(scaleOf(rendered).dayPx).toBeCloseTo(near / 1.25, 9);
    await rendered.screen.getByRole('button', { name: 'Zoom in' }).click();
    expect(scaleOf(rendered).dayPx).toBeCloseTo(near, 9);
    await rendered.screen.getByRole('button', { name: 'The whole record' }).click();
    expect(xOf(scaleOf(rendered), dayOf('2023-01-10'))).toBeGreaterThan(0);
  });

  it('zooms about the pointer with Ctrl and the wheel, and over the axis without', async () => {
    const rendered = await openIndustry('roadmap');
    await rendered.screen.getByRole('button', { name: 'The whole record' }).click();
    const { fromDay, dayPx } = scaleOf(rendered);
    const x = 300;
    const day = dayAt({ fromDay, dayPx }, x);
    const turn = (y: number, ctrlKey: boolean): void => {
      const { left, top } = list().getBoundingClientRect();
      const at = { clientX: left + GUTTER_PX + x, clientY: top + y };
      const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, cancelable: true, ...at });
      list().dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    };
    turn(A1_Y, true);
    expect(scaleOf(rendered).dayPx).toBeCloseTo(dayPx * 1.25, 9);
    expect(dayAt(scaleOf(rendered), x)).toBeCloseTo(day, 6);
    turn(10, false);
    expect(scaleOf(rendered).dayPx).toBeCloseTo(dayPx * 1.25 * 1.25, 9);
    expect(dayAt(scaleOf(rendered), x)).toBeCloseTo(day, 6);
  });

  it('moves with the hand', async () => {
    const rendered = await openIndustry('roadmap');
    await rendered.screen.getByRole('button', { name: 'Zoom in' }).click();
    const { fromDay, dayPx } = scaleOf(rendered);
    await mouseOver(list()).drag({ x: 800, y: 400 }, { x: 700, y: 400 });
    expect(scaleOf(rendered).fromDay).toBeCloseTo(fromDay + 100 / dayPx, 6);
    expect(rendered.desk.timeline.selectedId).toBeNull();
  });

  it('shows a card under the pointer and opens what is clicked', async () => {
    const rendered = await openIndustry('roadmap');
    await rendered.screen.getByRole('button', { name: 'The whole record' }).click();
    await rendered.screen.getByRole('button', { name: 'Zoom in' }).click();
    await rendered.screen.getByRole('button', { name: 'Zoom in' }).click();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    const x = GUTTER_PX + xOf(scaleOf(rendered), dayOf('2024-03-05') + 0.5);
    const mouse = mouseOver(list());
    await mouse.move({ x, y: A1_Y });
    await expect
      .element(rendered.screen.getByRole('tooltip'))
      .toHaveTextContent('Title of acme-a1');
    await mouse.click({ x, y: A1_Y });
    await expect.poll(() => rendered.desk.timeline.selectedId).toBe('acme-a1');
  });

  it('folds a lane whose head is clicked', async () => {
    const { desk } = await openIndustry('roadmap');
    await mouseOver(list()).click({ x: 60, y: BOLT_Y });
    await expect.poll(() => [...desk.industry.folded]).toEqual(['bolt']);
  });

  it('shows only the company whose lane the keyboard is in, and all again', async () => {
    const { screen } = await openIndustry('roadmap');
    await screen.getByRole('button', { name: 'Only Acme' }).click();
    await expect.element(screen.getByText('2 chips · 1 company')).toBeVisible();
    await screen.getByRole('button', { name: 'No longer only Acme' }).click();
    await expect.element(screen.getByText('3 chips · 2 companies')).toBeVisible();
  });

  it('finds by text, and says where nothing answers', async () => {
    const { screen } = await openIndustry('roadmap');
    const field = screen.getByRole('searchbox');
    await field.fill('fabco');
    await expect.element(screen.getByText('1 chip · 1 company')).toBeVisible();
    await field.fill('no such thing');
    await screen.getByRole('button', { name: 'Show all' }).click();
    await expect.element(screen.getByText('3 chips · 2 companies')).toBeVisible();
  });

  it('draws today and the glyphs in the colours of either theme', async () => {
    for (const theme of ['dark', 'light'] as const) {
      const { screen } = await openIndustry('roadmap', { settings: { theme } });
      const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
      await expect
        .poll(() => new CanvasPixels(canvas()).columnsWith(accent, AXIS_PX + 300).length)
        .toBeGreaterThan(0);
      await userEvent.keyboard('{Escape}');
      await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
      await screen.unmount();
    }
  });

  it('stays as it was left while it is closed', async () => {
    const rendered = await openIndustry('roadmap');
    await rendered.screen.getByRole('button', { name: 'Zoom in' }).click();
    const left = scaleOf(rendered);
    await rendered.screen.getByRole('button', { name: 'Back to the desk' }).click();
    await expect.element(rendered.screen.getByRole('dialog')).not.toBeInTheDocument();
    rendered.desk.industry.toggle();
    await expect.element(page.getByRole('listbox')).toBeVisible();
    expect(scaleOf(rendered)).toEqual(left);
  });
});
