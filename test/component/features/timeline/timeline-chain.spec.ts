import { describe, expect, it } from 'vitest';
import TimelinePane from '../../../../src/features/timeline/TimelinePane.svelte';
import type { Announcement } from '../../../../src/shared/domain/announcement/announcement';
import { sampleAnnouncements } from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const sample = (id: string): Announcement => {
  const found = sampleAnnouncements.find((each) => each.id === id);
  if (!found) throw new Error(`the sample has no ${id}`);
  return found;
};

/** A rumour that nobody has verified, the denial of the company, and the news that follow both. */
const told: readonly Announcement[] = [
  {
    ...sample('acme-a2'),
    refersTo: [
      { id: 'bolt-rumour', relation: 'updates' },
      { id: 'acme-plan', relation: 'repeats' },
    ],
  },
  {
    ...sample('market-news'),
    id: 'acme-plan',
    date: '2024-02-02',
    contextKind: 'denial',
    refersTo: [{ id: 'bolt-rumour', relation: 'denies' }],
  },
  sample('bolt-rumour'),
];

async function renderSelected(id: string, options?: Parameters<typeof renderPane>[1]) {
  const rendered = await renderPane(TimelinePane, { announcements: told, ...options });
  await expect.poll(() => rendered.desk.series.status).not.toBe('loading');
  await rendered.desk.showAnnouncement(id);
  await expect.poll(() => links(rendered)).toHaveLength(3);
  return rendered;
}

const links = ({ screen }: RenderedPane): string[] =>
  [...screen.container.querySelectorAll('.card ol > li')].map((link) => readText(link));

describe('the chain of claims', () => {
  it('tells when each was made, how it stands to the earlier ones and how sure it is', async () => {
    const rendered = await renderSelected('bolt-rumour');
    expect(links(rendered)).toEqual([
      '10 Jan 2023 first claim this entry rumoured Title of bolt-rumour not verified',
      '2 Feb 2024 denies denial Title of market-news',
      '9 Mar 2024 updates, repeats reported Title of acme-a2',
    ]);
  });

  it('tells it in Chinese', async () => {
    const rendered = await renderSelected('acme-a2', { settings: { locale: 'zh-CN' } });
    expect(links(rendered)).toEqual([
      '2023年1月10日 首次消息 传闻 bolt-rumour的标题 未核实',
      '2024年2月2日 否认 否认 market-news的标题',
      '2024年3月9日 更新、重申 本条 媒体报道 acme-a2的标题',
    ]);
  });

  it('leads to every other claim, and never to itself', async () => {
    const rendered = await renderSelected('bolt-rumour');
    const { desk, screen } = rendered;
    const chain = screen.getByRole('list').filter({ hasText: 'first claim' });
    expect(chain.getByRole('button').elements()).toHaveLength(2);
    const denial = chain.getByRole('button', { name: /denies/ });
    await expect.element(denial).toHaveAttribute('title', 'Show: Title of market-news');
    await denial.click();
    await expect.poll(() => desk.timeline.card?.id).toBe('acme-plan');
    const here = screen.container.querySelector('[aria-current="true"]');
    await expect.poll(() => readText(here)).toContain('Title of market-news');
  });

  it('is not shown where nothing is connected', async () => {
    const rendered = await renderPane(TimelinePane);
    await rendered.desk.showAnnouncement('acme-a2');
    await expect.element(rendered.screen.getByText('Summary of acme-a2.')).toBeVisible();
    expect(rendered.screen.container.querySelector('.card ol')).toBeNull();
  });
});

describe('the programme of a card', () => {
  it('narrows the list to itself, and lets it go again', async () => {
    const { screen, desk } = await renderPane(TimelinePane);
    await desk.showAnnouncement('bolt-rumour');
    await screen.getByRole('button', { name: 'Bolt B', exact: true }).click();
    const shown = () =>
      [...screen.container.querySelectorAll('[data-announcement]')].map((entry) =>
        entry.getAttribute('data-announcement'),
      );
    await expect.poll(shown).toEqual(['bolt-rumour']);
    await expect.element(screen.getByText('1 of 5')).toBeVisible();
    await screen.getByRole('button', { name: 'Remove Programme: Bolt B' }).click();
    await expect.poll(shown).toHaveLength(5);
  });

  it('stays where an entry of another programme is selected elsewhere, which says that it is outside', async () => {
    const { screen, desk } = await renderPane(TimelinePane);
    await expect.element(screen.getByText('Title of market-news')).toBeVisible();
    desk.timeline.filters.showProgramme('bolt-b');
    await expect.element(screen.getByText('Title of market-news')).not.toBeInTheDocument();
    await desk.showAnnouncement('market-news');
    await expect.element(screen.getByText('Summary of market-news.')).toBeVisible();
    await expect.element(screen.getByText('outside the filter')).toBeVisible();
    expect(desk.timeline.filters.chosen('programme')).toEqual(['bolt-b']);
  });

  it('stands with its chips and what they follow', async () => {
    const { screen, desk } = await renderPane(TimelinePane);
    await desk.showAnnouncement('acme-a2');
    const facts = () => readText(screen.container.querySelector('.card dl'));
    await expect
      .poll(facts)
      .toMatch(/^Programme Acme A series Chips of Acme\. Chips A2 follows A1 Stage/);
  });

  it('stands with the day of its zone where that is known', async () => {
    const at = { zone: 'Asia/Shanghai', time: null };
    const dated = { ...sample('acme-a1'), at };
    const { screen, desk } = await renderPane(TimelinePane, { announcements: [dated] });
    await desk.showAnnouncement('acme-a1');
    const facts = () => readText(screen.container.querySelector('.card dl'));
    await expect.poll(facts).toContain('Published 5 Mar 2024, China Standard Time Stage');
  });

  it('stands with the first session that could react where the time of day is known', async () => {
    const at = { zone: 'America/New_York', time: '17:30' };
    const late = { ...sample('acme-a1'), at };
    const { screen, desk } = await renderPane(TimelinePane, { announcements: [late] });
    await expect.poll(() => desk.series.status).toBe('ready');
    await desk.showAnnouncement('acme-a1');
    const facts = () => readText(screen.container.querySelector('.card dl'));
    await expect
      .poll(facts)
      .toContain('17:30 Eastern Time First session to react 6 Mar 2024 (ACME)');
  });
});

describe('market context', () => {
  it('stands back behind the news of chips, and says of what kind it is', async () => {
    const { screen } = await renderPane(TimelinePane);
    const kind = screen.getByText('shortage', { exact: true });
    await expect
      .element(kind)
      .toHaveAttribute('title', 'Market context, no news of a chip: shortage');
    const colour = (text: string) => getComputedStyle(screen.getByText(text).element()).color;
    expect(colour('Title of market-news')).not.toBe(colour('Title of acme-a2'));
  });
});
