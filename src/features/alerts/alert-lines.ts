import type { ChartAlertLine } from '../../chart/overlay-types';
import {
  type Condition,
  isChannelTest,
  isLevelTest,
  type Level,
} from '../../shared/domain/alert/alert-condition';
import {
  type AlertRule,
  type MarketWatch,
  type RuleStatus,
  ruleStatus,
} from '../../shared/domain/alert/alert-rule';
import { watchOn } from '../../shared/domain/alert/rule-on-instrument';
import type { InstrumentId } from '../../shared/domain/instrument/instrument';
import type { Watchlist } from '../../shared/domain/watchlist/watchlist';
import type { Desk } from '../../state/desk.svelte';
import { moveLevel } from './alert-actions';
import { conditionWords, decimalsOn, targetWords } from './rule-words';

const ENDS = ['value', 'low', 'high'] as const;
type LevelEnd = (typeof ENDS)[number];

const TONES: Readonly<Record<RuleStatus, ChartAlertLine['tone']>> = {
  active: 'armed',
  done: 'fired',
  off: 'paused',
  expired: 'paused',
  held: 'paused',
};

/**
 * A line for every fixed price that the rules on an instrument name, and those on a list with it: the
 * latter as they count for this one, and not to be dragged, as they are for the others too.
 */
export function alertLines(desk: Desk, instrument: InstrumentId): readonly ChartAlertLine[] {
  return desk.alerts.rules.flatMap((rule) => {
    const { watch, splits } = rule;
    if (watch.kind === 'announcement') return [];
    const { target } = watch;
    if (target.kind === 'instrument') {
      return target.instrument === instrument ? linesOf(desk, rule, watch, instrument) : [];
    }
    const isListed = desk.watchlist.lists.some(
      (list) => list.id === target.listId && holds(list, instrument),
    );
    return isListed ? linesOf(desk, rule, watchOn({ watch, splits }, instrument), instrument) : [];
  });
}

/** The line that stands for one end of one condition was dragged. @param id - as in {@link alertLines} */
export function dragAlertLine(desk: Desk, id: string, price: number): void {
  const [ruleId, index, name] = id.split(':');
  const end = ENDS.find((each) => each === name);
  if (end) void moveLevel(desk, Number(ruleId), Number(index), end, price);
}

function linesOf(
  desk: Desk,
  rule: AlertRule,
  watch: MarketWatch,
  instrument: InstrumentId,
): readonly ChartAlertLine[] {
  const decimals = decimalsOn(desk, instrument);
  const isOnList = watch.target.kind === 'list';
  const isHeld = rule.held?.includes(instrument) ?? false;
  const tone = isHeld ? 'paused' : TONES[ruleStatus(rule, desk.now())];
  return watch.conditions.flatMap((condition, index) => {
    const words = conditionWords(desk, condition, decimals);
    const label = isOnList ? desk.t.alerts.sentence(targetWords(desk, watch), words) : words;
    return pricesOf(condition).map(({ end, price }) => ({
      ...{ id: `${rule.id}:${index}:${end}`, price, tone, label, isFixed: isOnList },
    }));
  });
}

function holds({ sections }: Watchlist, instrument: InstrumentId): boolean {
  return sections.some(({ items }) => items.some(({ symbol }) => symbol === instrument));
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
