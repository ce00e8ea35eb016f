import { describe, expect, it } from 'vitest';
import AnnouncementHoverCard from '../../../../src/features/timeline/AnnouncementHoverCard.svelte';
import { sampleAnnouncements } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';
import { readText } from '../../../helpers/read-text';
import { renderPane } from '../../../helpers/render-pane';

const announcements = sampleAnnouncements.map(summaryOf);

const textOf = (container: HTMLElement): string =>
  readText(container.querySelector('[role=tooltip]'));

describe('the card of a marker', () => {
  it('tells in short what stands there', async () => {
    const { screen } = await renderPane(AnnouncementHoverCard, {
      props: { announcements: announcements.slice(2, 3) },
    });
    expect(textOf(screen.container)).toBe(
      'Acme A1 confirmed Title of acme-a1 5 Mar 2024 announced 2 sources',
    );
  });

  it('tells of three at most, and how many more there are', async () => {
    const { screen } = await renderPane(AnnouncementHoverCard, { props: { announcements } });
    expect(screen.container.querySelectorAll('.announcement')).toHaveLength(3);
    await expect.element(screen.getByText('and 2 more')).toBeVisible();
  });

  it('speaks Chinese, and warns of what is not verified', async () => {
    const { screen } = await renderPane(AnnouncementHoverCard, {
      props: { announcements: announcements.slice(4) },
      settings: { locale: 'zh-CN' },
    });
    expect(textOf(screen.container)).toBe(
      '博特 乙1 传闻 bolt-rumour的标题 2023年1月10日 计划中 1 个来源 未核实',
    );
  });

  it('does not take the pointer from the chart', async () => {
    const { screen } = await renderPane(AnnouncementHoverCard, { props: { announcements } });
    const tooltip = screen.getByRole('tooltip').element();
    expect(getComputedStyle(tooltip).pointerEvents).toBe('none');
  });
});
