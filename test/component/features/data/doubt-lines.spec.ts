import { describe, expect, it } from 'vitest';
import ChartStatusBar from '../../../../src/features/chart/ChartStatusBar.svelte';
import DataReport from '../../../../src/features/data/DataReport.svelte';
import Drawer from '../../../../src/features/data/Drawer.svelte';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import type { SeriesFindings } from '../../../../src/shared/domain/candle/series-findings';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { renderPane } from '../../../helpers/render-pane';

function barsOf(closes: Readonly<Record<string, number>>): BarColumns {
  const bars = allocateBars(Object.keys(closes).length);
  for (const [index, [date, close]] of Object.entries(closes).entries()) {
    bars.time[index] = toSessionKey(date);
    for (const name of ['open', 'high', 'low', 'close'] as const) bars[name][index] = close;
  }
  return bars;
}

const CALM = { '2026-05-25': 100, '2026-05-26': 101, '2026-05-27': 99 };

interface Told {
  readonly pane?: typeof DataReport | typeof ChartStatusBar | typeof Drawer;
  readonly found?: Partial<SeriesFindings>;
  readonly locale?: 'en' | 'zh-CN';
}

async function paneOf(closes: Readonly<Record<string, number>>, told: Told = {}) {
  const { pane = DataReport, found, locale = 'en' } = told;
  const rendered = await renderPane(pane as typeof DataReport, {
    settings: { locale },
    widthPx: 1000,
    props: { active: null, onrange: () => undefined, oninterval: () => undefined },
  });
  const { charted } = rendered.desk.settings.current;
  rendered.data.give(charted, barsOf(closes), 'yahoo', found);
  await rendered.desk.series.open(charted);
  return rendered;
}

const JUMP = { ...CALM, '2026-05-28': 25, '2026-05-29': 24 };

describe('bars in doubt', () => {
  it('are named with their dates, and with what they were compared with', async () => {
    const { screen } = await paneOf(JUMP);
    await expect.element(screen.getByText('1 bar in doubt')).toBeVisible();
    await expect
      .element(screen.getByText(/28 May 2026: a jump from 99.00 to 25.00, like a split/))
      .toBeVisible();
  });

  it('are named in Chinese', async () => {
    const { screen } = await paneOf(JUMP, { locale: 'zh-CN' });
    await expect.element(screen.getByText('1 根存疑')).toBeVisible();
    await expect.element(screen.getByText(/收盘价由 99.00 跳至 25.00/)).toBeVisible();
  });

  it('are named whatever is doubtful, the newest first', async () => {
    const day = (date: string): number => toSessionKey(date);
    const { screen } = await paneOf(CALM, {
      found: {
        suspects: [
          { time: day('2026-05-25'), kind: 'basis', close: 90, reference: 100 },
          { time: day('2026-05-26'), kind: 'unit', close: 10_050, reference: 100.5 },
        ],
        leftOut: [{ time: day('2026-05-22'), fault: 'outside-range' }],
        skippedRows: 2,
      },
    });
    const lines = screen.getByRole('listitem');
    await expect.element(lines.nth(0)).toHaveTextContent('as if in another unit');
    await expect.element(lines.nth(0)).toHaveTextContent('10,050.00');
    await expect.element(lines.nth(1)).toHaveTextContent('100.00 is 90.00 now');
    await expect.element(lines.nth(2)).toHaveTextContent('22 May 2026: left out, open or close');
    await expect.element(lines.nth(3)).toHaveTextContent('2 rows of the source');
  });

  it('are not spoken of where there is none', async () => {
    const { screen } = await paneOf(CALM);
    await expect.element(screen.getByText(/25 May 2026/)).toBeVisible();
    expect(screen.getByText(/in doubt/).elements()).toEqual([]);
  });

  it('are counted over the chart, from where the tab that names them is opened', async () => {
    const { screen, desk } = await paneOf(JUMP, { pane: ChartStatusBar });
    await screen.getByRole('button', { name: '1 bar in doubt' }).click();
    await expect.poll(() => desk.drawer.tab).toBe('data');
    expect(desk.settings.current.drawerOpen).toBe(true);
  });

  it('are counted on the tab that names them', async () => {
    const { screen, desk } = await paneOf(JUMP, { pane: Drawer });
    await expect.element(screen.getByRole('tab', { name: /Data 1/ })).toBeVisible();
    await desk.drawer.show('data');
    await expect.element(screen.getByRole('tabpanel')).toHaveTextContent('1 bar in doubt');
  });
});
