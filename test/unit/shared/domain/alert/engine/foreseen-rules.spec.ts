import { describe, expect, it } from 'vitest';
import type {
  Condition,
  Level,
  Measure,
} from '../../../../../../src/shared/domain/alert/alert-condition';
import {
  CHANNEL_OPERATORS,
  LEVEL_OPERATORS,
} from '../../../../../../src/shared/domain/alert/alert-condition';
import { TRIGGERS } from '../../../../../../src/shared/domain/alert/alert-rule';
import {
  AlertEngine,
  type EngineTick,
} from '../../../../../../src/shared/domain/alert/engine/alert-engine';
import { clockSpans } from '../../../../../../src/shared/domain/alert/engine/bar-spans';
import type { EngineFiring } from '../../../../../../src/shared/domain/alert/engine/engine-firing';
import type { MarketRule } from '../../../../../../src/shared/domain/alert/engine/rule-binding';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { type Dice, dice } from '../../../../../helpers/dice';
import { barsFrom } from '../../indicators/reference-bars';

const MARKETS = 2000;
const RULES = 3;
const EVENTS = 120;
const LONGEST_MS = 300_000;
const OWN: InstrumentId = 'XNAS:NVDA';
const OTHER: InstrumentId = 'XNAS:AMD';
const MINUTE = 60_000;
const START = Date.UTC(2026, 6, 10, 13, 30);

const INDICATORS: readonly (readonly [string, Readonly<Record<string, number>>, string])[] = [
  ['ema', { period: 3 }, 'average'],
  ['ema', { period: 20 }, 'average'],
  ['sma', { period: 4 }, 'average'],
  ['wma', { period: 3 }, 'average'],
  ['bollinger', { period: 4, deviations: 1 }, 'middle'],
  ['bollinger', { period: 4, deviations: 1 }, 'upper'],
  ['macd', { fast: 2, slow: 4, signal: 2 }, 'macd'],
  ['macd', { fast: 2, slow: 4, signal: 2 }, 'signal'],
  ['macd', { fast: 2, slow: 4, signal: 2 }, 'histogram'],
  ['rsi', { period: 3 }, 'rsi'],
  ['atr', { period: 3 }, 'atr'],
  ['obv', {}, 'obv'],
];

/** Others are near the price. */
const USUAL_VALUES: Readonly<Record<string, number>> = {
  ...{ rsi: 50, macd: 0, signal: 0, histogram: 0, atr: 0.5 },
};

function indicatorOf(roll: Dice, instrument: InstrumentId | null): Measure {
  const [indicator, params, output] = roll.among(INDICATORS);
  const interval = roll.among(['1m', '1m', '5m'] as const);
  return { kind: 'indicator', instrument, indicator, params, output, interval };
}

function measureOf(roll: Dice): Measure {
  const kind = roll.among(['price', 'price', 'change', 'volume', 'indicator'] as const);
  const instrument = roll.whole(0, 19) === 0 ? OTHER : null;
  return kind === 'indicator' ? indicatorOf(roll, instrument) : { kind, instrument };
}

function numberFor(roll: Dice, of: Measure): number {
  if (of.kind === 'change') return roll.among([-1, -0.5, 0, 0.5, 1]);
  if (of.kind === 'volume') return roll.whole(0, 20) * 100;
  if (of.kind !== 'indicator' || of.output === 'average') return roll.whole(396, 404) / 4;
  if (of.output === 'obv') return roll.whole(-5, 20) * 50;
  return (USUAL_VALUES[of.output] ?? 100) + roll.among([-0.25, 0, 0, 0.25]);
}

function levelOf(roll: Dice, of: Measure): Level {
  return roll.whole(0, 2) === 0 ? measureOf(roll) : numberFor(roll, of);
}

function conditionOf(roll: Dice): Condition {
  const of = measureOf(roll);
  if (roll.whole(0, 3) > 0) {
    return { of, op: roll.among(LEVEL_OPERATORS), value: levelOf(roll, of) };
  }
  const low = numberFor(roll, of);
  return { of, op: roll.among(CHANNEL_OPERATORS), low, high: low + roll.among([0.25, 0.5, 1]) };
}

function ruleOf(roll: Dice, id: number): MarketRule {
  return {
    ...{ id, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [], note: '' },
    expiresAt: roll.whole(0, 5) === 0 ? START + roll.whole(0, 60) * MINUTE : null,
    watch: {
      kind: 'market',
      target: { kind: 'instrument', instrument: OWN },
      conditions: Array.from({ length: roll.among([1, 1, 1, 2, 3]) }, () => conditionOf(roll)),
      trigger: roll.among(TRIGGERS),
      barInterval: roll.among(['1m', '5m'] as const),
      session: roll.among(['regular', 'extended'] as const),
      rearm: {
        percent: roll.among([0, 0.1, 0.2, 1]),
        ticks: roll.among([0, 5, 30]),
        minutes: roll.among([null, null, 1, 5]),
      },
    },
  };
}

const ALWAYS = 'always';

/** What somebody else sets cannot be foreseen: it is asked of every price. That it is so changes nothing. */
function withEveryPrice(rule: MarketRule): MarketRule {
  const of: Measure = { kind: 'abnormalMove', instrument: null, announcementId: ALWAYS };
  const always: Condition = { of, op: 'greaterThan', value: -1 };
  return { ...rule, watch: { ...rule.watch, conditions: [...rule.watch.conditions, always] } };
}

type Event = (engine: AlertEngine) => void;

/** What an engine goes through: mostly prices that move little. */
class Happenings {
  private at = START;
  private session = 1;
  private readonly prices = new Map([
    [OWN, 100],
    [OTHER, 100],
  ]);
  private readonly volumes = new Map([
    [OWN, 0],
    [OTHER, 0],
  ]);
  private previousClose = 100;
  private nextRule = 100;

  constructor(private readonly roll: Dice) {}

  next(): Event {
    const { roll } = this;
    switch (roll.whole(0, 60)) {
      case 0:
        return this.seed();
      case 1:
        return this.split();
      case 2:
        return (engine) => engine.forgetLast(OWN);
      case 3:
        return this.restore();
      case 4:
        return this.lateTime();
      case 5:
      case 9:
        return this.closing();
      case 6:
        return this.newRule();
      case 7: {
        const id = roll.whole(1, RULES);
        return (engine) => engine.unbind(id);
      }
      case 8:
        this.newSession();
        return this.price();
      default:
        return this.price();
    }
  }

  private price(): Event {
    const { roll } = this;
    const instrument = roll.among([OWN, OWN, OWN, OWN, OTHER]);
    this.at += roll.among([0, 100, 1000, 2000, 5000, 20_000, 61_000]);
    const before = this.prices.get(instrument) as number;
    const step = roll.among([-0.5, -0.25, -0.25, -0.01, 0, 0.01, 0.25, 0.25, 0.5]);
    const price = before + step + (100 - before > 2 ? 0.5 : 0) - (before - 100 > 2 ? 0.5 : 0);
    this.prices.set(instrument, price);
    const corrected = roll.whole(0, 40) === 0 ? -100 : 0;
    const volume = (this.volumes.get(instrument) as number) + roll.whole(0, 2) * 50 + corrected;
    this.volumes.set(instrument, volume);
    const tick: EngineTick = {
      ...{ at: this.at, heardAt: this.at, price, session: this.session },
      previousClose: roll.whole(0, 60) === 0 ? NaN : this.previousClose,
      volume: roll.whole(0, 60) === 0 ? NaN : volume,
      isRegular: roll.whole(0, 5) > 0,
    };
    return (engine) => engine.hear(instrument, tick);
  }

  private newSession(): void {
    this.session += 1;
    this.at += this.roll.among([1000, 30 * MINUTE]);
    this.previousClose = this.roll.among([100, 100.5, this.previousClose]);
    if (this.roll.whole(0, 1) === 0) this.volumes.set(OWN, 0);
  }

  private seed(): Event {
    const count = this.roll.whole(1, 12);
    const interval = this.roll.among(['1m', '5m'] as const);
    const step = interval === '1m' ? 60 : 300;
    const first = START / 1000 - count * step;
    const time = Array.from({ length: count }, (_, index) => first + index * step);
    const close = time.map(() => 100 + this.roll.among([-0.5, 0, 0.25]));
    return (engine) => engine.seed(OWN, interval, barsFrom({ time, close }));
  }

  private split(): Event {
    const factor = this.roll.among([0.5, 2]);
    this.prices.set(OWN, (this.prices.get(OWN) as number) * factor);
    return (engine) => engine.rebase(OWN, factor);
  }

  private restore(): Event {
    const { at, session } = this;
    const price = 100 + this.roll.among([-1, 0.25, 1]);
    const tick = { ...{ at, heardAt: at, price, session }, previousClose: 100, volume: 100 };
    return (engine) => {
      for (const binding of engine.allBindings()) engine.restoreLast(binding, tick);
    };
  }

  private lateTime(): Event {
    const missed = Array.from({ length: 12 }, () => this.price());
    return (engine) => {
      engine.beginLate();
      for (const event of missed) event(engine);
      engine.endLate();
    };
  }

  private closing(): Event {
    const at = this.at + this.roll.among([0, 30_000]);
    return (engine) => engine.closeBars(OWN, at);
  }

  private newRule(): Event {
    const rule = ruleOf(this.roll, (this.nextRule += 1));
    return (engine) => engine.bind(this.asBound(engine, rule), OWN);
  }

  /** Rules that come later are bound like the first ones. */
  private asBound(engine: AlertEngine, rule: MarketRule): MarketRule {
    return everyPriceEngines.has(engine) ? withEveryPrice(rule) : rule;
  }
}

const everyPriceEngines = new WeakSet<AlertEngine>();

interface Run {
  readonly fired: readonly unknown[];
  readonly progress: readonly unknown[];
}

function run(rules: readonly MarketRule[], events: readonly Event[], isEveryPrice: boolean): Run {
  const fired: unknown[] = [];
  const engine = new AlertEngine({
    spans: clockSpans,
    tickSize: () => 0.01,
    wantBars: () => undefined,
    fired: (firing) => fired.push(told(firing, isEveryPrice)),
    progressed: () => undefined,
  });
  if (isEveryPrice) everyPriceEngines.add(engine);
  engine.setAbnormalMove(OWN, ALWAYS, 0);
  for (const rule of rules) engine.bind(isEveryPrice ? withEveryPrice(rule) : rule, OWN);
  for (const [index, event] of events.entries()) {
    event(engine);
    // Of the rules that one event fires, those looked at with every price come last.
    fired.push(index);
  }
  const progress = [...engine.allBindings()].map((each) => [each.rule.id, each.progress]);
  return { fired: inOrder(fired), progress };
}

/** Without the condition that is asked of every price. */
function told(
  { rule, readings, at, before, after, progress }: EngineFiring,
  isEveryPrice: boolean,
) {
  const own = isEveryPrice ? readings.slice(0, -1) : readings;
  return { id: rule.id, at, before, after, progress, readings: own };
}

/** Firings in the order of time, and of one event in the order of rules. */
function inOrder(fired: readonly unknown[]): readonly unknown[] {
  const key = (each: unknown) => (typeof each === 'number' ? '' : JSON.stringify(each));
  const events: unknown[][] = [[]];
  for (const each of fired) {
    if (typeof each === 'number') events.push([]);
    else events.at(-1)?.push(each);
  }
  return events.map((each) => each.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)));
}

describe('rules of which it is foreseen when they matter', () => {
  it(
    'fire as those do that are looked at with every price, whatever happens meanwhile',
    () => {
      let firings = 0;
      for (let market = 0; market < MARKETS; market += 1) {
        const roll = dice(market + 1);
        const rules = Array.from({ length: RULES }, (_, index) => ruleOf(roll, index + 1));
        const happenings = new Happenings(roll);
        const events = Array.from({ length: EVENTS }, () => happenings.next());
        const foreseen = run(rules, events, false);
        const asked = run(rules, events, true);
        expect({ market, ...foreseen }).toEqual({ market, ...asked });
        firings += foreseen.fired.flat().length;
      }
      expect(firings).toBeGreaterThan(MARKETS * RULES);
    },
    LONGEST_MS,
  );
});
