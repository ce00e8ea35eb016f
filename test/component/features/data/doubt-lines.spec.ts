import { describe, expect, it } from 'vitest';
import DataReport from '../../../../src/features/data/DataReport.svelte';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
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

async function reportOf(closes: Readonly<Record<string, number>>) {
  const rendered = await renderPane(DataReport);
  const { charted } = rendered.desk.settings.current;
  rendered.data.give(charted, barsOf(closes));
  await rendered.desk.series.open(charted);
  return rendered.screen;
}

describe('bars in doubt', () => {
  it('are named with their dates', async () => {
    const screen = await reportOf({ ...CALM, '2026-05-28': 25, '2026-05-29': 24 });
    await expect.element(screen.getByText('1 bar in doubt')).toBeVisible();
    await expect
      .element(screen.getByText(/28 May 2026: the price jumps like a split/))
      .toBeVisible();
  });

  it('are not spoken of where there is none', async () => {
    const screen = await reportOf(CALM);
    await expect.element(screen.getByText(/25 May 2026/)).toBeVisible();
    expect(screen.getByText(/in doubt/).elements()).toEqual([]);
  });
});
