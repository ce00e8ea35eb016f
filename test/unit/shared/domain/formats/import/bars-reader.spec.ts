import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from '../../../../../../src/shared/domain/formats/import/bars-reader';
import { sniffBars } from '../../../../../../src/shared/domain/formats/import/sniff-bars';
import { readText, rowsOf } from './read-text';

const HEADER = 'Date,Open,High,Low,Close,Volume';
const day = (index: number): string =>
  new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

describe('rows', () => {
  it('are valid, duplicate, invalid or warned of, each with its line', () => {
    const read = readText(
      [
        HEADER,
        '2024-01-02,10,12,9,11,100',
        '2024-01-02,10,12,9,11,100',
        '2024-01-02,10,12,9,11.5,100',
        '2024-01-03,10,12,9,x,100',
        '2024-01-04,10,9,12,10,100',
        '2024-01-05,20,12,9,11,100',
        '2024-01-06,0,12,0,11,100',
        '2024-01-07,10,12',
        '2024-01-08,10,12,9,11,100,7',
        '2024-01-09,2,3,1,2.2,100',
        '2024-01-32,2,3,1,2.2,100',
        '',
      ].join('\n'),
    );
    expect(read.faults).toEqual([
      { line: 3, fault: 'duplicate' },
      { line: 4, fault: 'conflicting-duplicate' },
      { line: 5, fault: 'bad-number' },
      { line: 6, fault: 'high-below-low' },
      { line: 7, fault: 'outside-range' },
      { line: 8, fault: 'not-positive' },
      { line: 9, fault: 'missing-cells' },
      { line: 10, fault: 'extra-cells' },
      { line: 11, fault: 'split-jump' },
      { line: 12, fault: 'bad-date' },
    ]);
    expect(read.counts).toEqual({ valid: 1, duplicate: 2, warning: 1, invalid: 7 });
    expect(rowsOf(read)).toHaveLength(2);
  });

  it('in another unit than their neighbours are told, and the jumps into it are no splits', () => {
    const rows = Array.from({ length: 20 }, (_, index) => {
      const unit = index === 9 ? 100 : 1;
      return `${day(index)},${10 * unit},${12 * unit},${9 * unit},${11 * unit},1`;
    });
    const read = readText([HEADER, ...rows].join('\n'));
    expect(read.faults).toEqual([{ line: 11, fault: 'unit-error' }]);
  });

  it('with an adjusted close that is no price are taken without it', () => {
    const read = readText(`${HEADER},Adj Close\n2024-01-02,10,12,9,11,100,-inf\n`);
    expect(read.bars.adjustedClose[0]).toBeNaN();
    expect(read.faults).toEqual([{ line: 2, fault: 'bad-adjusted-close' }]);
  });

  it('that are longer than any row are left out, and the next one is read', () => {
    const long = 'x'.repeat(LONGEST_LINE * 3);
    const text = `${HEADER}\n2024-01-02,10,12,9,11,1\n${long}\n2024-01-03,10,12,9,11,1\n`;
    for (const chunkBytes of [1 << 20, 1000]) {
      const read = readText(text, {}, { chunkBytes });
      expect(read.faults).toEqual([{ line: 3, fault: 'line-too-long' }]);
      expect(rowsOf(read)).toHaveLength(2);
    }
  });

  it('end in LF, CRLF, both, or CR alone', () => {
    const lines = [HEADER, '2024-01-02,10,12,9,11,1', '2024-01-03,10,12,9,11,1', ''];
    const expected = rowsOf(readText(lines.join('\n')));
    expect(rowsOf(readText(lines.join('\r\n')))).toEqual(expected);
    expect(rowsOf(readText(lines.join('\r')))).toEqual(expected);
    expect(rowsOf(readText(`${lines[0]}\r\n${lines[1]}\n${lines[2]}\r\n`))).toEqual(expected);
  });

  it('with a quote that nobody closed spoil no other row', () => {
    const read = readText(
      `${HEADER}\n"2024-01-02,10,12,9,11,1\n2024-01-03,10,12,9,11,1\n2024-01-04,10,"12",9,11,1\n`,
    );
    expect(rowsOf(read)).toHaveLength(2);
    expect(read.faults).toEqual([{ line: 2, fault: 'missing-cells' }]);
  });

  it('under columns called like parts of the language mean nothing by it', () => {
    const read = readText(
      `__proto__,constructor,${HEADER}\n1,2,2024-01-02,10,12,9,11,1\n3,4,2024-01-03,10,12,9,11,1\n`,
    );
    expect(rowsOf(read)).toHaveLength(2);
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
  });
});

describe('any text', () => {
  const bar = fc.record({
    index: fc.integer({ min: 0, max: 15_000 }),
    low: fc.integer({ min: 1, max: 100_000 }),
    spread: fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)),
    volume: fc.nat(1e9),
  });

  it('of bars gives those bars, in order, whatever chunks it comes in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(bar, { selector: ({ index }) => index, minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 64 }),
        (bars, separator, lineEnd, chunkBytes) => {
          const rows = bars.map(({ index, low, spread: [a, b, c], volume }) => {
            const high = low + Math.max(a, b) + c;
            const prices = [low + a, high, low, low + b].map((each) => each / 100);
            return { index, values: [...prices, volume] };
          });
          const text = [
            HEADER.replaceAll(',', separator),
            ...rows.map(({ index, values }) => [day(index), ...values].join(separator)),
          ].join(lineEnd);
          const expected = [...rows]
            .sort((one, other) => one.index - other.index)
            .map(({ index, values }) => [`${day(index)}T00:00:00Z`, ...values]);
          expect(rowsOf(readText(text, { interval: 'D' }, { chunkBytes }))).toEqual(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is read or refused, and never thrown on', () => {
    const cell = fc.constantFrom(
      ...[
        '2024-01-02',
        '1.5',
        '',
        '"',
        '""',
        '-',
        'x',
        '\0',
        '日期',
        '1e308',
        '09:30',
        '\r',
        '\ufffd',
      ],
    );
    const line = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, named) => {
        const text = [...(named ? [HEADER] : []), ...lines].join('\n');
        const bytes = new TextEncoder().encode(text);
        if (sniffBars(bytes, true, 'utf-8') === null) return;
        const { bars, counts, faults } = readText(text);
        expect(bars.length).toBe(counts.valid + counts.warning);
        for (let index = 1; index < bars.length; index++) {
          expect(bars.time[index]).toBeGreaterThan(bars.time[index - 1] as number);
        }
        expect(faults.length).toBeLessThanOrEqual(50);
      }),
      { numRuns: 10_000 },
    );
  });
});
