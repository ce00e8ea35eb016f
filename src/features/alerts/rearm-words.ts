import { type Condition, isLevelTest } from '../../shared/domain/alert/alert-condition';
import type { MarketWatch } from '../../shared/domain/alert/alert-rule';
import { rearmDistance } from '../../shared/domain/alert/test-condition';
import type { Desk } from '../../state/desk.svelte';
import { decimalsOf, figureWords, measureWords } from './rule-words';

/**
 * At which values a rule that fired watches again, in words; null where no number says so: a level that
 * moves, a channel, a move.
 */
export function rearmWords(desk: Desk, watch: MarketWatch): string | null {
  const t = desk.t.alerts;
  const decimals = decimalsOf(desk, watch);
  const words = watch.conditions.flatMap((each) => clearWords(desk, watch, each, decimals));
  return words.length === 0 ? null : t.armedAgain(words.reduce(t.either));
}

function clearWords(
  desk: Desk,
  { rearm }: MarketWatch,
  condition: Condition,
  decimals: number,
): readonly string[] {
  if (!isLevelTest(condition) || typeof condition.value !== 'number') return [];
  const t = desk.t.alerts;
  const { of, op, value } = condition;
  const distance = rearmDistance(of, rearm, value, 10 ** -decimals);
  const measure = measureWords(desk, of);
  const figure = (level: number): string => {
    const exact = Number(level.toFixed(of.kind === 'price' ? decimals : 2));
    return figureWords(desk, of, exact, decimals);
  };
  const below = t.armedBelow(measure, figure(value - distance));
  const above = t.armedAbove(measure, figure(value + distance));
  if (op === 'crossing') return [below, above];
  return [op === 'crossingUp' || op === 'greaterThan' ? below : above];
}
