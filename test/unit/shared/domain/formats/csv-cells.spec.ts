import { describe, expect, it } from 'vitest';
import {
  allocateSpans,
  asciiText,
  endOfContent,
  endOfLine,
  splitCells,
} from '../../../../../src/shared/domain/formats/csv-cells';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function cellsOf(line: string, separator = ',', capacity = 16): { count: number; cells: string[] } {
  const bytes = encode(line);
  const spans = allocateSpans(capacity);
  const count = splitCells(bytes, 0, bytes.length, separator.charCodeAt(0), spans);
  const cells = Array.from({ length: Math.min(count, capacity) }, (_, index) =>
    asciiText(bytes, spans.starts[index] as number, spans.ends[index] as number),
  );
  return { count, cells };
}

describe('splitCells', () => {
  it.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['a', ['a']],
    ['', ['']],
    [',', ['', '']],
    ['a,,c,', ['a', '', 'c', '']],
    [' a , b\t,c  ', ['a', 'b', 'c']],
    ['"a","b c"', ['a', 'b c']],
    ['"a,b",c', ['a,b', 'c']],
    ['  "a" , "b"  ', ['a', 'b']],
    ['"",x', ['', 'x']],
  ])('splits %j', (line, cells) => {
    expect(cellsOf(line)).toEqual({ count: cells.length, cells });
  });

  it('keeps what is wrong with a quoted cell in the cell', () => {
    expect(cellsOf('"a"b,c').cells).toEqual(['"a"b', 'c']);
    expect(cellsOf('"a""b",c').cells).toEqual(['a""b', 'c']);
    expect(cellsOf('a"b,c').cells).toEqual(['a"b', 'c']);
  });

  it('lets a forgotten quote run to the end of its line and no further', () => {
    const bytes = encode('"a,b\nc,d');
    const spans = allocateSpans(4);
    expect(splitCells(bytes, 0, endOfLine(bytes, 0), 0x2c, spans)).toBe(1);
    expect(asciiText(bytes, spans.starts[0] as number, spans.ends[0] as number)).toBe('"a,b');
  });

  it('does not take the separator for a blank', () => {
    expect(cellsOf('a\t\tc\t', '\t')).toEqual({ count: 4, cells: ['a', '', 'c', ''] });
  });

  it('counts the cells that find no room', () => {
    expect(cellsOf('a,b,c,d', ',', 2)).toEqual({ count: 4, cells: ['a', 'b'] });
  });
});

describe('endOfLine', () => {
  it('finds the next line feed, or the end of the file', () => {
    const bytes = encode('ab\ncd');
    expect(endOfLine(bytes, 0)).toBe(2);
    expect(endOfLine(bytes, 2)).toBe(2);
    expect(endOfLine(bytes, 3)).toBe(5);
  });
});

describe('endOfContent', () => {
  it.each([
    ['abc', 3],
    ['abc\r', 3],
    ['abc ', 4],
    ['a\t', 2],
    ['', 0],
    ['\r', 0],
    [' \t\r', 0],
  ])('of %j is %i', (line, end) => {
    const bytes = encode(line);
    expect(endOfContent(bytes, 0, bytes.length)).toBe(end);
  });
});
