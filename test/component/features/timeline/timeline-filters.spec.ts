import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import TimelinePane from '../../../../src/features/timeline/TimelinePane.svelte';
import { readText } from '../../../helpers/read-text';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const shownIds = ({ screen }: RenderedPane): (string | null)[] =>
  [...screen.container.querySelectorAll('[data-announcement]')].map((entry) =>
    entry.getAttribute('data-announcement'),
  );

const chipTexts = ({ screen }: RenderedPane, group: string): string[] =>
  [
    ...screen.getByRole('group', { name: group, exact: true }).element().querySelectorAll('label'),
  ].map((chip) => readText(chip));

async function renderWithFacets(): Promise<RenderedPane> {
  const rendered = await renderPane(TimelinePane);
  await rendered.screen.getByRole('button', { name: 'Filters', exact: true }).click();
  return rendered;
}

const choose = async ({ screen }: RenderedPane, name: RegExp): Promise<void> => {
  const box = screen.getByRole('checkbox', { name }).first();
  await expect.element(box).toBeInTheDocument();
  (box.element() as HTMLElement).click();
};

describe('facets', () => {
  it('offer the values of the record with their counts, market context apart', async () => {
    const rendered = await renderWithFacets();
    await expect.poll(() => chipTexts(rendered, 'Kinds')).toEqual(['CPU 2', 'accelerator 2']);
    expect(chipTexts(rendered, 'Market context')).toEqual(['market 1']);
    expect(chipTexts(rendered, 'Claim')).toEqual(['confirmed 2', 'reported 1', 'rumoured 1']);
    expect(chipTexts(rendered, 'Foundry')).toEqual(['Fabco 1', 'not stated 3']);
  });

  it('count what each value would show, given the others', async () => {
    const rendered = await renderWithFacets();
    await choose(rendered, /^CPU/);
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1', 'bolt-rumour']);
    expect(chipTexts(rendered, 'Claim')).toEqual(['confirmed 1', 'reported 0', 'rumoured 1']);
    expect(chipTexts(rendered, 'Kinds')).toEqual(['CPU 2', 'accelerator 2']);
    await choose(rendered, /^accelerator/);
    await choose(rendered, /^confirmed/);
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1', 'acme-plan']);
  });

  it('open and close, and go all at once', async () => {
    const rendered = await renderWithFacets();
    const { screen } = rendered;
    await screen.getByRole('button', { name: 'Company', exact: true }).click();
    await expect
      .poll(() => chipTexts(rendered, 'Company'))
      .toEqual(['Acme 3', 'Bolt 1', 'Market 1']);
    await choose(rendered, /^Bolt/);
    await screen.getByRole('button', { name: 'Company: any' }).click();
    await expect.poll(() => shownIds(rendered)).toHaveLength(5);
  });
});

describe('the filters in force', () => {
  it('stand as chips, each removed by a click, all by another', async () => {
    const rendered = await renderPane(TimelinePane);
    const { screen, desk } = rendered;
    desk.timeline.filters.toggle('foundry', 'Fabco');
    desk.timeline.filters.toggle('stage', 'announced');
    desk.timeline.filters.search('acme');
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1']);
    await screen.getByRole('button', { name: 'Remove Foundry: Fabco' }).click();
    expect(desk.timeline.filters.chosen('foundry')).toEqual([]);
    await screen.getByRole('button', { name: 'Remove the text “acme”' }).last().click();
    expect(desk.timeline.filters.asked.text).toBe('');
    await screen.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => shownIds(rendered)).toHaveLength(5);
    await expect.element(screen.getByRole('button', { name: 'Clear all' })).not.toBeInTheDocument();
  });
});

describe('the text', () => {
  it('begins with a slash anywhere in the pane, finds Chinese by its sound, and goes with Escape', async () => {
    const rendered = await renderPane(TimelinePane);
    await expect.poll(() => shownIds(rendered)).toHaveLength(5);
    rendered.screen.container.querySelector<HTMLElement>('[data-announcement="acme-a2"]')?.focus();
    await userEvent.keyboard('/');
    await userEvent.keyboard('bote');
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1', 'bolt-rumour']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => shownIds(rendered)).toHaveLength(5);
  });

  it('says where nothing answers', async () => {
    const { screen, desk } = await renderPane(TimelinePane);
    desk.timeline.filters.search('nothing of the kind');
    await expect
      .element(screen.getByText('Nothing in the record answers this filter.'))
      .toBeVisible();
  });
});

describe('saved filters', () => {
  it('are kept under a name, recalled, renamed and deleted', async () => {
    const rendered = await renderPane(TimelinePane);
    const { screen, desk } = rendered;
    await screen.getByRole('button', { name: 'Saved filters' }).click();
    await expect.element(screen.getByText(/None is saved yet/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Save the filter/ })).toBeDisabled();
    desk.timeline.filters.toggle('foundry', 'Fabco');
    await screen.getByRole('button', { name: /^Save the filter/ }).click();
    await userEvent.keyboard('Fab{Enter}');
    const use = screen.getByRole('button', { name: 'Use the filter “Fab”' });
    await expect.element(use).toHaveAttribute('aria-pressed', 'true');
    desk.timeline.filters.clearAll();
    await expect.element(use).toHaveAttribute('aria-pressed', 'false');
    expect(readText(use.element())).toBe('Fab 1');
    await use.click();
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1']);
    await screen.getByRole('button', { name: 'Rename the filter “Fab”' }).click();
    await userEvent.keyboard('Foundries{Enter}');
    await expect
      .element(screen.getByRole('button', { name: 'Use the filter “Foundries”' }))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Delete the filter “Foundries”' }).click();
    await expect.element(screen.getByText(/None is saved yet/)).toBeVisible();
    expect(desk.timeline.filters.chosen('foundry')).toEqual(['Fabco']);
  });

  it('say why a name is not taken', async () => {
    const { screen, desk } = await renderPane(TimelinePane);
    await desk.timeline.saved.save('a', desk.timeline.filters.asked);
    await desk.timeline.saved.save('b', desk.timeline.filters.asked);
    await screen.getByRole('button', { name: 'Saved filters' }).click();
    await screen.getByRole('button', { name: 'Rename the filter “a”' }).click();
    await userEvent.keyboard('b{Enter}');
    await expect
      .poll(() => desk.notices.all.map(({ text }) => text).join())
      .toContain('has that name');
  });
});
