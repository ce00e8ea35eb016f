import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listsMeant, readListWords } from '../../../../../src/shared/domain/alert/rule-words-lists';
import { readRuleWords } from '../../../../../src/shared/domain/alert/rule-words-parser';
import type { SeedNames } from '../../../../../src/shared/domain/watchlist/list-document';
import { listOf } from '../../../../helpers/watchlist-samples';

const read = (text: string): unknown => {
  const rule = readRuleWords(text);
  if (!rule || !('value' in rule.condition)) return rule;
  const { of, op, value } = rule.condition;
  return [readListWords(rule.subject), of.kind, op, value];
};

describe('a rule on a list in one line', () => {
  it.each([
    ['watchlist "Chips" -5%', ['Chips', 'change', 'lessThan', -5]],
    ['list Chips change < -5', ['Chips', 'change', 'lessThan', -5]],
    ['List chips > 100', ['chips', 'price', 'greaterThan', 100]],
    ['list "AI labs" crosses above sma 200', null],
    ['my watchlist volume > 20m', ['', 'volume', 'greaterThan', 20_000_000]],
    ['each of AI labs +5%', ['AI labs', 'change', 'greaterThan', 5]],
    ['any of list “Memory” rsi 14 < 30', ['Memory', 'indicator', 'lessThan', 30]],
    ['list +5%', ['', 'change', 'greaterThan', 5]],
    ['自选股 涨幅超过5%', ['', 'change', 'greaterThan', 5]],
    ['自选股跌幅>5%', ['', 'change', 'lessThan', -5]],
    ['列表 芯片 > 100', ['芯片', 'price', 'greaterThan', 100]],
    ['列表“存储”上穿100', ['存储', 'price', 'crossingUp', 100]],
    ['自选「AI 实验室」+5%', ['AI 实验室', 'change', 'greaterThan', 5]],
    ['自选列表芯片成交量大于 1.5亿', ['芯片', 'volume', 'greaterThan', 150_000_000]],
    ['“芯片”中的每一个 > 100', ['芯片', 'price', 'greaterThan', 100]],
    ['芯片里任意一只跌 5%', ['芯片', 'change', 'lessThan', -5]],
  ])('%s', (text, meaning) => {
    if (meaning) return expect(read(text)).toEqual(meaning);
    expect(readListWords(readRuleWords(text)?.subject ?? '')).toBe('AI labs');
  });

  it.each([
    'Chips > 100',
    'NVDA > 100',
    'Listen Inc > 5',
    'LIST.L > 5',
    'list1 > 5',
    '列 > 5',
    '中芯国际 > 100',
    'each > 5',
  ])('is none without its word: %s', (text) => {
    const subject = readRuleWords(text)?.subject;
    expect(subject).toBeDefined();
    expect(readListWords(subject ?? '')).toBeNull();
  });

  it('has the name that was written, in every form', () => {
    const word = fc.stringMatching(/^[\p{Script=Han}A-Z][\p{Script=Han}A-Za-z0-9]{0,8}$/u);
    const name = fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => words.join(' '))
      .filter((text) => text.normalize('NFKC') === text && readRuleWords(`${text} > 5`) !== null);
    const quotes = fc.constantFrom(['"', '"'], ['“', '”'], ['「', '」'], ["'", "'"]);
    const form = fc.constantFrom(
      (text: string) => `list ${text}`,
      (text: string) => `watchlist ${text}`,
      (text: string) => `each of ${text}`,
      (text: string) => `列表 ${text}`,
      (text: string) => `自选股 ${text}`,
      (text: string) => `${text}中的每一个`,
      (text: string) => `${text}里任一`,
    );
    const rest = fc.constantFrom('> 100', '上穿 100', 'crosses below 100', 'change < -5', '涨 5%');
    fc.assert(
      fc.property(name, quotes, form, rest, (text, [open, close], written, what) => {
        const rule = readRuleWords(`${written(`${open}${text}${close}`)} ${what}`);
        expect(rule && readListWords(rule.subject)).toBe(text);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readListWords(text)));
  });
});

describe('the lists that a name may mean', () => {
  const named = (chipRace: string): SeedNames => ({
    lists: { 'chip-race': chipRace },
    sections: {} as SeedNames['sections'],
  });
  const lists = [
    { ...listOf(1, null), seed: 'chip-race' as const },
    listOf(2, 'Memory'),
    listOf(3, 'memory'),
    listOf(4, 'Chips and memory'),
  ];
  const meant = (name: string) => {
    const found = listsMeant(name, lists, 4, [named('Chip race'), named('芯片竞赛')]);
    return [found.lists.map(({ id }) => id), found.asks];
  };

  it.each([
    ['', [4], false],
    ['Memory', [2], false],
    ['memory', [3], false],
    ['MEMORY', [2, 3], true],
    ['chip race', [1], false],
    ['芯片竞赛', [1], false],
    ['chip', [1, 4], true],
    ['race', [1], true],
    ['foundries', [], true],
  ])('%j', (name, ids, asks) => {
    expect(meant(name)).toEqual([ids, asks]);
  });
});
