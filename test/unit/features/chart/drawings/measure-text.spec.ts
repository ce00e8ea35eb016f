import { describe, expect, it } from 'vitest';
import { measureText } from '../../../../../src/features/chart/drawings/measure-text';
import type { MeasuredMove } from '../../../../../src/shared/domain/drawing/measured-move';
import { enDrawings } from '../../../../../src/shared/i18n/desk/en/drawings';
import { zhDrawings } from '../../../../../src/shared/i18n/desk/zh/drawings';

const DAY = 86_400;
const formats = {
  price: (value: number, decimals: number) => value.toFixed(decimals),
  percent: (fraction: number) => `${(fraction * 100).toFixed(2)} %`,
  count: (value: number) => String(value),
};
const move = (rest: Partial<MeasuredMove>): MeasuredMove => ({
  ...{ bars: 23, seconds: 33 * DAY, price: 12.3, percent: 4.51, ...rest },
});

describe('measureText', () => {
  it('tells price, percent, bars and time in both languages', () => {
    expect(measureText(move({}), 2, formats, enDrawings)).toEqual([
      '+12.30 (4.51 %)',
      '23 bars, 33 d',
    ]);
    expect(measureText(move({}), 2, formats, zhDrawings)).toEqual([
      '+12.30 (4.51 %)',
      '23 根K线，33 天',
    ]);
  });

  it('tells hours and minutes within a day, and no minutes beyond one', () => {
    const spanOf = (seconds: number) => measureText(move({ seconds }), 2, formats, enDrawings)[1];
    expect(spanOf(5_400)).toBe('23 bars, 1 h 30 min');
    expect(spanOf(DAY + 5_400)).toBe('23 bars, 1 d 1 h');
    expect(spanOf(0)).toBe('23 bars');
  });

  it('says which way it goes, and one bar in the singular', () => {
    expect(measureText(move({ bars: -1, seconds: -DAY }), 0, formats, enDrawings)[1]).toBe(
      '\u22121 bar, \u22121 d',
    );
  });

  it('leaves out what is not known', () => {
    const lines = measureText(move({ bars: null, percent: null }), 1, formats, enDrawings);
    expect(lines).toEqual(['+12.3', '33 d']);
  });
});
