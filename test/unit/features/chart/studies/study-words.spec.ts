import { describe, expect, it } from 'vitest';
import { newStudy, STUDY_COLOURS } from '../../../../../src/shared/domain/chart/study-choice';
import { INDICATORS } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { deskMessages } from '../../../../../src/shared/i18n/desk/desk-catalogue';
import { describeStudy } from '../../../../../src/shared/domain/chart/study-choice';
import { findIndicators, OFFERED } from '../../../../../src/features/chart/studies/study-search';
import { faultWords, studyTitle } from '../../../../../src/features/chart/studies/study-words';
import { studyFigure } from '../../../../../src/features/chart/studies/study-figures';
import { legendRoom } from '../../../../../src/features/chart/studies/legend-room';

const en = deskMessages('en').studies;
const zh = deskMessages('zh-CN').studies;
const formats = { imprecise: (date: string) => `on ${date}` };

describe('what studies are called', () => {
  it('names every indicator, output, parameter and colour in both languages', () => {
    for (const t of [en, zh]) {
      for (const indicator of OFFERED) {
        expect(t.indicators[indicator]?.name).toBeTruthy();
        const outputs = INDICATORS.find(({ id }) => id === indicator)?.outputs.length ?? 3;
        if (outputs > 1) expect(t.outputs[indicator]).toHaveLength(outputs);
        for (const { id } of describeStudy(indicator)?.parameters ?? []) {
          expect(t.parameters[id]).toBeTruthy();
        }
      }
      for (const colour of STUDY_COLOURS) expect(t.colours[colour]).toBeTruthy();
    }
  });

  it('puts the parameters behind the name, and the date behind an anchored average', () => {
    expect(studyTitle(newStudy('macd', []), undefined, en, formats)).toBe('MACD 12 26 9');
    expect(studyTitle(newStudy('bollinger', []), undefined, zh, formats)).toBe('BOLL 20 2');
    const anchored = newStudy('anchored-vwap', []);
    const anchor = { date: '2016-05-18', precision: 'day' } as const;
    expect(studyTitle(anchored, anchor, en, formats)).toBe('Anchored VWAP since on 2016-05-18');
    expect(studyTitle(anchored, undefined, en, formats)).toBe('Anchored VWAP');
  });

  it('says what is wrong with a parameter', () => {
    const bounds = { fault: 'out-of-bounds', id: 'period', min: 2, max: 1000 } as const;
    expect(faultWords(bounds, en)).toBe('From 2 to 1000.');
    expect(faultWords({ fault: 'not-whole', id: 'period' }, zh)).toBe('请输入整数。');
    expect(faultWords({ fault: 'not-a-number', id: 'period' }, en)).toBe('Write a number.');
    const order = { fault: 'not-ascending', id: 'fast', other: 'slow' } as const;
    expect(faultWords(order, en)).toContain('“Slow average, bars”');
  });

  it('writes prices as prices, bounded values with two decimals, volume as volume', () => {
    const writes = {
      price: (value: number, decimals: number) => value.toFixed(decimals),
      volume: (value: number) => `${value} units`,
    };
    expect(studyFigure('sma', 3, writes)(1.5)).toBe('1.500');
    expect(studyFigure('macd', 3, writes)(1.5)).toBe('1.500');
    expect(studyFigure('rsi', 0, writes)(61.234)).toBe('61.23');
    expect(studyFigure('obv', 2, writes)(12)).toBe('12 units');
    expect(studyFigure('obv', 2, writes)(-12)).toBe('\u221212 units');
  });
});

describe('the search for an indicator', () => {
  it('offers all for nothing, the profile included', () => {
    expect(findIndicators(' ')).toEqual(OFFERED);
    expect(OFFERED).toHaveLength(12);
  });

  it.each([
    ['rsi', 'rsi'],
    ['布林', 'bollinger'],
    ['BOLL', 'bollinger'],
    ['bollinger', 'bollinger'],
    ['moving average conv', 'macd'],
    ['MA', 'sma'],
    ['成交量分布', 'volume-profile'],
    ['VPVR', 'volume-profile'],
    ['随机', 'stochastic'],
    ['announcement', 'anchored-vwap'],
  ])('finds by %s', (query, indicator) => {
    expect(findIndicators(query)[0]).toBe(indicator);
  });

  it('finds nothing for what is none', () => {
    expect(findIndicators('zzz')).toEqual([]);
  });
});

describe('the room of the legend', () => {
  it('folds away where lines would cover the plot', () => {
    expect(legendRoom(3, 800, 400)).toBe(true);
    expect(legendRoom(12, 800, 400)).toBe(false);
    expect(legendRoom(1, 300, 400)).toBe(false);
  });
});
