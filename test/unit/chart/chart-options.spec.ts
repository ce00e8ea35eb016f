import { describe, expect, it } from 'vitest';
import {
  axisFormat,
  axisWriter,
  fixedOptions,
  formatOptions,
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
  it('writes dates by the given formats', () => {
    const { localization } = formatOptions(formats) as {
      localization: { timeFormatter(time: number): string };
    };
    expect(localization.timeFormatter(86_400)).toBe('day 86400');
  });
});

describe('axisWriter', () => {
  it('pads labels to the longest tick of the axis, with spaces as wide as a digit', () => {
    const writer = axisWriter((value) => value.toFixed(2));
    expect(writer.ticks([96, 100, 104])).toEqual(['\u200796.00', '100.00', '104.00']);
    expect(writer.label(98.5)).toBe('\u200798.50');
    expect(writer.label(1_000)).toBe('1000.00');
  });
});

describe('axisFormat', () => {
  it('writes with the writer and allows ticks down to the step', () => {
    const { priceFormat } = axisFormat(axisWriter(String), 0.01) as {
      priceFormat: { minMove: number; formatter(value: number): string };
    };
    expect(priceFormat.minMove).toBe(0.01);
    expect(priceFormat.formatter(7)).toBe('7');
  });
});

describe('themeOptions', () => {
  it('hides the gap between plot and lane', () => {
    expect(themeOptions(DARK).layout?.panes?.separatorColor).toBe(DARK.background);
  });
});
