import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import type { ChartInterval } from '../../../../src/shared/domain/candle/interval';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

let pane: RenderedPane;

const askedFor = (): ChartInterval[] =>
  pane.data.asked.flatMap((question) =>
    question.kind === 'open-series' ? [question.interval] : [],
  );
const chart = () => pane.screen.getByRole('application');
const focusChart = async (): Promise<void> => {
  await expect.element(chart()).toBeVisible();
  (chart().element() as HTMLElement).focus();
};

beforeEach(async () => {
  pane = await renderPane(ChartPane, { widthPx: 900 });
  await expect.element(chart()).toBeVisible();
});

describe('the interval of the chart', () => {
  it('is chosen by its button, asked for, and remembered', async () => {
    await pane.screen.getByRole('button', { name: '1 hour' }).click();
    await vi.waitFor(() => expect(askedFor().at(-1)).toBe('1h'));
    await vi.waitFor(() => expect(pane.desk.settings.current.chartInterval).toBe('1h'));
    const button = pane.screen.getByRole('button', { name: '1 hour' });
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
  });

  it.each([
    ['5{Enter}', '5m'],
    ['30{Enter}', '30m'],
    ['1h{Enter}', '1h'],
    ['w{Enter}', 'W'],
  ] as const)('is typed over the chart: %s', async (keys, interval) => {
    await focusChart();
    await userEvent.keyboard(keys);
    await vi.waitFor(() => expect(askedFor().at(-1)).toBe(interval));
  });

  it('says what was typed, and is given up with Escape', async () => {
    await focusChart();
    await userEvent.keyboard('5');
    await expect.element(pane.screen.getByText('5: bars of 5 minutes, Enter')).toBeVisible();
    await userEvent.keyboard('9');
    await expect.element(pane.screen.getByText('59: no length of a bar')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(pane.screen.getByText('59: no length of a bar').elements()).toHaveLength(0);
    expect(askedFor()).toEqual(['D']);
  });

  it('follows a range that needs another one', async () => {
    await pane.screen.getByRole('button', { name: 'Show 1Y' }).click();
    expect(askedFor()).toEqual(['D']);
    pane.data.give('XNAS:ACME', pane.desk.series.bars, 'yahoo');
    await pane.desk.series.open('XNAS:ACME');
    await pane.screen.getByRole('button', { name: 'Show 5D' }).click();
    await vi.waitFor(() => expect(askedFor().at(-1)).toBe('5m'));
  });

  it('stays what a file has when a range would need finer bars', async () => {
    await pane.screen.getByRole('button', { name: 'Show 1D' }).click();
    const range = pane.screen.getByRole('button', { name: 'Show 1D' });
    await expect.element(range).toHaveAttribute('aria-pressed', 'true');
    expect(askedFor()).toEqual(['D']);
  });
});

describe('a chart without bars of its interval', () => {
  it('says what is missing and offers the finest bars there are', async () => {
    pane.data.giveOnly('XNAS:ACME', ['D']);
    await pane.screen.getByRole('button', { name: '5 minutes', exact: true }).click();
    await expect.element(pane.screen.getByText('No bars of 5 minutes of Acme')).toBeVisible();
    await pane.screen.getByRole('button', { name: 'Show bars of 1 day' }).click();
    await vi.waitFor(() => expect(askedFor().at(-1)).toBe('D'));
  });
});

describe('a narrow chart', () => {
  it('keeps every interval in reach', async () => {
    const narrow = await renderPane(ChartPane, { widthPx: 420 });
    const menus = narrow.screen.getByRole('button', { name: 'All lengths of a bar: 1 day' });
    await menus.last().click();
    await narrow.screen.getByRole('menuitem', { name: '4 hours' }).click();
    await vi.waitFor(() => expect(narrow.desk.settings.current.chartInterval).toBe('4h'));
  });
});
