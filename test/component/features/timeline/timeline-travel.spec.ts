import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { settledTop } from '../../../../src/features/timeline/timeline-scroll';
import TimelinePane from '../../../../src/features/timeline/TimelinePane.svelte';
import type { Announcement } from '../../../../src/shared/domain/announcement/announcement';
import { sampleAnnouncements } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const focusedId = (): string | null =>
  document.activeElement?.getAttribute('data-announcement') ?? null;

const head = ({ screen }: RenderedPane, id: string): HTMLElement | null =>
  screen.container.querySelector(`[data-announcement="${id}"]`);

async function renderFocused(): Promise<RenderedPane> {
  const rendered = await renderPane(TimelinePane);
  await expect.element(rendered.screen.getByText('Title of market-news')).toBeVisible();
  head(rendered, 'market-news')?.focus();
  return rendered;
}

describe('the keyboard', () => {
  it('travels over announcements, past the headings', async () => {
    await renderFocused();
    const visited: (string | null)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      const before = focusedId();
      await userEvent.keyboard(`{${key}}`);
      if (key !== 'ArrowDown' || before !== 'bolt-rumour') {
        await expect.poll(focusedId).not.toBe(before);
      }
      visited.push(focusedId());
    }
    expect(visited).toEqual([
      'acme-a2',
      'acme-a1',
      'bolt-rumour',
      'bolt-rumour',
      'acme-plan',
      'market-news',
    ]);
  });

  it('selects with Enter, shows it on the chart, and closes with Escape', async () => {
    const rendered = await renderFocused();
    const { desk, screen } = rendered;
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focusedId).toBe('acme-a2');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.timeline.card?.id).toBe('acme-a2');
    expect(desk.series.view?.request).toEqual({ kind: 'announcement', id: 'acme-a2' });
    expect(head(rendered, 'acme-a2')?.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Tab}');
    await expect
      .element(screen.getByRole('button', { name: 'What can be done with this entry' }))
      .toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(screen.getByRole('button', { name: 'Open the evidence' })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(screen.getByRole('button', { name: 'Acme A series' })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(screen.getByRole('button', { name: /owner/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => desk.timeline.selectedId).toBeNull();
    await expect.poll(focusedId).toBe('acme-a2');
  });

  it('finds one stop in the list', async () => {
    const { screen } = await renderFocused();
    const stops = screen.container.querySelectorAll('[data-announcement][tabindex="0"]');
    expect(stops).toHaveLength(1);
  });

  it('selects nothing while it travels', async () => {
    const { desk } = await renderFocused();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(desk.timeline.selectedId).toBeNull();
  });
});

/** Two hundred announcements of one a day, so that most are out of sight. */
const [pattern] = sampleAnnouncements;
const many: readonly Announcement[] = Array.from({ length: 200 }, (_, index) => ({
  ...(pattern as Announcement),
  id: `many-${index}`,
  date: new Date(Date.UTC(2024, 0, 200 - index)).toISOString().slice(0, 10),
  kind: index === 150 ? 'cpu' : 'accelerator',
}));

describe('a long list', () => {
  const inView = (rendered: RenderedPane, id: string): boolean => {
    const list = rendered.screen.container.querySelector('[role=feed]')?.getBoundingClientRect();
    const entry = head(rendered, id);
    if (!list || !entry?.checkVisibility({ visibilityProperty: true })) return false;
    const { top, bottom } = entry.getBoundingClientRect();
    return top >= list.top && bottom <= list.bottom;
  };

  async function renderMany(): Promise<RenderedPane> {
    const rendered = await renderPane(TimelinePane, { announcements: many });
    await expect.poll(() => inView(rendered, 'many-0')).toBe(true);
    return rendered;
  }

  it('draws only what is near', async () => {
    const { screen } = await renderMany();
    const drawn = () => screen.container.querySelectorAll('[data-announcement]').length;
    await expect.poll(drawn).toBeGreaterThan(5);
    expect(drawn()).toBeLessThan(40);
  });

  it('brings what was selected elsewhere into view, with its month above it', async () => {
    const rendered = await renderMany();
    await rendered.desk.showAnnouncement('many-120');
    await expect.poll(() => inView(rendered, 'many-120')).toBe(true);
    // Day 80 of 2024 is 20 March.
    const month = rendered.screen.container.querySelector('.sticky');
    await expect.poll(() => month?.textContent).toBe('March 2024 31');
    const list = month?.parentElement?.getBoundingClientRect();
    expect(head(rendered, 'many-120')?.getBoundingClientRect().top).toBe((list?.top ?? 0) + 32);
  });

  it('shows it also where a filter hides it', async () => {
    const rendered = await renderMany();
    rendered.desk.timeline.filters.toggle('kind', 'accelerator');
    await rendered.desk.showAnnouncement('many-150');
    await expect.poll(() => inView(rendered, 'many-150')).toBe(true);
    await expect.element(rendered.screen.getByText('outside the filter')).toBeVisible();
    expect(rendered.desk.timeline.filters.chosen('kind')).toEqual(['accelerator']);
  });

  it('keeps an entry under the pointer while the card above it closes', async () => {
    const rendered = await renderMany();
    await rendered.desk.showAnnouncement('many-100');
    await expect.poll(() => inView(rendered, 'many-100')).toBe(true);
    await expect.poll(() => rendered.desk.timeline.card?.id).toBe('many-100');
    await expect.poll(() => inView(rendered, 'many-101')).toBe(true);
    const before = head(rendered, 'many-101')?.getBoundingClientRect().top;
    head(rendered, 'many-101')?.click();
    await expect.poll(() => rendered.desk.timeline.card?.id).toBe('many-101');
    await expect.poll(() => rendered.screen.container.querySelectorAll('.card')).toHaveLength(1);
    const list = rendered.screen.container.querySelector('[role=feed]')?.getBoundingClientRect();
    const topPx = (): number =>
      (head(rendered, 'many-101')?.getBoundingClientRect().top ?? NaN) - (list?.top ?? NaN);
    // Where it was, but for what its own card needs to be seen whole.
    const settledPx = (): number => {
      const sizePx = head(rendered, 'many-101')?.closest('article')?.offsetHeight ?? NaN;
      return settledTop((before ?? NaN) - (list?.top ?? NaN), sizePx, list?.height ?? NaN);
    };
    await expect.poll(() => Math.abs(topPx() - settledPx())).toBeLessThan(1);
  });

  it('travels to what is not drawn yet', async () => {
    const rendered = await renderMany();
    head(rendered, 'many-0')?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focusedId).toBe('many-199');
    await expect.poll(() => inView(rendered, 'many-199')).toBe(true);
  });

  it('stays where it is when the filter changes', async () => {
    const rendered = await renderMany();
    await rendered.desk.showAnnouncement('many-100');
    await expect.poll(() => inView(rendered, 'many-100')).toBe(true);
    await rendered.desk.timeline.select(null);
    const list = () => rendered.screen.container.querySelector('[role=feed]') as Element;
    const topOf = (id: string) =>
      (head(rendered, id)?.getBoundingClientRect().top ?? NaN) - list().getBoundingClientRect().top;
    await expect.poll(() => rendered.screen.container.querySelector('.card')).toBeNull();
    const before = topOf('many-100');
    rendered.desk.timeline.filters.toggle('kind', 'accelerator');
    await expect.element(rendered.screen.getByText('199 of 200')).toBeVisible();
    await expect.poll(() => topOf('many-100')).toBeCloseTo(before, 0);
  });

  it('goes to what follows where the filter takes away what stood there', async () => {
    const rendered = await renderMany();
    await rendered.desk.showAnnouncement('many-100');
    await expect.poll(() => inView(rendered, 'many-100')).toBe(true);
    await rendered.desk.timeline.select(null);
    rendered.desk.timeline.filters.toggle('kind', 'cpu');
    await expect.poll(() => inView(rendered, 'many-150')).toBe(true);
  });
});
