import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv, toMarkdown } from '../../../../../src/shared/domain/formats/table-text';

const parse = (csv: string): unknown[][] =>
  Papa.parse<unknown[]>(csv, { skipEmptyLines: true }).data;

describe('a table as CSV', () => {
  it('quotes what must be, and ends every line', () => {
    expect(
      toCsv([
        ['Chip', 'Sources'],
        ['A, "B"', 3],
      ]),
    ).toBe('Chip,Sources\r\n"A, ""B""",3\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\0x', '＝1', '－1'])(
    'lets %j calculate nothing',
    (text) => {
      expect(parse(toCsv([['head'], [text]]))[1]).toEqual([`'${text}`]);
    },
  );

  it('leaves numbers numbers', () => {
    expect(toCsv([[-1.5, 0, 12]])).toBe('-1.5,0,12\r\n');
  });

  it('comes back as it was from another parser', () => {
    // An empty line is none to that parser.
    const cell = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/^'*[=+\-@\t\r\0＝＋－＠]/.test(text));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const csv = toCsv([['a', 'b', 'c'], ...rows]);
        expect(Papa.parse(csv, { newline: '\r\n', delimiter: ',' }).data.slice(1, -1)).toEqual(
          rows,
        );
      }),
    );
  });
});

describe('a table as Markdown', () => {
  it('has a head, a rule and rows, numbers on the right', () => {
    expect(
      toMarkdown([
        ['Chip', 'Sources'],
        ['M1', 3],
      ]),
    ).toBe('| Chip | Sources |\n| --- | ---: |\n| M1 | 3 |\n');
  });

  it('keeps text text: no other cell, no markup, no line', () => {
    expect(toMarkdown([['a'], ['x|y \\ *b* <img>\nz']]).split('\n')[2]).toBe(
      '| x\\|y \\\\ \\*b\\* &lt;img\\> z |',
    );
  });

  it('has as many cells in each line, whatever stands in them', () => {
    const table = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const lines = toMarkdown([['a', 'b'], ...rows])
          .trimEnd()
          .split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) {
          expect(line.replace(/\\./g, '').match(/\|/g)).toHaveLength(3);
        }
      }),
    );
  });
});
