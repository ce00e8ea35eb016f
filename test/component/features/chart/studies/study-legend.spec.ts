import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../../src/features/chart/ChartPane.svelte';
import { computeIndicator } from '../../../../../src/shared/domain/indicators/indicator-run';
import { findIndicator } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { volumeProfile } from '../../../../../src/shared/domain/indicators/volume-profile';
import { profileFigures } from '../../../../../src/features/chart/studies/study-profile';
import type { DeskUnderTestOptions } from '../../../../helpers/desk-under-test';
import { ACME, quoteOf } from '../../../../helpers/desk-sample';
import {
  allocateBars,
  type Bar,
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  subBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { renderUnstarted, type RenderedPane } from '../../../../helpers/render-pane';

const DAY = 86_400;
const FIRST = Date.UTC(2023, 8, 4) / 1000;
const COUNT = 160;

/** Daily bars up to the last quote of the sample, whose bodies differ. */
function wave(): BarColumns {
  const bars = allocateBars(COUNT);
  for (let index = 0; index < COUNT; index++) {
    const close = 1300 + 60 * Math.sin(index / 9) + index / 3;
    bars.time[index] = FIRST + index * DAY;
    bars.open[index] = close + 4 * Math.cos(index);
    bars.high[index] = close + 9;
    bars.low[index] = close - 8;
    bars.close[index] = close;
    bars.volume[index] = 1000 + 100 * (index % 11);
    bars.adjustedClose[index] = NaN;
  }
  return bars;
}

function withBar(bars: BarColumns, bar: Bar): BarColumns {
  const grown = allocateBars(bars.length + 1);
  for (const name of BAR_COLUMN_NAMES) grown[name].set(bars[name].subarray(0, bars.length));
  for (const name of BAR_COLUMN_NAMES) {
    grown[name][bars.length] = name === 'adjustedClose' ? NaN : bar[name];
  }
  return grown;
}

/** Every so manieth bar. */
function thinned(bars: BarColumns, stride: number): BarColumns {
  const thin = allocateBars(Math.ceil(bars.length / stride));
  for (let index = 0; index < thin.length; index++) {
    for (const name of BAR_COLUMN_NAMES) thin[name][index] = bars[name][index * stride] as number;
  }
  return thin;
}

async function draw(
  indicators: readonly string[],
  options: DeskUnderTestOptions = {},
  bars = wave(),
): Promise<RenderedPane> {
  const pane = await renderUnstarted(ChartPane, { ...options, widthPx: 900 });
  pane.data.give(ACME, bars);
  await pane.desk.start();
  await pane.desk.loadRest();
  for (const indicator of indicators) await pane.desk.studies.add(indicator);
  await expect.element(pane.screen.getByRole('application')).toBeVisible();
  return pane;
}

const lineOf = (pane: RenderedPane, title: string) =>
  pane.screen.getByRole('group', { name: title, exact: true });
const figuresOf = (pane: RenderedPane, title: string): string[] =>
  [...lineOf(pane, title).element().querySelectorAll('.value')].map(
    (value) => value.lastChild?.textContent?.trim() ?? '',
  );
const expected = (bars: BarColumns, indicator: string, params: Record<string, number>) => {
  const found = findIndicator(indicator);
  if (!found) throw new Error(`no ${indicator}`);
  const input = { bars, sessionStarts: new Float64Array(0) };
  return computeIndicator(found, params, input).map((column) => column[bars.length - 1] as number);
};

describe('the legend of the studies', () => {
  it('says the values of the last visible bar as the indicators have them', async () => {
    const bars = wave();
    const pane = await draw(['sma', 'bollinger', 'rsi', 'macd'], {}, bars);
    const price = (value: number) => pane.desk.formats.price(value, 2);
    const checks: [string, string, Record<string, number>][] = [
      ['SMA 20', 'sma', { period: 20 }],
      ['BB 20 2', 'bollinger', { period: 20, deviations: 2 }],
      ['RSI 14', 'rsi', { period: 14 }],
      ['MACD 12 26 9', 'macd', { fast: 12, slow: 26, signal: 9 }],
    ];
    for (const [title, indicator, params] of checks) {
      await vi.waitFor(() =>
        expect(figuresOf(pane, title)).toEqual(expected(bars, indicator, params).map(price)),
      );
    }
  });

  it('stands inside each pane of its own, under the plot', async () => {
    const pane = await draw(['rsi', 'sma', 'obv']);
    const topOf = (title: string): number =>
      lineOf(pane, title).element().getBoundingClientRect().top;
    await vi.waitFor(() => expect(pane.desk.charts.active.studies.panes).toHaveLength(2));
    await vi.waitFor(() => {
      const plotTop = pane.screen.getByRole('application').element().getBoundingClientRect().top;
      const [rsi, obv] = pane.desk.charts.active.studies.panes;
      expect(topOf('SMA 20') - plotTop).toBeLessThan(30);
      expect(Math.abs(topOf('RSI 14') - plotTop - (rsi?.top ?? 0))).toBeLessThan(8);
      expect(Math.abs(topOf('OBV') - plotTop - (obv?.top ?? 0))).toBeLessThan(8);
    });
  });

  it('says why a study shows nothing', async () => {
    const pane = await draw(['vwap', 'anchored-vwap', 'sma']);
    await pane.desk.studies.change('sma-1', { params: { period: 500 } });
    await expect
      .element(lineOf(pane, 'VWAP'))
      .toHaveTextContent('needs bars shorter than a session');
    await expect
      .element(lineOf(pane, 'Anchored VWAP'))
      .toHaveTextContent('no announcement is selected');
    await expect.element(lineOf(pane, 'SMA 500')).toHaveTextContent('too few bars');
  });

  it('has no fifth pane, and says so', async () => {
    const pane = await draw(['rsi', 'rsi', 'rsi', 'rsi', 'obv']);
    await expect.element(lineOf(pane, 'OBV')).toHaveTextContent('four panes are taken');
    await pane.desk.studies.remove('rsi-2');
    await vi.waitFor(() => expect(figuresOf(pane, 'OBV')).toHaveLength(1));
  });

  it('hides, opens the settings and removes, each by a button that keys reach', async () => {
    const pane = await draw(['sma']);
    const line = lineOf(pane, 'SMA 20');
    await vi.waitFor(() => expect(figuresOf(pane, 'SMA 20')).toHaveLength(1));
    (line.getByRole('button', { name: 'Hide SMA 20' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(figuresOf(pane, 'SMA 20')).toHaveLength(0));
    expect(pane.desk.studies.get('sma-1')?.hidden).toBe(true);
    (line.getByRole('button', { name: 'Settings of SMA 20' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(pane.screen.getByRole('dialog').getByLabelText('Bars')).toHaveValue(20);
    await userEvent.keyboard('{Escape}');
    (line.getByRole('button', { name: 'Remove SMA 20' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(pane.desk.studies.all).toEqual([]));
  });

  it('folds away on wish, and says how many there are', async () => {
    const pane = await draw(['sma', 'ema', 'wma']);
    await pane.screen.getByRole('button', { name: 'Fold the indicators away' }).click();
    await expect.element(pane.screen.getByRole('button', { name: '3 indicators' })).toBeVisible();
    expect(lineOf(pane, 'SMA 20').elements()).toHaveLength(0);
  });

  it('tells point of control and value area of what is in view', async () => {
    const bars = wave();
    const pane = await draw(['volume-profile'], {}, bars);
    await vi.waitFor(() => expect(figuresOf(pane, 'VP 48 70')).toHaveLength(3));
    await vi.waitFor(() => expect(pane.desk.series.visible).not.toBeNull());
    const view = pane.desk.series.visible;
    const [from, to] = [view?.fromKey, view?.toKey].map((key) => bars.time.indexOf(key ?? NaN));
    const params = { rows: 48, valueArea: 70 };
    const profile = volumeProfile(bars, from ?? 0, (to ?? 0) + 1, params);
    if (!profile) throw new Error('nothing traded');
    const figures = profileFigures(profile).map((value) => pane.desk.formats.price(value, 2));
    await vi.waitFor(() => expect(figuresOf(pane, 'VP 48 70')).toEqual(figures));
  });

  it('speaks Chinese, with the names of Chinese desks', async () => {
    const pane = await draw(['bollinger', 'vwap'], { settings: { locale: 'zh-CN' } });
    await vi.waitFor(() => expect(figuresOf(pane, 'BOLL 20 2')).toHaveLength(3));
    await expect.element(lineOf(pane, 'VWAP')).toHaveTextContent('需要日内周期');
  });
});

describe('studies of bars that change', () => {
  it('follow a live bar, and say what a computation with it says', async () => {
    const bars = wave();
    const pane = await draw(['ema', 'obv', 'stochastic'], {}, bars);
    await vi.waitFor(() => expect(figuresOf(pane, 'EMA 20')).toHaveLength(1));
    const time = FIRST + COUNT * DAY;
    for (const close of [1401, 1377, 1390]) {
      const bar = { time, open: 1380, high: 1410, low: 1370, close, volume: 5000 };
      const tick = { price: close, state: 'simulated', openBar: bar } as const;
      pane.desk.quotes.receive([quoteOf(ACME, tick)], false);
      const grown = withBar(bars, bar);
      const price = (value: number) => pane.desk.formats.price(value, 2);
      await vi.waitFor(() => {
        expect(figuresOf(pane, 'EMA 20')).toEqual(
          expected(grown, 'ema', { period: 20 }).map(price),
        );
        expect(figuresOf(pane, 'Stoch 14 3 3')).toEqual(
          expected(grown, 'stochastic', { k: 14, smooth: 3, d: 3 }).map(price),
        );
      });
    }
  });

  it.each([
    { chartStyle: 'heikin-ashi', priceScale: 'normal' },
    { chartStyle: 'candles', priceScale: 'percent' },
    { chartStyle: 'line', priceScale: 'log' },
  ] as const)('are of the prices themselves with %o', async (settings) => {
    const bars = wave();
    const pane = await draw(['sma'], { settings }, bars);
    const [value = NaN] = expected(bars, 'sma', { period: 20 });
    await vi.waitFor(() =>
      expect(figuresOf(pane, 'SMA 20')).toEqual([pane.desk.formats.price(value, 2)]),
    );
  });

  it('wait for the whole of a long series in panes that stand already', async () => {
    const bars = wave();
    const pane = await renderUnstarted(ChartPane, { widthPx: 900 });
    pane.data.give(ACME, bars);
    pane.data.hold();
    await pane.desk.start();
    const rest = pane.desk.studies.open();
    await rest;
    await pane.desk.studies.add('rsi');
    const question = await vi.waitFor(() => {
      const opened = pane.data.asked.find(({ kind }) => kind === 'open-series');
      if (!opened) throw new Error('no series was asked for');
      return opened;
    });
    pane.data.tellOverview(question, {
      ...{ source: 'csv-folder', length: COUNT, stride: 4 },
      buckets: packBars(thinned(bars, 4)),
      newest: packBars(subBars(bars, COUNT - 40, COUNT)),
    } as never);
    await vi.waitFor(() => expect(pane.desk.charts.active.studies.panes).toHaveLength(1));
    pane.data.answerAll();
    const price = (value: number) => pane.desk.formats.price(value, 2);
    await vi.waitFor(() =>
      expect(figuresOf(pane, 'RSI 14')).toEqual(expected(bars, 'rsi', { period: 14 }).map(price)),
    );
  });
});

describe('studies on several charts', () => {
  it('show a change on all of them at once', async () => {
    const pane = await draw(['sma']);
    await pane.desk.charts.setCount(2, []);
    await vi.waitFor(() => expect(lineOf(pane, 'SMA 20').elements()).toHaveLength(2));
    await pane.desk.studies.change('sma-1', { params: { period: 9 } });
    await vi.waitFor(() => expect(lineOf(pane, 'SMA 9').elements()).toHaveLength(2));
  });
});

describe('the panes of studies', () => {
  it('have the heights that were remembered', async () => {
    const pane = await draw(['rsi', 'obv']);
    const heights = () => pane.desk.charts.active.studies.panes.map(({ height }) => height);
    await vi.waitFor(() => expect(heights()).toHaveLength(2));
    const [before = 0] = heights();
    await pane.desk.studies.resize(new Map([['rsi-1', 0.35]]));
    await vi.waitFor(() => expect(heights()[0]).toBeGreaterThan(before * 1.5));
    expect(heights()[1]).toBe(before);
  });

  it('keep their names and heights with another instrument', async () => {
    const pane = await draw(['rsi']);
    await pane.desk.studies.resize(new Map([['rsi-1', 0.3]]));
    const panes = () => pane.desk.charts.active.studies.panes;
    await vi.waitFor(() => expect(panes()[0]?.height).toBeGreaterThan(150));
    const before = panes();
    pane.data.give('XHKG:02345', wave());
    await pane.desk.chart('XHKG:02345');
    await vi.waitFor(() => expect(figuresOf(pane, 'RSI 14')[0]).toMatch(/^\d/));
    expect(panes()).toEqual(before);
  });
});
