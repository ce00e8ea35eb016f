import { describe, expect, it, vi } from 'vitest';
import TimelinePane from '../../../../src/features/timeline/TimelinePane.svelte';
import { ACME_HONG_KONG, BOLT, KORVO, quoteOf } from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

/** Without the meter, which has tests of its own. */
function card({ screen }: RenderedPane): string {
  const shown = screen.container.querySelector('.card')?.cloneNode(true) as Element | undefined;
  shown?.querySelector('.meter')?.remove();
  return readText(shown ?? null);
}

type Options = Parameters<typeof renderPane>[1];

async function renderSelected(id: string, options?: Options): Promise<RenderedPane> {
  const rendered = await renderPane(TimelinePane, options);
  await expect.poll(() => rendered.desk.series.status).not.toBe('loading');
  await rendered.desk.showAnnouncement(id);
  await expect.poll(() => card(rendered)).not.toBe('');
  return rendered;
}

describe('the card', () => {
  it('tells everything that is known, in order', async () => {
    const rendered = await renderSelected('acme-a1');
    await expect
      .poll(() => card(rendered))
      .toBe(
        [
          'Summary of acme-a1. On the chart of ACME: session of 5 Mar 2024',
          'Programme Acme A series Chips of Acme. Chips A1 Stage announced Process 3 nm Foundry Fabco ISA RISC-V Workload general purpose',
          'Design partners Helper One, Helper Two First reported by Example Wire',
          'Earlier and later claims February 2024 first claim confirmed Title of acme-plan',
          '5 Mar 2024 confirms this entry confirmed Title of acme-a1',
          'Listed companies 7777.HK Acme owner no price 2345.HK Bolt competitor +0.61 %',
          '123450.KS Korvo foundry SIM +0.00 %',
          'Sources Acme primary example.com 6 Mar 2024',
          'Example Wire other wire.example.org ≈ 6 Mar 2024 Note A note in English.',
        ].join(' '),
      );
  });

  it('tells it in Chinese, and that the note is English', async () => {
    const rendered = await renderSelected('acme-a1', { settings: { locale: 'zh-CN' } });
    await expect
      .poll(() => card(rendered))
      .toBe(
        [
          'acme-a1的摘要。 在 ACME 图表上：2024年3月5日 交易日',
          '项目 艾克米A系列 艾克米的芯片。 芯片 甲1 阶段 已发布 制程 3 nm 代工厂 Fabco 指令集 RISC-V 用途 通用',
          '设计伙伴 Helper One、Helper Two 首发媒体 Example Wire',
          '前后消息 2024年2月 首次消息 已确认 acme-plan的标题',
          '2024年3月5日 证实 本条 已确认 acme-a1的标题',
          '相关上市公司 7777.HK 艾克米 研发方 无价格 2345.HK 博特 竞争对手 +0.61 %',
          '123450.KS 柯沃 代工厂 模拟 +0.00 %',
          '来源 Acme 一手 example.com 2024年3月6日',
          'Example Wire 其他 wire.example.org 约 2024年3月6日 备注（英文） A note in English.',
        ].join(' '),
      );
    const note = rendered.screen.container.querySelector('.note');
    expect(note?.getAttribute('lang')).toBe('en');
  });

  it('leaves out what is not known', async () => {
    const rendered = await renderSelected('market-news');
    await expect
      .poll(() => card(rendered))
      .toBe(
        'Summary of market-news. After the last bar of ACME, 28 Mar 2024 Sources Example Daily press example.com 6 Mar 2024',
      );
  });

  it.each([
    ['acme-a2', /9 Mar 2024 was no trading day for ACME: shown at the next session, 11 Mar 2024/],
    ['acme-plan', /Known to the month only: marked on ACME from 1 Feb 2024 to 29 Feb 2024/],
    ['bolt-rumour', /Before the history of ACME, whose first bar is 1 Feb 2024/],
  ])('says where %s stands on the chart', async (id, text) => {
    const rendered = await renderSelected(id);
    await expect.poll(() => card(rendered)).toMatch(text);
  });

  it('says it again for another chart', async () => {
    const rendered = await renderSelected('acme-a1');
    await rendered.desk.chart(BOLT);
    await expect.poll(() => card(rendered)).toMatch(/No bars of 2345\.HK to place it on/);
  });

  it('warns where nobody has read a text that supports it', async () => {
    const rendered = await renderSelected('bolt-rumour');
    await expect.poll(() => card(rendered)).toMatch(/^No text that supports this date and claim/);
  });

  it('keeps its place while its text is on the way', async () => {
    const rendered = await renderPane(TimelinePane);
    const release = rendered.main.holdAnswers();
    void rendered.desk.timeline.select('acme-a1');
    const waiting = rendered.screen.getByRole('status', { name: 'Loading the details' });
    await expect.element(waiting).toBeVisible();
    release();
    await expect.element(rendered.screen.getByText('Summary of acme-a1.')).toBeVisible();
  });
});

describe('its buttons', () => {
  it('chart a company in one click', async () => {
    const { screen, desk } = await renderSelected('acme-a1');
    await screen.getByRole('button', { name: /Korvo/ }).click();
    await expect.poll(() => desk.settings.current.charted).toBe(KORVO);
    expect(desk.timeline.selectedId).toBe('acme-a1');
  });

  it('show what the price of today does', async () => {
    const { screen, main } = await renderSelected('acme-a1');
    main.publish.market.onQuotesChanged({
      revision: 2,
      quotes: [quoteOf(ACME_HONG_KONG, { price: 95, previousClose: 100 })],
      replaces: false,
    });
    await expect.element(screen.getByText('\u22125.00\u00a0%')).toBeVisible();
  });

  it('open a source by its position; the host stands on it', async () => {
    const { screen, main } = await renderSelected('acme-a1');
    const source = screen.getByRole('button', { name: /wire\.example\.org/ });
    await expect
      .element(source)
      .toHaveAttribute('title', 'Open Example Wire at wire.example.org in the browser');
    await source.click();
    await expect
      .poll(() => main.argsOf('timeline.openSource'))
      .toEqual([{ id: 'acme-a1', sourceIndex: 1 }]);
  });

  it('say so where no browser opens', async () => {
    const { screen, desk } = await renderSelected('acme-a1');
    vi.spyOn(desk.client.timeline, 'openSource').mockResolvedValue({
      ok: false,
      reason: 'no-browser',
    });
    await screen.getByRole('button', { name: /wire\.example\.org/ }).click();
    await expect.poll(() => desk.notices.all.map(({ tone }) => tone)).toEqual(['error']);
  });
});
