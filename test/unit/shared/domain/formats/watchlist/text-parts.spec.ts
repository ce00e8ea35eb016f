import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guardFormula,
  unguardFormula,
} from '../../../../../../src/shared/domain/formats/formula-guard';
import { LineCutter } from '../../../../../../src/shared/domain/formats/watchlist/line-cutter';
import { cutText } from '../../../../../../src/shared/domain/formats/watchlist/cut-text';
import { RecordReader } from '../../../../../../src/shared/domain/formats/watchlist/table/record-reader';
import {
  dateCell,
  flagsCell,
  numberCell,
  symbolCell,
} from '../../../../../../src/shared/domain/formats/watchlist/table/cell-values';

function linesOf(text: string, longest: number, piece: number): readonly string[] {
  const lines: string[] = [];
  const cutter = new LineCutter(longest, (line, number, isCut) =>
    lines.push(`${number}:${line}${isCut ? '…' : ''}`),
  );
  for (let at = 0; at < text.length; at += piece) cutter.push(text.slice(at, at + piece));
  cutter.finish();
  return lines;
}

describe('lines of a text in pieces', () => {
  it('end in CR, LF or both', () => {
    expect(linesOf('a\r\nb\rc\n\nd', 9, 99)).toEqual(['1:a', '2:b', '3:c', '4:', '5:d']);
  });

  it('are the same wherever the text is cut', () => {
    const text = fc
      .array(fc.constantFrom('\r', '\n', 'ab', 'c', '"'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (written, piece) => {
        expect(linesOf(written, 5, piece)).toEqual(linesOf(written, 5, 1_000));
      }),
    );
  });

  it('keep the beginning of a line that is too long', () => {
    expect(linesOf('abcdef\ng', 3, 2)).toEqual(['1:abc…', '2:g']);
  });
});

describe('records of a table', () => {
  function recordsOf(...lines: readonly string[]): readonly unknown[] {
    const heard: unknown[] = [];
    const reader = new RecordReader(',', {
      record: ({ line, cells }) => heard.push([line, ...cells]),
      openQuote: (_text, line) => heard.push(`open ${line}`),
    });
    lines.forEach((line, index) => reader.line(line, index + 1));
    reader.finish();
    return heard;
  }

  it.each([
    [['a,b'], [[1, 'a', 'b']]],
    [['a,'], [[1, 'a', '']]],
    [[''], [[1, '']]],
    [['"a,b", "c""d" ,e'], [[1, 'a,b', 'c"d', 'e']]],
    [['"a', 'b",c'], [[1, 'a\nb', 'c']]],
    [['5" disk,x'], [[1, '5" disk', 'x']]],
    [['"a"b,c'], [[1, 'ab', 'c']]],
    [
      ['"a', 'b'],
      ['open 1', [2, 'b']],
    ],
    [
      ['"a', 'b "c" d', '"e"'],
      ['open 1', [2, 'b "c" d'], [3, 'e']],
    ],
    [['"""'], ['open 1']],
  ])('%j', (lines, records) => {
    expect(recordsOf(...lines)).toEqual(records);
  });
});

describe('a text that a spreadsheet would compute', () => {
  it('comes back from its guard, and nothing begins with what it computes', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\0',
      '＝',
      '＋',
      '－',
      '＠',
      "'",
      '',
    );
    fc.assert(
      fc.property(start, start, fc.string(), (one, two, rest) => {
        const text = one + two + rest;
        const guarded = guardFormula(text);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
        expect(unguardFormula(guarded)).toBe(text);
      }),
    );
  });
});

describe('a cell', () => {
  it.each([
    ['="02513"', '02513'],
    ["'000001", '000001'],
    [' NVDA ', 'NVDA'],
    ["'", "'"],
  ])('%j is the symbol %s', (cell, symbol) => {
    expect(symbolCell(cell)).toBe(symbol);
  });

  it.each([
    ['2026-01-08', '2026-01-08'],
    ['20260108', '2026-01-08'],
    ['2026/1/8 09:30:00', '2026-01-08'],
    ['2026年1月8日', '2026-01-08'],
    ['8-Jan-2026', '2026-01-08'],
    ['13/01/2026', '2026-01-13'],
    ['01/13/2026', '2026-01-13'],
    ['5/5/2026', '2026-05-05'],
    ['3/4/2026', null],
    ['2026-02-30', null],
    ['8-Jan-26', null],
    ['soon', null],
  ])('%s is the date %s', (cell, date) => {
    expect(dateCell(cell, null)).toBe(date);
  });

  it('is a number or none', () => {
    expect(['1,234.5', '$3', '1.5', '1,5', '', 'x'].map((cell) => numberCell(cell, '.'))).toEqual([
      ...[1234.5, 3, 1.5, null, null, null],
    ]);
    expect(numberCell('1.234,5', ',')).toBe(1234.5);
  });

  it('names flags in two languages, and what is none', () => {
    expect(flagsCell('Red, 蓝色;pink|紫')).toEqual({
      flags: ['red', 'blue', 'purple'],
      others: ['pink'],
    });
  });
});

it('a cut text has no character in half', () => {
  expect([cutText('ab😀', 3), cutText('ab😀', 4), cutText('ab c', 3)]).toEqual([
    'ab',
    'ab😀',
    'ab',
  ]);
});
