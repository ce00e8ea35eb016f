import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../../../src/shared/domain/formats/watchlist/ticker/yaml-subset';
import {
  YamlFault,
  type YamlNode,
} from '../../../../../../src/shared/domain/formats/watchlist/ticker/yaml-node';
import { read, readText, returned, shortRows, write } from './list-context';

/** A node as JSON would have it. */
function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(([key, value]) => [key, plain(value)]));
}

describe('the part of YAML that is read', () => {
  it.each([
    ['a: 1\nb: two words # and a comment', { a: '1', b: 'two words' }],
    ['- a\n- b', ['a', 'b']],
    ['k:\n- a\n- b\nl: x', { k: ['a', 'b'], l: 'x' }],
    ['k:\n  - a: 1\n    b: 2\n  - a: 3', { k: [{ a: '1', b: '2' }, { a: '3' }] }],
    ['- - a\n  - b\n- c', [['a', 'b'], 'c']],
    ['-\n  a: 1', [{ a: '1' }]],
    ["k: [a, \"b, c\", 'd''e', {f: g}]", { k: ['a', 'b, c', "d'e", { f: 'g' }] }],
    ['k: [a,\n  b, # why\n  c]\nl: 1', { k: ['a', 'b', 'c'], l: '1' }],
    ['"a b": \'c: d\'', { 'a b': 'c: d' }],
    ['k: HKEX:2513', { k: 'HKEX:2513' }],
    ['k: "a\\n\\"b\\"\\u4e2d"', { k: 'a\n"b"中' }],
    ['---\nk:\n', { k: '' }],
    ['# nothing\n', {}],
    ['k: []\nl: {}', { k: [], l: {} }],
    ['k: a#b', { k: 'a#b' }],
  ])('%j', (text, value) => {
    expect(plain(readYaml(text))).toEqual(value);
  });

  it.each([
    ['an anchor and what repeats it', 'a: &x [1]\nb: *x', 1],
    ['a tag', 'a: !!binary x', 1],
    ['a text of several lines', 'a: |\n  b', 1],
    ['a tab for indentation', 'a:\n\tb: 1', 2],
    ['a bracket that does not close', 'a: 1\nb: [x', 2],
    ['a second document', '---\na: 1\n---\nb: 2', 3],
    ['a line that fits nowhere', 'a: 1\n  - b', 2],
    ['brackets deeper than any list', `a: ${'['.repeat(40)}${']'.repeat(40)}`, 1],
    ['an unfinished text', 'a: "b', 1],
  ])('refuses %s', (_what, text, line) => {
    expect(() => readYaml(text)).toThrow(YamlFault);
    expect(readText(`watchlist: [A]\n${text}`, { wish: { format: 'ticker' } })).toMatchObject(
      _what === 'a second document' ? { ok: false } : { ok: false, line: line + 1 },
    );
  });

  it('takes no time for brackets and blanks without end', () => {
    expect(() => readYaml(`a: ${'['.repeat(100_000)}`)).toThrow(YamlFault);
    expect(plain(readYaml(`a${' '.repeat(100_000)}b: 1`))).toEqual({
      [`a${' '.repeat(100_000)}b`]: '1',
    });
  });
});

describe('settings of ticker', () => {
  it('are a list of groups, with lots', () => {
    const reading = read(
      [
        ...['show-summary: true', 'watchlist: [NVDA, 2513.HK]', 'lots:', '- symbol: "ABNB"'],
        ...['  quantity: 35.0', '  unit_cost: 146.00', '- symbol: NVDA', '  quantity: ten'],
        ...['groups:', '  - name: chips', '    watchlist:', '      - TSM', '      - AMD'],
      ].join('\n'),
      { fileName: '.ticker.yaml' },
    );
    expect(reading.format).toBe('ticker');
    expect(reading.sections).toEqual([null, 'chips']);
    expect(shortRows(reading)).toEqual([
      '2 XNAS:NVDA valid',
      '2 XHKG:02513 valid',
      '4 ABNB warning',
      '7 - duplicate',
      '12 XNYS:TSM valid',
      '13 XNAS:AMD valid',
    ]);
    expect(reading.rows[2]?.item?.lots).toMatchObject([{ quantity: 35, price: 146 }]);
    expect(reading.rows[3]?.verdict).toMatchObject({
      warnings: [{ kind: 'value-left-out', field: 'quantity', value: 'ten' }],
    });
  });

  it('are no list without symbols', () => {
    expect(readText('interval: 5\ncurrency: USD', { fileName: 'a.yaml' })).toMatchObject({
      ok: false,
      reason: 'not-of-format',
    });
  });

  it('are written with groups, every text quoted', () => {
    const lot = {
      quantity: 20,
      price: 152.25,
      currency: 'USD',
      date: '2026-01-08',
      commission: 1,
      comment: 'x',
    };
    const document = {
      name: 'x',
      sections: [
        { name: null, items: [item('XHKG:02513')] },
        { name: 'NO: "all"', items: [{ ...item('XNYS:TSM'), lots: [lot] }] },
        { name: 'empty', items: [] },
      ],
    };
    const { text, lost } = write('ticker', document);
    expect(text).toBe(
      [
        ...[
          'watchlist:',
          '  - "2513.HK"',
          'groups:',
          '  - name: "NO: \\"all\\""',
          '    watchlist:',
        ],
        ...['      - "TSM"', '    lots:', '      - symbol: "TSM"', '        quantity: 20'],
        ...['        unit_cost: 152.25', '  - name: "empty"', '    watchlist: []', ''],
      ].join('\n'),
    );
    expect(lost.map(({ kind }) => kind)).toEqual([
      ...['lot-currencies', 'lot-comments', 'lot-commissions', 'lot-dates'],
    ]);
    expect(returned('ticker', document).sections.map(({ name }) => name)).toEqual([
      ...[null, 'NO: "all"', 'empty'],
    ]);
  });
});

function item(symbol: string) {
  return { symbol, written: null, note: '', flags: [], targets: [], lots: [] };
}
