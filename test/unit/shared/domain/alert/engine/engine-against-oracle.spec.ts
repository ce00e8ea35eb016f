import { describe, expect, it } from 'vitest';
import type {
  Condition,
  Level,
  Measure,
} from '../../../../../../src/shared/domain/alert/alert-condition';
import {
  ALERT_OPERATORS,
  isLevelTest,
  isMoveTest,
} from '../../../../../../src/shared/domain/alert/alert-condition';
import { TRIGGERS } from '../../../../../../src/shared/domain/alert/alert-rule';
import { AlertEngine } from '../../../../../../src/shared/domain/alert/engine/alert-engine';
import { clockSpans } from '../../../../../../src/shared/domain/alert/engine/bar-spans';
import type { MarketRule } from '../../../../../../src/shared/domain/alert/engine/rule-binding';
import type { ChartInterval } from '../../../../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import {
  type OracleCondition,
  oracleFirings,
  type OracleMeasure,
  type OracleRule,
  type OracleTick,
} from '../../../../../helpers/alert-oracle';
import { type Dice, dice } from '../../../../../helpers/dice';

const CASES = 100_000;
/** They take seconds; a machine that does much else besides takes longer. */
const LONGEST_MS = 300_000;
const RULES_A_MARKET = 20;
const TICKS_A_MARKET = 24;
const TICK_SIZE = 0.01;
const OWN: InstrumentId = 'XNAS:NVDA';
const OTHER: InstrumentId = 'XNAS:AMD';
const INTERVALS = { '1m': 60_000, '5m': 300_000, '15m': 900_000 } as const;

const PAUSES = [0, 1000, 20_000, 60_000, 70_000, 240_000, 400_000];
const CALM_PAUSES = [0, 1000, 5000, 15_000, 15_000, 40_000];
/** Of exponential averages whose factor is a binary fraction, so that no rounding hides a mistake. */
const PERIODS = [3, 7];

/** Small whole numbers, so that values meet their levels exactly, often. */
function ticksOf(roll: Dice): readonly OracleTick[] {
  let at = Date.UTC(2026, 6, 10, 1, 30);
  let session = 1;
  // Calm prices stay where nothing happens for a while, and then leave it.
  const isCalm = roll.whole(0, 1) === 0;
  let calm = 100;
  const closes = { [OWN]: roll.among([null, 100, 98]), [OTHER]: 100 };
  const volumes = { [OWN]: 0, [OTHER]: 0 };
  return Array.from({ length: TICKS_A_MARKET }, () => {
    at += roll.among(isCalm ? CALM_PAUSES : PAUSES);
    calm += roll.among([-0.5, -0.25, 0, 0.25, 0.5]);
    if (roll.whole(0, 11) === 0) {
      session += 1;
      at += 3_600_000;
      volumes[OWN] = 0;
      volumes[OTHER] = 0;
      closes[OWN] = roll.among([null, 99, 100, 101]);
    }
    const instrument = roll.among([OWN, OWN, OWN, OTHER]);
    volumes[instrument] = (volumes[instrument] as number) + roll.whole(0, 3) * 100;
    return {
      ...{ instrument, at, session },
      price: isCalm ? calm : roll.whole(94, 106) + roll.among([0, 0, 0.5, 0.1]),
      previousClose: closes[instrument] ?? null,
      volume: volumes[instrument] ?? null,
      isRegular: roll.whole(0, 4) > 0,
    };
  });
}

function measureOf(roll: Dice): Measure {
  const kind = roll.among(['price', 'price', 'price', 'change', 'volume', 'indicator'] as const);
  const instrument = roll.whole(0, 5) === 0 ? OTHER : null;
  if (kind !== 'indicator') return { kind, instrument };
  return {
    ...{ kind, instrument, indicator: 'ema', output: 'average' },
    params: { period: roll.among(PERIODS) },
    interval: roll.among(['1m', '5m'] as const),
  };
}

function levelOf(roll: Dice, of: Measure, from: number): Level {
  if (roll.whole(0, 4) === 0) return measureOf(roll);
  if (of.kind === 'volume') return from * 10;
  return of.kind === 'change' ? from - 100 : from;
}

function conditionOf(roll: Dice): Condition {
  const of = measureOf(roll);
  const op = roll.among(ALERT_OPERATORS);
  const low = roll.whole(95, 104);
  switch (op) {
    case 'crossing':
    case 'crossingUp':
    case 'crossingDown':
    case 'greaterThan':
    case 'lessThan':
      return { of, op, value: levelOf(roll, of, low) };
    case 'enteringChannel':
    case 'exitingChannel':
    case 'insideChannel':
    case 'outsideChannel':
      return {
        ...{ of, op, low: levelOf(roll, of, low) },
        high: levelOf(roll, of, low + roll.whole(1, 4)),
      };
    default:
      return {
        ...{ of, op, amount: roll.among([0.5, 1, 2, 3, 5]) },
        ...{ bars: roll.whole(1, 4), interval: roll.among(['1m', '5m'] as const) },
      };
  }
}

function ruleOf(roll: Dice, id: number, from: number): MarketRule {
  return {
    ...{ id, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [], note: '' },
    expiresAt: roll.whole(0, 5) === 0 ? from + roll.whole(0, 40) * 60_000 : null,
    watch: {
      kind: 'market',
      target: { kind: 'instrument', instrument: OWN },
      conditions: Array.from({ length: roll.among([1, 1, 1, 2, 3]) }, () => conditionOf(roll)),
      trigger: roll.among(TRIGGERS),
      barInterval: roll.among(['1m', '5m', '15m'] as const),
      session: roll.among(['regular', 'extended', 'extended'] as const),
      rearm: {
        percent: roll.among([0, 0.2, 1, 2]),
        ticks: roll.among([0, 5, 100]),
        minutes: roll.among([null, null, 1, 10]),
      },
    },
  };
}

function barMsOf({ interval }: { readonly interval: ChartInterval }): number {
  return INTERVALS[interval as keyof typeof INTERVALS];
}

function measureForOracle(measure: Measure): OracleMeasure {
  if (measure.kind !== 'indicator') return measure;
  const { kind, instrument, params } = measure;
  return { kind, instrument, period: params['period'] as number, barMs: barMsOf(measure) };
}

function levelForOracle(level: Level): number | OracleMeasure {
  return typeof level === 'number' ? level : measureForOracle(level);
}

function conditionForOracle(condition: Condition): OracleCondition {
  const [of, { op }] = [measureForOracle(condition.of), condition];
  if (isMoveTest(condition)) {
    return { of, op, amount: condition.amount, bars: condition.bars, barMs: barMsOf(condition) };
  }
  if (isLevelTest(condition)) return { of, op, value: levelForOracle(condition.value) };
  return { of, op, low: levelForOracle(condition.low), high: levelForOracle(condition.high) };
}

function forOracle({ watch, expiresAt }: MarketRule): OracleRule {
  return {
    instrument: OWN,
    conditions: watch.conditions.map(conditionForOracle),
    ...{ trigger: watch.trigger, session: watch.session, expiresAt },
    barMs: barMsOf({ interval: watch.barInterval }),
    ...watch.rearm,
  };
}

function engineFirings(rules: readonly MarketRule[], ticks: readonly OracleTick[]) {
  const fired = new Map<number, number[]>(rules.map(({ id }) => [id, []]));
  const engine = new AlertEngine({
    spans: clockSpans,
    tickSize: () => TICK_SIZE,
    wantBars: () => undefined,
    fired: ({ rule, at }) => fired.get(rule.id)?.push(at),
    progressed: () => undefined,
  });
  for (const rule of rules) engine.bind(rule, OWN);
  for (const { instrument, previousClose, volume, ...tick } of ticks) {
    engine.hear(instrument as InstrumentId, {
      ...{ ...tick, heardAt: tick.at },
      ...{ previousClose: previousClose ?? NaN, volume: volume ?? NaN },
    });
  }
  return fired;
}

describe('the engine beside the oracle', () => {
  it(
    `fires when the operator table says so, ${CASES.toLocaleString('en')} times over`,
    () => {
      let firings = 0;
      const operators = new Set<string>();
      for (let market = 0; market < CASES / RULES_A_MARKET; market += 1) {
        const roll = dice(market + 1);
        const ticks = ticksOf(roll);
        const from = ticks[0]?.at ?? 0;
        const rules = Array.from({ length: RULES_A_MARKET }, (_, index) =>
          ruleOf(roll, index + 1, from),
        );
        const found = engineFirings(rules, ticks);
        for (const rule of rules) {
          const expected = oracleFirings(forOracle(rule), ticks, TICK_SIZE);
          if (JSON.stringify(found.get(rule.id)) !== JSON.stringify(expected)) {
            expect({ market, rule, ticks, fired: found.get(rule.id) }).toEqual({
              ...{ market, rule, ticks, fired: expected },
            });
          }
          if (expected.length === 0) continue;
          firings += expected.length;
          for (const { op } of rule.watch.conditions) operators.add(op);
        }
      }
      expect(operators.size).toBe(ALERT_OPERATORS.length);
      expect(firings).toBeGreaterThan(CASES / 4);
    },
    LONGEST_MS,
  );
});
