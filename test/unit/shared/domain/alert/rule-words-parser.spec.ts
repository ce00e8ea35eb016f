import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Measure } from '../../../../../src/shared/domain/alert/alert-condition';
import { draftFor } from '../../../../../src/shared/domain/alert/alert-rule';
import { readRuleDraft } from '../../../../../src/shared/domain/alert/read-rule';
import { readRuleWords } from '../../../../../src/shared/domain/alert/rule-words-parser';

const PRICE: Measure = { kind: 'price', instrument: null };
const CHANGE: Measure = { kind: 'change', instrument: null };
const VOLUME: Measure = { kind: 'volume', instrument: null };

function indicator(id: string, params: Record<string, number>, output: string): Measure {
  return { kind: 'indicator', instrument: null, indicator: id, params, output, interval: 'D' };
}

describe('a rule in one line', () => {
  it.each<[string, string, Condition]>([
    ['NVDA > 200', 'NVDA', { of: PRICE, op: 'greaterThan', value: 200 }],
    ['NVDA>200.50', 'NVDA', { of: PRICE, op: 'greaterThan', value: 200.5 }],
    ['  nvda   <   1,234.5 ', 'nvda', { of: PRICE, op: 'lessThan', value: 1234.5 }],
    ['NVDA > $200', 'NVDA', { of: PRICE, op: 'greaterThan', value: 200 }],
    ['NVDA above 200', 'NVDA', { of: PRICE, op: 'greaterThan', value: 200 }],
    ['NVDA is  below 200', 'NVDA', { of: PRICE, op: 'lessThan', value: 200 }],
    ['Rover Group over 3', 'Rover Group', { of: PRICE, op: 'greaterThan', value: 3 }],
    ['NVDA crosses 200', 'NVDA', { of: PRICE, op: 'crossing', value: 200 }],
    ['NVDA Crosses Above 200', 'NVDA', { of: PRICE, op: 'crossingUp', value: 200 }],
    ['XNAS:NVDA breaks below 90', 'XNAS:NVDA', { of: PRICE, op: 'crossingDown', value: 90 }],
    ['BRK-B price < 400', 'BRK-B', { of: PRICE, op: 'lessThan', value: 400 }],
    ['NVDA crossing down .95', 'NVDA', { of: PRICE, op: 'crossingDown', value: 0.95 }],
    ['^SOX > 5000', '^SOX', { of: PRICE, op: 'greaterThan', value: 5000 }],
    ['> 200', '', { of: PRICE, op: 'greaterThan', value: 200 }],
    ['NVDA +5%', 'NVDA', { of: CHANGE, op: 'greaterThan', value: 5 }],
    ['NVDA+5.5 %', 'NVDA', { of: CHANGE, op: 'greaterThan', value: 5.5 }],
    ['BRK-B -5%', 'BRK-B', { of: CHANGE, op: 'lessThan', value: -5 }],
    ['NVDA \u22125%', 'NVDA', { of: CHANGE, op: 'lessThan', value: -5 }],
    ['NVDA drops 5%', 'NVDA', { of: CHANGE, op: 'lessThan', value: -5 }],
    ['NVDA up 3%', 'NVDA', { of: CHANGE, op: 'greaterThan', value: 3 }],
    ['NVDA < -5%', 'NVDA', { of: CHANGE, op: 'lessThan', value: -5 }],
    ['NVDA change > 5', 'NVDA', { of: CHANGE, op: 'greaterThan', value: 5 }],
    ['NVDA volume > 1.1m', 'NVDA', { of: VOLUME, op: 'greaterThan', value: 1_100_000 }],
    ['NVDA vol > 20k', 'NVDA', { of: VOLUME, op: 'greaterThan', value: 20_000 }],
    ['INVOL > 5', 'INVOL', { of: PRICE, op: 'greaterThan', value: 5 }],
    ['MA > 500', 'MA', { of: PRICE, op: 'greaterThan', value: 500 }],
  ])('is read: %s', (text, subject, condition) => {
    expect(readRuleWords(text)).toEqual({ subject, condition });
  });

  it.each<[string, string, Condition]>([
    ['2513.HK 上穿 150', '2513.HK', { of: PRICE, op: 'crossingUp', value: 150 }],
    ['英伟达高于200', '英伟达', { of: PRICE, op: 'greaterThan', value: 200 }],
    ['英伟达 跌破 ￥90 元', '英伟达', { of: PRICE, op: 'crossingDown', value: 90 }],
    ['英伟达股价＞２００', '英伟达', { of: PRICE, op: 'greaterThan', value: 200 }],
    ['英伟达 穿过 200', '英伟达', { of: PRICE, op: 'crossing', value: 200 }],
    ['英伟达 涨 5％', '英伟达', { of: CHANGE, op: 'greaterThan', value: 5 }],
    ['英伟达涨幅超过5%', '英伟达', { of: CHANGE, op: 'greaterThan', value: 5 }],
    ['英伟达跌幅 > 5%', '英伟达', { of: CHANGE, op: 'lessThan', value: -5 }],
    ['英伟达涨跌幅低于 -3%', '英伟达', { of: CHANGE, op: 'lessThan', value: -3 }],
    ['688041 成交量大于 1.5亿', '688041', { of: VOLUME, op: 'greaterThan', value: 150_000_000 }],
    ['688041 成交量 > 300万', '688041', { of: VOLUME, op: 'greaterThan', value: 3_000_000 }],
  ])('is read in Chinese: %s', (text, subject, condition) => {
    expect(readRuleWords(text)).toEqual({ subject, condition });
  });

  it.each<[string, Condition]>([
    ['NVDA rsi < 30', { of: indicator('rsi', { period: 14 }, 'rsi'), op: 'lessThan', value: 30 }],
    [
      'NVDA RSI(7) > 70',
      { of: indicator('rsi', { period: 7 }, 'rsi'), op: 'greaterThan', value: 70 },
    ],
    [
      'NVDA crosses above sma 200',
      { of: PRICE, op: 'crossingUp', value: indicator('sma', { period: 200 }, 'average') },
    ],
    [
      'NVDA 上穿 MA20',
      { of: PRICE, op: 'crossingUp', value: indicator('sma', { period: 20 }, 'average') },
    ],
    [
      'NVDA ema 10 crosses above ema 50',
      {
        of: indicator('ema', { period: 10 }, 'average'),
        op: 'crossingUp',
        value: indicator('ema', { period: 50 }, 'average'),
      },
    ],
  ])('names indicators of daily bars: %s', (text, condition) => {
    expect(readRuleWords(text)).toEqual({ subject: 'NVDA', condition });
  });

  it.each([
    'NVDA',
    'NVDA 200',
    'NVDA >',
    'NVDA > two hundred',
    'NVDA > 200,5',
    'NVDA > 1.2.3',
    'NVDA >= 200',
    'NVDA > -5',
    'NVDA > 0',
    'NVDA > .',
    'NVDA > 200 and AMD > 100',
    'NVDA rsi > 5%',
    'NVDA rsi 0 > 5',
    'NVDA rsi 14, 3 > 5',
    'NVDA volume > sma 20',
    'NVDA > volume',
    'NVDA +0%',
    'NVDA-5%',
    'above 200',
    'what comes after the next chip over there',
    `${'x'.repeat(120)} > 5`,
  ])('is not guessed: %s', (text) => {
    expect(readRuleWords(text)).toBeNull();
  });

  it('of any text is none, or one that can be kept', () => {
    const words = fc.constantFrom(
      ...[
        'NVDA',
        '英伟达',
        ' ',
        '>',
        '<',
        '上穿',
        'crosses',
        'above',
        'rsi',
        '14',
        '-5',
        '%',
        '+',
        '涨',
      ],
      ...['sma', '(', ')', ',', '1,000', '.5', '亿', 'k', '$', '成交量', 'volume'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readRuleWords(text);
        if (read === null) return;
        const kept = readRuleDraft(structuredClone(draftFor('XNAS:NVDA', read.condition)));
        expect(kept).toMatchObject({
          ok: true,
          draft: { watch: { conditions: [read.condition] } },
        });
      }),
      { numRuns: 2000 },
    );
  });
});
