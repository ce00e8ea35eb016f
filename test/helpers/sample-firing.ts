import { type AlertRule, draftFor } from '../../src/shared/domain/alert/alert-rule';
import { type Condition, PRICE } from '../../src/shared/domain/alert/alert-condition';
import type { Firing } from '../../src/shared/domain/alert/firing';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';

const ABOVE_200: Condition = { of: PRICE, op: 'crossingUp', value: 200 };
const AT = Date.parse('2026-05-28T14:30:00Z');

/** A rule as the store gives it. */
export function sampleRule(overrides: Partial<AlertRule> = {}): AlertRule {
  return {
    ...draftFor('XNAS:NVDA', ABOVE_200),
    ...{ id: 1, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [] },
    ...overrides,
  };
}

/** NVIDIA at 201.35, a second after it crossed 200. */
export function sampleFiring(overrides: Partial<Firing> = {}): Firing {
  const tick = { at: AT, heardAt: AT + 1000, previousClose: 195, volume: null };
  return {
    ...{ id: 1, key: '1/1', ruleId: 1, rule: sampleRule(), instrument: 'XNAS:NVDA' },
    ...{ announcementId: null, at: AT, seenAt: AT + 1000, late: false, simulated: false },
    ...{ before: { ...tick, price: 199 }, after: { ...tick, price: 201.35 }, ageMs: 1000 },
    ...{ phase: 'regular', source: 'yahoo', delivery: 'pending', acknowledgedAt: null },
    readings: [{ before: 199, value: 201.35, level: 200, high: null }],
    ...overrides,
  };
}

/** The firing of one condition, with what it read. */
export function firingOf(
  condition: Condition,
  reading: Firing['readings'][number],
  instrument: InstrumentId = 'XNAS:NVDA',
): Firing {
  const rule = sampleRule(draftFor(instrument, condition));
  return sampleFiring({ instrument, rule, readings: [reading] });
}
