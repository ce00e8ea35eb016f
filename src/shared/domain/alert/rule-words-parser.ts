import {
  type Condition,
  type ConditionTest,
  type LevelOperator,
  type Measure,
  PRICE,
} from './alert-condition';
import { alternatives, NUMBER, readFigure } from './rule-words-figures';
import { MEASURE_WORDS, readMeasure } from './rule-words-measures';

/** A rule in one line: `NVDA > 200`. */
export interface RuleWords {
  /** What stands for the instrument, as it was written; empty where none is named (`> 200`). */
  readonly subject: string;
  readonly condition: Condition;
}

/** Signs and Chinese words need no space around them. */
const SIGNS: Readonly<Record<string, LevelOperator>> = {
  '>': 'greaterThan',
  高于: 'greaterThan',
  大于: 'greaterThan',
  超过: 'greaterThan',
  '<': 'lessThan',
  低于: 'lessThan',
  小于: 'lessThan',
  上穿: 'crossingUp',
  升破: 'crossingUp',
  涨破: 'crossingUp',
  突破: 'crossingUp',
  下穿: 'crossingDown',
  跌破: 'crossingDown',
  穿越: 'crossing',
  穿过: 'crossing',
};

const WORDS: Readonly<Record<string, LevelOperator>> = {
  above: 'greaterThan',
  over: 'greaterThan',
  'is above': 'greaterThan',
  'is over': 'greaterThan',
  below: 'lessThan',
  under: 'lessThan',
  'is below': 'lessThan',
  'is under': 'lessThan',
  'crosses above': 'crossingUp',
  'crosses over': 'crossingUp',
  'crosses up': 'crossingUp',
  'crossing up': 'crossingUp',
  'rises above': 'crossingUp',
  'breaks above': 'crossingUp',
  'crosses below': 'crossingDown',
  'crosses under': 'crossingDown',
  'crosses down': 'crossingDown',
  'crossing down': 'crossingDown',
  'falls below': 'crossingDown',
  'breaks below': 'crossingDown',
  crosses: 'crossing',
  crossing: 'crossing',
};

/** Nothing longer is a rule in one line. */
const LONGEST = 120;

const SIGN = `\\s*(?<sign>${alternatives(Object.keys(SIGNS))})`;
const WORD = `\\s+(?<word>${alternatives(Object.keys(WORDS))})(?=\\s)`;
const OPERATOR = `(?:${SIGN}|${WORD})`;
const MEASURE = `(?:\\s*(?<measure>${MEASURE_WORDS}))?`;
const VALUE = `(?:(?<figure>${NUMBER})\\s*(?<percent>%)?|(?<level>${MEASURE_WORDS}))`;
const LEVEL = new RegExp(
  `^(?:(?<subject>[^<>%]+?)(?<!跌幅\\s*)${MEASURE})?${OPERATOR}\\s*${VALUE}$`,
  'iu',
);

const MORE = '(?:\\s*(?:超过|大于|>))?';
const RISE = `(?<rise>\\s*(?:\\+|(?:上涨|涨)${MORE})|\\s+(?:up|rises)\\s)`;
const FALL = `(?<fall>\\s*(?:跌幅|下跌|跌)${MORE}|\\s+(?:-|(?:down|falls|drops)\\s))`;
/** Changes against the close before, by their direction. */
const CHANGE = new RegExp(
  `^(?<subject>[^<>%]+?)(?:${RISE}|${FALL})\\s*(?<figure>\\d[\\d,.]*)\\s*%$`,
  'iu',
);

/**
 * Reads a rule in one line, in English or Chinese: an instrument, what of it (the price where nothing
 * is said), how it compares, and a number, percent or an indicator. `NVDA > 200`, `2513.HK 上穿 150`,
 * `NVDA +5%`, `NVDA rsi 14 < 30`, `NVDA crosses above sma 200`.
 *
 * A percentage is a change against the close of the session before. Indicators are those of daily bars.
 * Commas group thousands by three and are never decimal signs.
 *
 * @returns null for every other text: a rule is never guessed
 */
export function readRuleWords(text: string): RuleWords | null {
  const plain = text.normalize('NFKC').replaceAll('\u2212', '-').trim();
  if (plain.length > LONGEST) return null;
  return readLevel(plain) ?? readChange(plain);
}

function readChange(text: string): RuleWords | null {
  const groups = CHANGE.exec(text)?.groups;
  const amount = readFigure(groups?.['figure'] ?? '');
  if (!groups || amount === null || !(amount > 0)) return null;
  const test: ConditionTest =
    groups['fall'] === undefined
      ? { op: 'greaterThan', value: amount }
      : { op: 'lessThan', value: -amount };
  return ruleWords(groups['subject'], { kind: 'change', instrument: null }, test);
}

function readLevel(text: string): RuleWords | null {
  const groups = LEVEL.exec(text)?.groups;
  const op = groups && operatorOf(groups);
  if (!groups || !op) return null;
  const percent = groups['percent'] !== undefined;
  const of = measureOf(groups['measure'], percent);
  const value =
    groups['level'] === undefined
      ? readFigure(groups['figure'] ?? '')
      : readMeasure(groups['level']);
  if (of === null || value === null || !isSound(of, value, percent)) return null;
  return ruleWords(groups['subject'], of, { op, value });
}

function operatorOf(groups: Readonly<Record<string, string | undefined>>): LevelOperator | null {
  const words = groups['word']?.toLowerCase().replaceAll(/\s+/g, ' ');
  return SIGNS[groups['sign'] ?? ''] ?? WORDS[words ?? ''] ?? null;
}

function measureOf(words: string | undefined, percent: boolean): Measure | null {
  if (words !== undefined) return readMeasure(words);
  return percent ? { kind: 'change', instrument: null } : PRICE;
}

/** Prices are above zero, percent are of a change, and only what has the unit of a price has an indicator as its level. */
function isSound({ kind }: Measure, value: number | Measure, percent: boolean): boolean {
  if (typeof value !== 'number') {
    return value.kind === 'indicator' && (kind === 'price' || kind === 'indicator');
  }
  return percent ? kind === 'change' : kind !== 'price' || value > 0;
}

function ruleWords(subject: string | undefined, of: Measure, test: ConditionTest): RuleWords {
  return { subject: subject?.trim() ?? '', condition: { of, ...test } };
}
