import { findIndicator, readParameters } from '../indicators/indicator-catalogue';
import type { Measure } from './alert-condition';
import { alternatives } from './rule-words-figures';

type PlainKind = 'price' | 'change' | 'volume';

const LATIN: Readonly<Record<string, PlainKind>> = {
  price: 'price',
  change: 'change',
  volume: 'volume',
  vol: 'volume',
};

const CHINESE: Readonly<Record<string, PlainKind>> = {
  价格: 'price',
  股价: 'price',
  涨跌幅: 'change',
  涨幅: 'change',
  成交量: 'volume',
};

/** Indicators by what they are called in one line; the others have no short name that is no ticker. */
const INDICATORS: Readonly<Record<string, string>> = {
  ma: 'sma',
  sma: 'sma',
  ema: 'ema',
  wma: 'wma',
  boll: 'bollinger',
  rsi: 'rsi',
  macd: 'macd',
  atr: 'atr',
  obv: 'obv',
};

const PARAMETERS = '(?:\\s*\\(?\\s*\\d+(?:\\.\\d+)?(?:\\s*,\\s*\\d+(?:\\.\\d+)?)*\\s*\\)?)?';

/** A pattern of what can be watched. Latin words do not begin within another word. */
export const MEASURE_WORDS = [
  alternatives(Object.keys(CHINESE)),
  `(?<![a-z\\d])(?:${alternatives(Object.keys(LATIN))})`,
  `(?<![a-z\\d])(?:${alternatives(Object.keys(INDICATORS))})${PARAMETERS}`,
].join('|');

/**
 * What words of {@link MEASURE_WORDS} mean, of the rule's own instrument: `rsi 14`, `sma(200)`, `成交量`.
 * Indicators are those of daily bars; parameters that are not written have their standard values.
 *
 * @returns null where a parameter is out of bounds or one too many
 */
export function readMeasure(words: string): Measure | null {
  const kind = LATIN[words.toLowerCase()] ?? CHINESE[words];
  if (kind) return { kind, instrument: null };
  const [name = ''] = /^[a-z]+/i.exec(words) ?? [];
  const indicator = findIndicator(INDICATORS[name.toLowerCase()] ?? '');
  const output = indicator?.outputs[0];
  if (!indicator || !output) return null;
  const written = words.slice(name.length).match(/\d+(?:\.\d+)?/g) ?? [];
  if (written.length > indicator.parameters.length) return null;
  const given = indicator.parameters
    .slice(0, written.length)
    .map(({ id }, index) => [id, Number(written[index])] as const);
  const read = readParameters(indicator, Object.fromEntries(given));
  if (!read.ok) return null;
  return {
    ...{ kind: 'indicator', instrument: null, indicator: indicator.id, params: read.params },
    ...{ output: output.id, interval: 'D' },
  };
}
