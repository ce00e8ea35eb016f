import { LineStyle } from 'lightweight-charts';
import { describe, expect, it } from 'vitest';
import {
  fixedOptions,
  formatOptions,
  priceLineOptions,
  seriesOptions,
  themeOptions,
} from '../../../src/chart/chart-options';
import { DARK } from '../../component/chart/theme';

const formats = {
  priceDecimals: 2,
  price: (value: number) => value.toFixed(2),
  date: (sessionKey: number) => `day ${sessionKey}`,
  tick: () => '',
  wallClock: null,
};

describe('fixedOptions', () => {
  it('leaves the time scale to the viewport and the mark of the library to the footer', () => {
    const options = fixedOptions({ width: 10, height: 20 });
    expect(options).toMatchObject({ width: 10, height: 20, autoSize: false, handleScroll: false });
    expect(options.layout?.attributionLogo).toBe(false);
    expect(options.handleScale).toMatchObject({ mouseWheel: false, pinch: false });
    expect(options.timeScale?.shiftVisibleRangeOnNewBar).toBe(false);
  });
});

describe('formatOptions', () => {
  const { localization } = formatOptions(formats) as {
    localization: {
      priceFormatter(price: number): string;
      tickmarksPriceFormatter(prices: number[]): string[];
      timeFormatter(time: number): string;
    };
  };

  it('pads prices to the longest of the axis, with spaces as wide as a digit', () => {
    const ticks = localization.tickmarksPriceFormatter([96, 100, 104]);
    expect(ticks).toEqual(['\u200796.00', '100.00', '104.00']);
    expect(localization.priceFormatter(98.5)).toBe('\u200798.50');
    expect(localization.priceFormatter(1_000)).toBe('1000.00');
  });

  it('writes dates by the given formats', () => {
    expect(localization.timeFormatter(86_400)).toBe('day 86400');
  });
});

describe('seriesOptions', () => {
  it('allows ticks down to the last decimal', () => {
    expect(seriesOptions(formats).priceFormat).toMatchObject({ type: 'custom', minMove: 0.01 });
    expect(seriesOptions({ ...formats, priceDecimals: 0 }).priceFormat).toMatchObject({
      minMove: 1,
    });
  });
});

describe('themeOptions', () => {
  it('hides the gap between plot and lane', () => {
    expect(themeOptions(DARK).layout?.panes?.separatorColor).toBe(DARK.background);
  });
});

describe('priceLineOptions', () => {
  const line = { price: 40, tone: 'live' } as const;

  it('colours a live price by its direction', () => {
    const labelOf = (direction: 'up' | 'down' | 'flat') =>
      priceLineOptions({ ...line, direction }, DARK).axisLabelColor;
    expect([labelOf('up'), labelOf('down'), labelOf('flat')]).toEqual([
      DARK.up,
      DARK.down,
      DARK.grey,
    ]);
  });

  it('draws a stale price grey and dashed, whatever its direction', () => {
    const stale = priceLineOptions({ price: 40, direction: 'up', tone: 'stale' }, DARK);
    expect(stale.axisLabelColor).toBe(DARK.grey);
    expect(stale.lineStyle).toBe(LineStyle.LargeDashed);
    expect(priceLineOptions({ ...line, direction: 'up' }, DARK).lineStyle).toBe(LineStyle.Dotted);
  });

  it('writes its label in the colour that can be read', () => {
    expect(priceLineOptions({ ...line, direction: 'up' }, DARK).axisLabelTextColor).toBe(
      DARK.background,
    );
  });
});
