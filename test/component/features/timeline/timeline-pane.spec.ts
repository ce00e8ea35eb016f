import { describe, expect, it } from 'vitest';
import TimelinePane from '../../../../src/features/timeline/TimelinePane.svelte';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { readText } from '../../../helpers/read-text';
import { BOLT } from '../../../helpers/desk-sample';
import { renderPane, renderUnstarted, type RenderedPane } from '../../../helpers/render-pane';

const entryTexts = ({ screen }: RenderedPane): string[] =>
  [...screen.container.querySelectorAll('[data-announcement]')].map((entry) => readText(entry));

const shownIds = ({ screen }: RenderedPane): (string | null)[] =>
  [...screen.container.querySelectorAll('[data-announcement]')].map((entry) =>
    entry.getAttribute('data-announcement'),
  );

describe('the list', () => {
  it('tells of each announcement who, what, how sure and when', async () => {
    const rendered = await renderPane(TimelinePane);
    await expect
      .poll(() => entryTexts(rendered))
      .toEqual([
        'Market Shortage shortage Title of market-news 1 May context market 1 source',
        'Acme A2 reported Title of acme-a2 9 Mar taped out accelerator 1 source ACME',
        'Acme A1 confirmed Title of acme-a1 5 Mar announced CPU 2 sources 7777.HK 2345.HK +1',
        'Acme a chip (unnamed) confirmed Title of acme-plan Feb sampling accelerator 1 source ACME',
        'Bolt B1 rumoured Title of bolt-rumour 10 Jan planned CPU not verified 2345.HK',
      ]);
  });

  it('stands under its months', async () => {
    const { screen } = await renderPane(TimelinePane);
    await expect.element(screen.getByRole('heading', { name: 'March 2024' })).toBeVisible();
    const months = screen.getByRole('heading', { level: 3 }).elements();
    expect(months.map((month) => readText(month))).toEqual([
      'May 2024 1',
      'March 2024 2',
      'February 2024 1',
      'January 2023 1',
    ]);
  });

  it('colours the claim and says it in a word', async () => {
    const { screen } = await renderPane(TimelinePane);
    const styleOf = (word: string) =>
      getComputedStyle(screen.getByText(word, { exact: true }).first().element());
    await expect.element(screen.getByText('reported')).toBeVisible();
    expect(styleOf('reported').color).toBe(styleOf('rumoured').color);
    expect(styleOf('rumoured').textDecorationStyle).toBe('dashed');
    const colours = ['confirmed', 'reported', 'shortage'].map((word) => styleOf(word).color);
    expect(new Set(colours).size).toBe(3);
  });

  it('marks the tickers of the charted company, whichever line of it is charted', async () => {
    const { screen, desk } = await renderPane(TimelinePane);
    const marked = () =>
      [...screen.container.querySelectorAll('.tickers .charted')].map(({ textContent }) =>
        textContent.trim(),
      );
    await expect.poll(marked).toEqual(['ACME', '7777.HK', 'ACME']);
    await desk.chart(BOLT);
    await expect.poll(marked).toEqual(['2345.HK', '2345.HK']);
  });
});

describe('what the list follows', () => {
  it('is all, the charted company, or what the chart shows', async () => {
    const rendered = await renderPane(TimelinePane);
    const { screen, desk } = rendered;
    await screen.getByText('Company', { exact: true }).first().click();
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a2', 'acme-a1', 'acme-plan']);
    await expect.element(screen.getByText('3 of 5')).toBeVisible();
    await desk.chart(BOLT);
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1', 'bolt-rumour']);
    await screen.getByText('All', { exact: true }).first().click();
    await expect.poll(() => shownIds(rendered)).toHaveLength(5);
  });

  it('follows the chart from range to range', async () => {
    const rendered = await renderPane(TimelinePane);
    const { screen, desk } = rendered;
    await expect.poll(() => desk.series.status).toBe('ready');
    await screen.getByText('In view', { exact: true }).click();
    const show = (from: string, to: string) =>
      desk.series.setVisible({ fromKey: toSessionKey(from), toKey: toSessionKey(to), bars: 5 });
    show('2024-03-04', '2024-03-06');
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a1']);
    // 9 March is a Saturday, and stands on Monday.
    show('2024-03-11', '2024-03-12');
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-a2']);
    show('2024-02-20', '2024-02-22');
    await expect.poll(() => shownIds(rendered)).toEqual(['acme-plan']);
    show('2024-03-20', '2024-03-28');
    await expect
      .element(screen.getByText('No announcement falls on the dates that the chart shows.'))
      .toBeVisible();
  });

  it('says whose announcements there are none of, and leads back to all', async () => {
    const rendered = await renderPane(TimelinePane, { settings: { charted: 'XNAS:DELT' } });
    await rendered.screen.getByText('Company', { exact: true }).first().click();
    await expect
      .element(rendered.screen.getByText('No announcement names Deltatron.'))
      .toBeVisible();
    await rendered.screen.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shownIds(rendered)).toHaveLength(5);
  });
});

describe('the density', () => {
  it('can be one line for each announcement, with all that scans', async () => {
    const rendered = await renderPane(TimelinePane);
    await rendered.screen.getByRole('button', { name: 'Show one line for each' }).click();
    await expect
      .poll(() => entryTexts(rendered)[1])
      .toBe('Acme Title of acme-a2 taped out reported 1 1 source 9 Mar');
    const heights = [...rendered.screen.container.querySelectorAll('[data-announcement]')].map(
      (entry) => entry.getBoundingClientRect().height,
    );
    expect(new Set(heights)).toEqual(new Set([28]));
    expect(rendered.desk.settings.current.timelineDensity).toBe('compact');
    await rendered.screen.getByRole('button', { name: 'Show more of each announcement' }).click();
    await expect.poll(() => entryTexts(rendered)[1]).toContain('accelerator');
  });
});

describe('before and without data', () => {
  it('keeps its shape while it waits', async () => {
    const { screen, desk } = await renderUnstarted(TimelinePane);
    await expect
      .element(screen.getByRole('status', { name: 'Loading the announcements' }))
      .toBeVisible();
    const first = screen.container.querySelector('.skeleton .entry')?.getBoundingClientRect();
    await desk.start();
    await desk.loadRest();
    await expect.element(screen.getByText('Title of market-news')).toBeVisible();
    const entry = screen.container.querySelector('[data-announcement]')?.getBoundingClientRect();
    expect(entry?.top).toBe(first?.top);
  });

  it('says that it failed and offers to try again', async () => {
    const { screen, desk, main } = await renderUnstarted(TimelinePane);
    await desk.start();
    main.failing.add('timeline.list');
    await expect(desk.timeline.load()).rejects.toThrow();
    await expect.element(screen.getByText('The announcements could not be read')).toBeVisible();
    main.failing.clear();
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Title of market-news')).toBeVisible();
  });
});

describe('in Chinese', () => {
  it('has no word of English but names', async () => {
    const rendered = await renderPane(TimelinePane, { settings: { locale: 'zh-CN' } });
    await expect
      .poll(() => entryTexts(rendered))
      .toEqual([
        '市场消息 缺货 短缺 market-news的标题 5月1日 背景 市场 1 个来源',
        '艾克米 甲2 媒体报道 acme-a2的标题 3月9日 已流片 加速芯片 1 个来源 ACME',
        '艾克米 甲1 已确认 acme-a1的标题 3月5日 已发布 CPU 2 个来源 7777.HK 2345.HK +1',
        '艾克米 芯片（未命名） 已确认 acme-plan的标题 2月 送样中 加速芯片 1 个来源 ACME',
        '博特 乙1 传闻 bolt-rumour的标题 1月10日 计划中 CPU 未核实 2345.HK',
      ]);
    await expect.element(rendered.screen.getByRole('heading', { name: '2024年5月' })).toBeVisible();
  });
});
