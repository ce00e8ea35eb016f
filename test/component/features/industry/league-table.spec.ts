import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sampleAnnouncements } from '../../../helpers/desk-sample';
import { openIndustry } from './open-industry';

const chipsShown = (): string[] =>
  [...document.querySelectorAll('[data-row]')].map((button) => button.textContent ?? '');
const head = (name: string) => page.getByRole('columnheader', { name });

describe('the table', () => {
  it('sorts by the column that is clicked, and says so', async () => {
    const { screen } = await openIndustry('table');
    await expect.element(head('Company')).toHaveAttribute('aria-sort', 'ascending');
    await screen.getByRole('button', { name: 'Date' }).click();
    await expect.element(head('Date')).toHaveAttribute('aria-sort', 'ascending');
    await expect.element(head('Company')).toHaveAttribute('aria-sort', 'none');
    expect(chipsShown()).toEqual(['B1', 'A1', 'A2']);
    await screen.getByRole('button', { name: 'Date' }).click();
    await expect.element(head('Date')).toHaveAttribute('aria-sort', 'descending');
    expect(chipsShown()).toEqual(['A2', 'A1', 'B1']);
  });

  it('groups by company', async () => {
    const { screen } = await openIndustry('table');
    await screen.getByRole('button', { name: 'Group by company' }).click();
    const groups = [...document.querySelectorAll('[scope="rowgroup"]')];
    expect(groups.map((group) => group.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Acme 2 chips',
      'Bolt 1 chip',
    ]);
  });

  it('opens the newest announcement of a chip', async () => {
    const { desk, screen } = await openIndustry('table');
    await screen
      .getByRole('button', { name: 'Open the newest announcement about Acme A series A2' })
      .click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(desk.timeline.selectedId).toBe('acme-a2');
  });

  it('is travelled by keys', async () => {
    await openIndustry('table');
    const focused = (): string => document.activeElement?.textContent ?? '';
    await expect.poll(focused).toBe('A1');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('A2');
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('B1');
  });

  it('copies what is shown as CSV that another parser reads', async () => {
    const { main, screen } = await openIndustry('table', { settings: { locale: 'zh-CN' } });
    await screen.getByRole('button', { name: '复制为 CSV' }).click();
    await expect.element(screen.getByText('已复制 3 行。')).toBeVisible();
    const [{ text }] = main.argsOf('files.copyText') as [{ text: string }];
    const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    expect(rows[0]?.slice(0, 3)).toEqual(['公司', '项目', '芯片']);
    expect(rows[1]).toEqual([
      ...['艾克米', '艾克米A系列', '甲1', 'CPU', '已发布', '已确认', '2024-03-05'],
      ...['3 nm', 'Fabco', 'RISC-V', '2'],
    ]);
  });

  it('copies Markdown and saves CSV', async () => {
    const { main, screen } = await openIndustry('table');
    await screen.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.element(screen.getByText('3 rows are copied.')).toBeVisible();
    const [{ text }] = main.argsOf('files.copyText') as [{ text: string }];
    expect(text.split('\n')[0]).toMatch(/^\| Company \| Programme \| Chip \|/);
    await screen.getByRole('button', { name: 'Save as CSV' }).click();
    await expect.element(screen.getByText('Saved.')).toBeVisible();
    expect(main.argsOf('files.saveFile')).toMatchObject([
      { suggestedName: 'Who has what, how far 2024-05-20', kind: 'csv' },
    ]);
  });

  it('holds only what is in view of a long record', async () => {
    const chips = Array.from({ length: 1200 }, (_, at) => ({
      ...{ id: `chip-${at}`, programme: 'acme-a', predecessor: null },
      name: { en: `Chip ${at}`, zh: `芯片${at}` },
    }));
    const [first] = sampleAnnouncements.filter(({ id }) => id === 'acme-a1');
    if (!first) throw new Error('the sample has no acme-a1');
    const announcements = chips.map(({ id }) => ({ ...first, id: `about-${id}`, chips: [id] }));
    const { desk } = await openIndustry('table', {
      announcements,
      record: { companies: [], programmes: [...sampleProgrammesOf()], chips },
    });
    await expect.poll(() => chipsShown().length).toBeGreaterThan(20);
    expect(chipsShown().length).toBeLessThan(100);
    expect(document.querySelector('dialog table')?.getAttribute('aria-rowcount')).toBe('1201');
    await expect.poll(() => document.activeElement?.hasAttribute('data-row')).toBe(true);
    await userEvent.keyboard('{End}');
    await expect.poll(() => document.activeElement?.textContent).toBe(chipsShown().at(-1));
    expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('1201');
    expect(desk.industry.records).toHaveLength(1200);
  });
});

function sampleProgrammesOf() {
  return [
    {
      ...{ id: 'acme-a', company: 'acme', name: { en: 'A', zh: '甲' } },
      ...{ kind: 'cpu' as const, workload: 'general' as const, description: null },
    },
  ];
}
