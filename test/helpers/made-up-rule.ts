import { type Condition, PRICE } from '../../src/shared/domain/alert/alert-condition';
import {
  type AlertRule,
  draftFor,
  type MarketWatch,
  type RuleDraft,
} from '../../src/shared/domain/alert/alert-rule';
import type { MarketRule } from '../../src/shared/domain/alert/engine/rule-binding';
import type { Firing, NewFiring } from '../../src/shared/domain/alert/firing';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';

export const NVDA: InstrumentId = 'XNAS:NVDA';
export const crossesUp = (value: number): Condition => ({ of: PRICE, op: 'crossingUp', value });

/** A draft on the price of NVDA. */
export function priceDraft(
  condition: Condition = crossesUp(150),
  watch: Partial<MarketWatch> = {},
): RuleDraft & { readonly watch: MarketWatch } {
  const draft = draftFor(NVDA, condition);
  return { ...draft, watch: { ...(draft.watch as MarketWatch), ...watch } };
}

/** A rule on the price of NVDA that crosses 150 upwards, every time. */
export function priceRule(
  watch: Partial<MarketWatch> = {},
  rest: Partial<AlertRule> = {},
): MarketRule {
  const draft = priceDraft(crossesUp(150), { trigger: 'everyTime', ...watch });
  return {
    ...draft,
    ...{ id: 1, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [] },
    ...rest,
  } as MarketRule;
}

export function newFiring(rest: Partial<NewFiring> = {}): NewFiring {
  const at = Date.UTC(2026, 6, 10, 14);
  const tick = { at, heardAt: at + 500, price: 150.2, previousClose: 148, volume: 1000 };
  return {
    ...{ key: '1.1/XNAS:NVDA/1', ruleId: 1, rule: priceRule(), instrument: NVDA },
    ...{ announcementId: null, at, seenAt: at + 500, late: false, simulated: false },
    ...{ before: { ...tick, at: at - 1000, price: 149.9 }, after: tick, ageMs: 500 },
    ...{ phase: 'regular', source: 'yahoo' },
    readings: [{ before: 149.9, value: 150.2, level: 150, high: null }],
    ...rest,
  };
}

export function firing(rest: Partial<Firing> = {}): Firing {
  return { ...newFiring(), id: 1, delivery: 'pending', acknowledgedAt: null, ...rest };
}
