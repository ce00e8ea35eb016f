const MOST_CHARACTERS = 64;
const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = {
  '.': /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/,
  ',': /^[+-]?\d{1,3}([. ’']\d{3})+(,\d+)?$/,
};
const CURRENCY = /^([+-]?)(?:US\$|HK\$|[$€£¥￥])\s*/;

/**
 * A number as people and spreadsheets write it: with a decimal point or comma, thousands in groups
 * of three, a currency sign before it, and (of a volume) `1.2M` or `3.4万` behind it. What does not
 * fit the decimal mark is no number, never another one.
 *
 * @param scaled - whether K, M, B, 万 and 亿 multiply
 * @returns NaN where the text is no such number
 */
export function parseNumberText(text: string, decimalMark: '.' | ',', scaled: boolean): number {
  if (text.length > MOST_CHARACTERS) return NaN;
  let digits = text.trim().replace(CURRENCY, '$1');
  const factor = scaled ? FACTORS[digits.slice(-1).toLowerCase()] : undefined;
  if (factor !== undefined) digits = digits.slice(0, -1).trim();
  if (GROUPED[decimalMark].test(digits)) {
    digits = digits.replace(decimalMark === '.' ? /,/g : /[. ’']/g, '');
  }
  if (decimalMark === ',') {
    if (digits.includes('.')) return NaN;
    digits = digits.replace(',', '.');
  }
  if (!PLAIN.test(digits)) return NaN;
  const value = Number(digits);
  return factor === undefined ? value : scale(value, factor);
}

/** `1.23M` is 1230000 and not 1229999.9999999998. */
function scale(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}
