import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftsOf } from '../../../../../../src/shared/domain/formats/watchlist/list-document';
import { LIST_FORMATS } from '../../../../../../src/shared/domain/formats/watchlist/list-format';
import { read, readText, shortRows } from './list-context';

const FACTS = resolve(import.meta.dirname, '../../../../../../../shared/facts/symbols.json');
const present = existsSync(FACTS);
const vectors = present
  ? (JSON.parse(readFileSync(FACTS, 'utf8')) as { vectors: { inputs: string[]; code: string }[] })
      .vectors
  : [];

describe('every spelling of one instrument', () => {
  const SPELLINGS =
    '2513.HK|02513.HK|HKEX:2513|SEHK:2513|hk02513|116.02513|31#02513|港股02513|02513|2513 HK Equity|智谱';

  it('ends as one row, which all others name', () => {
    const { rows, counts } = read(`Symbol\n${SPELLINGS.replaceAll('|', '\n')}\n`);
    expect(counts).toEqual({ valid: 1, duplicate: 10, warning: 0, invalid: 0 });
    expect(
      new Set(rows.slice(1).map(({ verdict }) => 'ofLine' in verdict && verdict.ofLine)),
    ).toEqual(new Set([2]));
  });

  it.skipIf(!present).each(vectors.map(({ code, inputs }) => [code, inputs] as const))(
    'ends as one row: %s, of the recorded ones (skipped where they are absent)',
    (_code, inputs) => {
      const { counts } = read(`Symbol\n${inputs.join('\n')}\n`, { fileName: 'a.csv' });
      expect([counts.valid, counts.duplicate]).toEqual([1, inputs.length - 1]);
    },
  );
});

describe('rows of one instrument', () => {
  it('become one item with what all of them say', () => {
    const { rows } = read(
      [
        'Symbol,Note,Flags,Targets,Quantity',
        ...['NVDA,one,red,150 high,5', 'NASDAQ:NVDA,two,blue red,150 high,-2', 'nvda,one,,160,'],
      ].join('\n'),
    );
    expect(rows[0]?.item).toMatchObject({
      ...{ note: 'one\ntwo\none', flags: ['red', 'blue'] },
      targets: [
        { price: 150, label: 'high' },
        { price: 160, label: '' },
      ],
      lots: [{ quantity: 5 }, { quantity: -2 }],
    });
    expect(rows[2]?.verdict).toMatchObject({ kind: 'duplicate', ofLine: 2, merged: true });
  });

  it('stay apart in different sections', () => {
    expect(shortRows(read('###A,HKEX:2513,2513.HK,###B,HKEX:2513'))).toEqual([
      ...['1 XHKG:02513 valid', '1 - duplicate', '1 XHKG:02513 valid'],
    ]);
  });

  it('name limits of prices once', () => {
    const reading = read('Symbol,High Limit,Low Limit\nNVDA,10,5\nNVDA,10,\n');
    expect(draftsOf(reading)).toEqual([
      { symbol: 'XNAS:NVDA', side: 'above', price: 10 },
      { symbol: 'XNAS:NVDA', side: 'below', price: 5 },
    ]);
  });
});

describe('a symbol that does not say which instrument is meant', () => {
  it('is what the user chooses, in every row of that spelling', () => {
    const text = 'Symbol\n2513\nXTKS:2513\n2513\n';
    expect(shortRows(read(text))).toEqual(['2 2513 warning', '3 XTKS:2513 valid', '4 - duplicate']);
    const chosen = read(text, { choices: new Map([['2513', 'XTKS:2513']]) });
    expect(shortRows(chosen)).toEqual(['2 XTKS:2513 valid', '3 - duplicate', '4 - duplicate']);
    expect(chosen.rows[0]?.item?.written).toBe('2513');
  });
});

describe('more than a list holds', () => {
  it('is left out with the reason', () => {
    const codes = Array.from({ length: 5_003 }, (_, at) => `HKEX:${at + 1}`);
    const { rows, counts } = read(codes.join(','), { wish: { format: 'tradingview' } });
    expect(counts).toEqual({ valid: 5_000, duplicate: 0, warning: 0, invalid: 3 });
    expect(rows.at(-1)?.verdict).toEqual({
      ...{ kind: 'invalid', fault: { kind: 'list-full', most: 5_000 } },
    });
  });

  it('is counted where nobody looks at it any more', () => {
    const { rows, counts, unreadRows } = read(`Symbol\n${'NVDA\n'.repeat(20_007)}`);
    expect([rows.length, unreadRows]).toEqual([20_000, 7]);
    expect(counts).toEqual({ valid: 1, duplicate: 19_999, warning: 0, invalid: 7 });
  });

  it('is no section either', () => {
    const text = Array.from({ length: 202 }, (_, at) => `###S${at},HKEX:${at + 1}`).join(',');
    const { sections, counts } = read(text);
    expect(sections).toHaveLength(200);
    expect(counts.invalid).toBe(2);
  });
});

describe('any text at all', () => {
  it('is a list or no list, in every form, wherever it is cut, and changes nothing else', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const fragments = fc.constantFrom(
      ...[
        '"',
        "'",
        ',',
        ';',
        '\n',
        '\r',
        '\0',
        '{',
        '[',
        ']',
        '###',
        '__proto__',
        'watchlist: ',
        '- ',
      ],
      ...[
        '{"format":"tapeout-watchlist","version":1,"sections":[',
        'Symbol,Note\n',
        'DES, ',
        '31#',
      ],
    );
    const anyText = fc
      .array(fc.oneof(fragments, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...LIST_FORMATS, undefined),
        fc.integer({ min: 1, max: 9 }),
        (text, format, piece) => {
          const whole = readText(text, { wish: { format } });
          expect(readText(text, { wish: { format }, piece })).toEqual(whole);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
