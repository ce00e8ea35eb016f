import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../../../src/shared/domain/formats/csv-decimal';

function parse(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return parseDecimal(bytes, 0, bytes.length);
}

describe('parseDecimal', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['+7', 7],
    ['-7', -7],
    ['7.', 7],
    ['.5', 0.5],
    ['-0.5', -0.5],
    ['7.622500', 7.6225],
    ['493729600', 493729600],
    ['1e3', 1000],
    ['1.5E-3', 0.0015],
    ['4.449999809265137', 4.449999809265137],
    ['9007199254740993', 9007199254740992],
    ['0.1000000000000000055511151231257827', 0.1],
    ['1e400', Infinity],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each([
    '',
    '.',
    '-',
    '+',
    '+-1',
    '1,5',
    '1 000',
    '1_000',
    "1'000",
    '0x10',
    '1e',
    'e5',
    '1.2.3',
    '--1',
    'NaN',
    'null',
    'inf',
    'Infinity',
    '-inf',
    '$5',
    '5%',
    '5 ',
    '١',
    '1'.repeat(200),
  ])('refuses %j', (text) => {
    expect(parse(text)).toBeNaN();
  });

  it('reads only what lies between start and end', () => {
    const bytes = new TextEncoder().encode('12,34.5,6');
    expect(parseDecimal(bytes, 3, 7)).toBe(34.5);
    expect(parseDecimal(bytes, 2, 2)).toBeNaN();
    expect(parseDecimal(new TextEncoder().encode('-1'), 0, 0)).toBeNaN();
  });

  it('gives the double nearest to the text, as Number does', () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 19n });
    fc.assert(
      fc.property(digits, fc.nat(25), fc.boolean(), (value, decimals, negative) => {
        const padded = value.toString().padStart(decimals + 1, '0');
        const point = padded.length - decimals;
        const text = `${negative ? '-' : ''}${padded.slice(0, point)}.${padded.slice(point)}`;
        expect(parse(text)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back every double that JavaScript prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
      { numRuns: 2000 },
    );
  });
});
