import { describe, expect, it } from 'vitest';
import type { Condition, Measure } from '../../../../../../src/shared/domain/alert/alert-condition';
import type { Trigger } from '../../../../../../src/shared/domain/alert/alert-rule';
import { AlertEngine } from '../../../../../../src/shared/domain/alert/engine/alert-engine';
import { clockSpans } from '../../../../../../src/shared/domain/alert/engine/bar-spans';
import type { EngineFiring } from '../../../../../../src/shared/domain/alert/engine/engine-firing';
import type { MarketRule } from '../../../../../../src/shared/domain/alert/engine/rule-binding';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';

const OWN: InstrumentId = 'XNAS:NVDA';
const START = Date.UTC(2026, 6, 10, 13, 30);
const MINUTE = 60_000;
const PRICE = { kind: 'price', instrument: null } as const;
const AVERAGE: Measure = {
  ...{ kind: 'indicator', instrument: null, indicator: 'sma', output: 'average' },
  ...{ params: { period: 2 }, interval: '1m' },
};

function ruleOf(condition: Condition, trigger: Trigger = 'everyTime'): MarketRule {
  return {
    ...{ id: 1, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [], note: '' },
    expiresAt: null,
    watch: {
      kind: 'market',
      target: { kind: 'instrument', instrument: OWN },
      conditions: [condition],
      trigger,
      barInterval: '1m',
      session: 'extended',
      rearm: { percent: 0, ticks: 5, minutes: null },
    },
  };
}

/** An engine with one rule, and what it fired. */
function watching(rule: MarketRule) {
  const fired: EngineFiring[] = [];
  const engine = new AlertEngine({
    spans: clockSpans,
    tickSize: () => 0.01,
    wantBars: () => undefined,
    fired: (firing) => fired.push(firing),
    progressed: () => undefined,
  });
  engine.bind(rule, OWN);
  const hear = (seconds: number, price: number) => {
    const at = START + seconds * 1000;
    const known = { previousClose: 100, volume: seconds, session: 1, isRegular: true };
    engine.hear(OWN, { at, heardAt: at, price, ...known });
  };
  return { engine, fired, hear };
}

describe('after a time that was missed', () => {
  it('fires with the next price what came true again and still is', () => {
    const { engine, fired, hear } = watching(ruleOf({ of: PRICE, op: 'greaterThan', value: 100 }));
    engine.beginLate();
    for (const [index, price] of [101, 99, 101].entries()) hear(index, price);
    engine.endLate();
    expect(fired.map(({ at }) => at)).toEqual([START]);
    hear(10, 101);
    expect(fired.map(({ at }) => at)).toEqual([START, START + 10_000]);
  });
});

describe('a rule that looks at closes', () => {
  it('fires at the end of the bar with its last price, also where no other price came', () => {
    const rule = ruleOf({ of: PRICE, op: 'greaterThan', value: 100 }, 'oncePerBarClose');
    const { engine, fired, hear } = watching(rule);
    hear(10, 99);
    hear(50, 101);
    engine.closeBars(OWN, START + MINUTE);
    expect(fired).toMatchObject([
      { at: START + MINUTE, before: { price: 101 }, after: { at: START + 50_000, price: 101 } },
    ]);
  });
});

describe('a price against its average', () => {
  it('crosses where the average is with that price, and tells what was right before', () => {
    const { fired, hear } = watching(ruleOf({ of: PRICE, op: 'crossingUp', value: AVERAGE }));
    hear(0, 100);
    hear(60, 98);
    // The average of two bars is half way to the bar before: it is crossed with that bar's close.
    for (const [index, price] of [99, 99.5, 99.9, 99.99, 100].entries()) hear(61 + index, price);
    expect(fired).toEqual([]);
    hear(70, 100.01);
    expect(fired).toHaveLength(1);
    const { before, readings } = fired[0] as EngineFiring;
    expect(before).toMatchObject({ at: START + 65_000, price: 100, volume: 65 });
    expect(readings).toEqual([
      { before: 100, now: { value: 100.01, low: (100 + 100.01) / 2, high: NaN } },
    ]);
  });

  it('is another level with the next bar', () => {
    const { fired, hear } = watching(ruleOf({ of: PRICE, op: 'crossingUp', value: AVERAGE }));
    hear(0, 100);
    hear(60, 90);
    hear(120, 90);
    hear(130, 90.5);
    expect(fired.map(({ at }) => at)).toEqual([START + 130_000]);
  });
});
