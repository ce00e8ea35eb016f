import { asciiText } from './csv-cells';

const ZERO = 0x30;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
/** No price needs more; it keeps a cell of megabytes from becoming a string. */
const MAX_CHARACTERS = 128;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The decimal number in `[start, end)`: sign, digits, decimal point, exponent. No blanks, no
 * thousands separators, no decimal comma, no hexadecimal, no `Infinity`.
 *
 * The result is the double nearest to the text, as `Number()` gives it: digits that fit a safe
 * integer, divided by a power of ten up to 10^22, are rounded once and so correctly (W. D. Clinger,
 * "How to read floating point numbers accurately", 1990); everything else goes through `Number()`.
 *
 * @returns NaN where the bytes are no such number; infinite where the number is too large
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start];
  const magnitude = parsePlainDecimal(
    bytes,
    sign === MINUS || sign === PLUS ? start + 1 : start,
    end,
  );
  if (magnitude < 0) return parseRareDecimal(bytes, start, end);
  return sign === MINUS ? -magnitude : magnitude;
}

/** Digits with at most one point, where the short way is exact; -1 for everything else. */
function parsePlainDecimal(bytes: Uint8Array, start: number, end: number): number {
  let mantissa = 0;
  let point = -1;
  for (let index = start; index < end; index++) {
    const digit = (bytes[index] as number) - ZERO;
    if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
    else if (digit === POINT - ZERO && point < 0) point = index;
    else return -1;
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  const digits = end - start - (point < 0 ? 0 : 1);
  const exact = mantissa <= Number.MAX_SAFE_INTEGER && decimals < POWERS_OF_TEN.length;
  return exact && digits > 0 ? mantissa / (POWERS_OF_TEN[decimals] as number) : -1;
}

function parseRareDecimal(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MAX_CHARACTERS) return NaN;
  const text = asciiText(bytes, start, end);
  return DECIMAL.test(text) ? Number(text) : NaN;
}
