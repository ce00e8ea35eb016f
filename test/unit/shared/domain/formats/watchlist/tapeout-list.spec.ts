import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemLines } from '../../../../../../src/shared/domain/formats/watchlist/tapeout/item-lines';
import { readAsset } from '../../../../../helpers/announcement-set';
import { anyList } from './arbitrary-list';
import { read, readText, returned, shortRows, write } from './list-context';

const HEAD = { format: 'tapeout-watchlist', version: 1, name: 'x' };

function textOf(...items: readonly unknown[]): string {
  return JSON.stringify({ ...HEAD, sections: [{ name: 'A', items }] });
}

describe("the app's own form of a list", () => {
  it('is what its schema says, for any list', () => {
    const matches = new Ajv({ allowUnionTypes: true }).compile(
      readAsset('watchlists/watchlist.schema.json') as object,
    );
    fc.assert(
      fc.property(anyList, (document) => {
        const { text } = write('tapeout', document);
        matches(JSON.parse(text));
        expect(matches.errors ?? []).toEqual([]);
      }),
    );
  });

  it('keeps everything, the spelling that an item came in as well', () => {
    fc.assert(
      fc.property(anyList, (document) => {
        expect(write('tapeout', document).lost).toEqual([]);
        const back = returned('tapeout', document);
        expect(back.name).toBe(document.name);
        const items = document.sections.map((section) =>
          section.items.map((item) => ({ ...item, written: item.written ?? item.symbol })),
        );
        expect(back.sections.map((section) => section.items)).toEqual(items);
        expect(back.sections.map(({ name }) => name)).toEqual(
          document.sections.map(({ name }) => name),
        );
      }),
    );
  });

  it('has an item on each line, and knows on which', () => {
    const document = {
      name: 'x',
      sections: [
        { name: null, items: [item('XHKG:02513'), item('XNAS:NVDA')] },
        { name: '{["', items: [item('XNAS:AMD')] },
      ],
    };
    const { text } = write('tapeout', document);
    const lines = text.split('\n');
    const numbers = read(text).rows.map(({ line }) => line);
    expect(numbers.map((number) => lines[number - 1]?.trim())).toEqual([
      ...['{"symbol":"XHKG:02513"},', '{"symbol":"XNAS:NVDA"}]},', '{"symbol":"XNAS:AMD"}]}]'],
    ]);
    expect(itemLines('{"a":"\\"[{[{","sections":[\n{"items":[{\n"x":[{}]},{}]}]}')).toEqual([2, 3]);
  });

  it.each([
    ['another kind of file', '{"format":"tapeout-announcements","version":1}', 'not-of-format'],
    ['no JSON', '{"format":"tapeout-watchlist"', 'not-of-format'],
    [
      'a list of a newer app',
      JSON.stringify({ ...HEAD, version: 2, sections: [] }),
      'newer-version',
    ],
    ['a list without a version', '{"format":"tapeout-watchlist","sections":[]}', 'not-of-format'],
    ['no sections', JSON.stringify(HEAD), 'not-of-format'],
    ['a key that every object has', '{"__proto__":{"polluted":1}}', 'refused-key'],
    [
      'one deep within',
      textOf().replace('[]', '[{"symbol":"A","constructor":{"x":1}}]'),
      'refused-key',
    ],
    ['brackets deeper than any list', `{"a":${'['.repeat(50)}${']'.repeat(50)}}`, 'too-deep'],
  ])('refuses %s', (_what, text, reason) => {
    const result = readText(text, { fileName: 'a.tapeout.json', wish: { format: 'tapeout' } });
    expect(result).toMatchObject({ ok: false, reason });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes an instrument that is called like a key of every object', () => {
    expect(shortRows(read(textOf({ symbol: 'constructor' }, { symbol: '__proto__' })))).toEqual([
      ...['1 constructor warning', '1 __proto__ warning'],
    ]);
  });

  it('leaves out values that are none, one by one', () => {
    const odd = {
      symbol: 'XNAS:NVDA',
      ...{ note: 5, flags: ['red', 'pink', 'red'], targets: [{ price: 0 }, { price: 5 }, 7] },
      lots: [
        { quantity: 0 },
        { quantity: 1e400 },
        { quantity: 2, price: -1, currency: 'dollars', date: '2026-02-30', commission: 'x' },
      ],
      colour: 'x',
    };
    const reading = read(textOf(odd, 5, { symbol: 7 }));
    expect(reading.rows[0]?.item).toEqual({
      ...{ symbol: 'XNAS:NVDA', written: 'XNAS:NVDA', note: '', flags: ['red'] },
      targets: [{ price: 5, label: '' }],
      lots: [
        { quantity: 2, price: null, currency: null, date: null, commission: null, comment: '' },
      ],
    });
    const { verdict } = reading.rows[0] ?? {};
    expect(
      verdict?.kind === 'warning' && verdict.warnings.map((each) => 'field' in each && each.field),
    ).toEqual([
      ...['note', 'flags', 'targets', 'targets', 'lots', 'lots'],
      ...['date', 'currency', 'price', 'commission'],
    ]);
    expect(shortRows(reading).slice(1)).toEqual(['1 - invalid', '1 - invalid']);
    expect(reading.leftOut.names).toEqual(['colour']);
  });

  it('cuts what is longer than a list keeps, no character in half', () => {
    const [row] = read(
      textOf({
        symbol: 'XNAS:NVDA',
        note: `${'x'.repeat(9_999)}😀`,
        targets: Array.from({ length: 60 }, (_, at) => ({ price: at + 1 })),
      }),
    ).rows;
    expect(row?.item?.note).toBe('x'.repeat(9_999));
    expect(row?.item?.targets).toHaveLength(50);
    expect(row?.verdict).toMatchObject({
      warnings: [
        { kind: 'text-cut', field: 'note', longest: 10_000 },
        { kind: 'entries-left-out', field: 'targets', most: 50 },
      ],
    });
  });

  it('may be an empty list', () => {
    const document = { name: 'empty', sections: [] };
    expect(returned('tapeout', document).name).toBe('empty');
  });
});

function item(symbol: string) {
  return { symbol, written: null, note: '', flags: [], targets: [], lots: [] };
}
