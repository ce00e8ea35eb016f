import type { Condition, LevelOperator } from './alert-condition';
import { PRICE } from './alert-condition';

/** A rule in words: what is meant by `symbol` is for others to say. */
export interface RuleText {
  /** As written. */
  readonly symbol: string;
  readonly condition: Condition;
}

/** The longer words first: `crosses above` begins like `crosses`. */
const OPERATORS: readonly (readonly [LevelOperator, RegExp])[] = [
  ['crossingUp', /^(?:cross(?:es|ing)?\s+(?:up|above|over)|上穿|突破|升破)/i],
  ['crossingDown', /^(?:cross(?:es|ing)?\s+(?:down|below|under)|下穿|跌破)/i],
  ['crossing', /^(?:cross(?:es|ing)?(?![a-z])|穿越|触及)/i],
  ['greaterThan', /^(?:>=?|≥|above(?![a-z])|over(?![a-z])|高于|大于|超过)/i],
  ['lessThan', /^(?:<=?|≤|below(?![a-z])|under(?![a-z])|低于|小于)/i],
];
const AMOUNT = /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(%?)$/;
const SPLIT_AT =
  /^(\S+?)\s*([<>≥≤上下突升跌穿触高大超低小].*|\s(?:cross|above|over|below|under|[+-]).*)$/i;

/**
 * Reads a rule as a user types it: `NVDA > 200`, `NVDA crosses 200`, `2513.HK 上穿 150`, `NVDA below
 * 1,150.5`, `NVDA +5%`. With a percent sign the change against the close before is meant, else the
 * price. `+5%` is above five percent, `-5%` is below minus five.
 *
 * @returns null for anything else
 */
export function readRuleText(text: string): RuleText | null {
  const [, symbol, rest] = SPLIT_AT.exec(plain(text)) ?? [];
  if (!symbol || rest === undefined) return null;
  const said = rest.trim();
  const change = signedChange(said);
  if (change !== null) return { symbol, condition: change };
  for (const [op, words] of OPERATORS) {
    const match = words.exec(said);
    if (!match) continue;
    const amount = readAmount(said.slice(match[0].length).trim());
    return amount && { symbol, condition: conditionOf(op, amount) };
  }
  return null;
}

interface Amount {
  readonly sign: string;
  readonly value: number;
  readonly isPercent: boolean;
}

function conditionOf(op: LevelOperator, { value, isPercent }: Amount): Condition {
  const of = isPercent ? ({ kind: 'change', instrument: null } as const) : PRICE;
  return { of, op, value };
}

function signedChange(text: string): Condition | null {
  const amount = readAmount(text);
  if (amount === null || !amount.isPercent || amount.sign === '') return null;
  return conditionOf(amount.sign === '-' ? 'lessThan' : 'greaterThan', amount);
}

function readAmount(text: string): Amount | null {
  const [, sign = '', digits, percent] = AMOUNT.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', '')) * (sign === '-' ? -1 : 1);
  const isPercent = percent === '%';
  // A price is above 0; a change may be anything.
  return value > 0 || isPercent ? { sign, value, isPercent } : null;
}

/** Full-width signs and digits, as Chinese input methods write them, become the usual ones. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('−', '-').trim();
}
