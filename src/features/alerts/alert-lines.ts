import type { ChartAlertLine } from '../../chart/overlay-types';
import {
  type Condition,
  isChannelTest,
  isLevelTest,
  type Level,
} from '../../shared/domain/alert/alert-condition';
import { type AlertRule, type RuleStatus, ruleStatus } from '../../shared/domain/alert/alert-rule';
import type { InstrumentId } from '../../shared/domain/instrument/instrument';
import type { Desk } from '../../state/desk.svelte';
import { moveLevel } from './alert-actions';
import { conditionWords, decimalsOf } from './rule-words';

const ENDS = ['value', 'low', 'high'] as const;
type LevelEnd = (typeof ENDS)[number];

const TONES: Readonly<Record<RuleStatus, ChartAlertLine['tone']>> = {
  active: 'armed',
  done: 'fired',
  off: 'paused',
  expired: 'paused',
  held: 'paused',
};

/** A line for every fixed price that the rules on an instrument name. */
export function alertLines(desk: Desk, instrument: InstrumentId): readonly ChartAlertLine[] {
  return desk.alerts.rulesOf(instrument).flatMap((rule) => linesOf(desk, rule));
}

/** The line that stands for one end of one condition was dragged. @param id - as in {@link alertLines} */
export function dragAlertLine(desk: Desk, id: string, price: number): void {
  const [ruleId, index, name] = id.split(':');
  const end = ENDS.find((each) => each === name);
  if (end) void moveLevel(desk, Number(ruleId), Number(index), end, price);
}

function linesOf(desk: Desk, rule: AlertRule): readonly ChartAlertLine[] {
  if (rule.watch.kind === 'announcement') return [];
  const decimals = decimalsOf(desk, rule.watch);
  const tone = TONES[ruleStatus(rule, desk.now())];
  return rule.watch.conditions.flatMap((condition, index) =>
    pricesOf(condition).map(({ end, price }) => ({
      id: `${rule.id}:${index}:${end}`,
      ...{ price, tone },
      label: conditionWords(desk, condition, decimals),
    })),
  );
}

/** Only of the instrument's own price: other levels are not on this axis. */
function pricesOf(
  condition: Condition,
): readonly { readonly end: LevelEnd; readonly price: number }[] {
  if (condition.of.kind !== 'price' || condition.of.instrument !== null) return [];
  const ends: readonly (readonly [LevelEnd, Level])[] = isLevelTest(condition)
    ? [['value', condition.value]]
    : isChannelTest(condition)
      ? [
          ['low', condition.low],
          ['high', condition.high],
        ]
      : [];
  return ends.flatMap(([end, price]) => (typeof price === 'number' ? [{ end, price }] : []));
}
