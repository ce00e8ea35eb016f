/**
 * A second, naive reading of the operator table in docs/alerts.md, kept apart from the engine on
 * purpose: it imports nothing of it, looks at every rule with every price, and keeps whole histories.
 */
export interface OracleTick {
  readonly instrument: string;
  readonly at: number;
  readonly price: number;
  readonly previousClose: number | null;
  readonly volume: number | null;
  readonly session: number;
  readonly isRegular: boolean;
}

export interface OracleMeasure {
  /** `indicator` is an exponential average of closes. */
  readonly kind: string;
  readonly instrument: string | null;
  readonly period?: number;
  readonly barMs?: number;
}

export interface OracleCondition {
  readonly of: OracleMeasure;
  readonly op: string;
  readonly value?: number | OracleMeasure;
  readonly low?: number | OracleMeasure;
  readonly high?: number | OracleMeasure;
  readonly amount?: number;
  readonly bars?: number;
  readonly barMs?: number;
}

export interface OracleRule {
  readonly instrument: string;
  readonly conditions: readonly OracleCondition[];
  readonly trigger: string;
  readonly barMs: number;
  readonly session: string;
  readonly percent: number;
  readonly ticks: number;
  readonly minutes: number | null;
  readonly expiresAt: number | null;
}

interface Seen {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const CROSSES = ['crossing', 'crossingUp', 'crossingDown', 'enteringChannel', 'exitingChannel'];
const MINUTE = 60_000;

/** @returns the times at which the rule fires; of a bar's close the end of the bar */
export function oracleFirings(
  rule: OracleRule,
  ticks: readonly OracleTick[],
  tickSize: number,
): number[] {
  const heard = ticks.filter((tick) => rule.session === 'extended' || tick.isRegular);
  const looks =
    rule.trigger === 'oncePerBarClose' ? atBarCloses(rule, heard) : atPrices(rule, heard);
  const state = { armed: true, minute: -1, watched: 0, at: null as number | null };
  const fired: number[] = [];
  for (const { at, now, before } of looks) {
    if (isOver(rule, fired.length, at)) break;
    const passed = state.at === null ? 0 : Math.max(0, at - state.at);
    state.at = at;
    if (firesNow(rule, state, at, now, before)) {
      fired.push(at);
      Object.assign(state, { minute: Math.floor(at / MINUTE), watched: 0 });
      state.armed = !mustArm(rule) || clears(rule, now, tickSize);
      continue;
    }
    if (state.armed) continue;
    if (rule.trigger === 'oncePerBarClose' || passed <= 5 * MINUTE) state.watched += passed;
    const isLongAgo = rule.minutes !== null && state.watched >= rule.minutes * MINUTE;
    if (isLongAgo || clears(rule, now, tickSize)) Object.assign(state, { armed: true, watched: 0 });
  }
  return fired;
}

function isOver({ trigger, expiresAt }: OracleRule, fired: number, at: number): boolean {
  return (trigger === 'once' && fired > 0) || (expiresAt !== null && at >= expiresAt);
}

/** One time that the rule is looked at. */
interface Look {
  readonly at: number;
  readonly now: readonly Seen[];
  readonly before: readonly Seen[] | null;
}

function mustArm({ trigger, conditions }: OracleRule): boolean {
  return trigger === 'everyTime' || conditions.some(({ op }) => CROSSES.includes(op));
}

function clears(rule: OracleRule, now: readonly Seen[], tickSize: number): boolean {
  return rule.conditions.some((condition, place) =>
    isClear(condition, now[place] as Seen, rule, tickSize),
  );
}

function firesNow(
  rule: OracleRule,
  { armed, minute }: { readonly armed: boolean; readonly minute: number },
  at: number,
  now: readonly Seen[],
  before: readonly Seen[] | null,
): boolean {
  if (!armed) return false;
  if (rule.trigger === 'oncePerMinute' && Math.floor(at / MINUTE) <= minute) return false;
  return rule.conditions.every((condition, place) =>
    comesTrue(condition, before?.[place] ?? null, now[place] as Seen),
  );
}

function atBarCloses(rule: OracleRule, heard: readonly OracleTick[]): readonly Look[] {
  const looks: Look[] = [];
  let openBar: number | null = null;
  let before: readonly Seen[] | null = null;
  for (const [index, { instrument, at }] of heard.entries()) {
    if (instrument !== rule.instrument) continue;
    const bar = Math.floor(at / rule.barMs);
    if (openBar !== null && bar > openBar) {
      const now = seeAll(rule, heard.slice(0, index));
      looks.push({ at: (openBar + 1) * rule.barMs, now, before });
      before = now;
    }
    openBar = bar;
  }
  return looks;
}

function atPrices(rule: OracleRule, heard: readonly OracleTick[]): readonly Look[] {
  const relevant = new Set([rule.instrument, ...rule.conditions.flatMap(instrumentsOf)]);
  const looks: Look[] = [];
  let before: readonly Seen[] | null = null;
  for (const [index, tick] of heard.entries()) {
    if (!relevant.has(tick.instrument)) continue;
    const last = heard.slice(0, index).findLast(({ instrument }) => instrument === tick.instrument);
    const isNewSession = last?.session !== tick.session;
    const now = seeAll(rule, heard.slice(0, index + 1));
    const earlier = isNewSession ? withoutCounts(rule, before, tick.instrument) : before;
    looks.push({ at: tick.at, now, before: earlier });
    before = now;
  }
  return looks;
}

/** What is counted by sessions has no value before in a new one. */
function withoutCounts(
  rule: OracleRule,
  before: readonly Seen[] | null,
  instrument: string,
): readonly Seen[] | null {
  if (before === null) return null;
  return before.map((seen, place) => {
    const { of } = rule.conditions[place] as OracleCondition;
    const isCounted = of.kind === 'change' || of.kind === 'volume';
    const isOurs = (of.instrument ?? rule.instrument) === instrument;
    return isCounted && isOurs ? { ...seen, value: null } : seen;
  });
}

function instrumentsOf(condition: OracleCondition): readonly string[] {
  return [condition.of, condition.value, condition.low, condition.high].flatMap((each) =>
    typeof each === 'object' && each.instrument !== null ? [each.instrument] : [],
  );
}

function seeAll(rule: OracleRule, history: readonly OracleTick[]): readonly Seen[] {
  return rule.conditions.map((condition) => {
    const value = measure(condition.of, rule, history);
    if (condition.op.startsWith('moving')) {
      const within = valuesWithin(condition, rule, history);
      return {
        value,
        low: within.length > 0 ? Math.min(...within) : null,
        high: within.length > 0 ? Math.max(...within) : null,
      };
    }
    const level = (end: number | OracleMeasure | undefined): number | null =>
      typeof end === 'object' ? measure(end, rule, history) : (end ?? null);
    return { value, low: level(condition.value ?? condition.low), high: level(condition.high) };
  });
}

function measure(
  { kind, instrument, period = 1, barMs = MINUTE }: OracleMeasure,
  rule: OracleRule,
  history: readonly OracleTick[],
): number | null {
  const its = history.filter((tick) => tick.instrument === (instrument ?? rule.instrument));
  const last = its.at(-1);
  if (last === undefined) return null;
  if (kind === 'indicator') return exponentialAverage(closesOf(its, barMs), period);
  if (kind === 'price') return last.price;
  if (kind === 'volume') return last.volume;
  return last.previousClose === null ? null : (last.price / last.previousClose - 1) * 100;
}

/** The last price of each bar that had one. */
function closesOf(ticks: readonly OracleTick[], barMs: number): readonly number[] {
  return [...new Map(ticks.map(({ at, price }) => [Math.floor(at / barMs), price])).values()];
}

/** Begins with the simple average of the first closes. */
function exponentialAverage(closes: readonly number[], period: number): number | null {
  if (closes.length < period) return null;
  const first = closes.slice(0, period).reduce((sum, close) => sum + close, 0) / period;
  return closes
    .slice(period)
    .reduce((average, close) => average + ((close - average) * 2) / (period + 1), first);
}

/** All values of the last bars that had any. */
function valuesWithin(
  { of, bars = 1, barMs = MINUTE }: OracleCondition,
  rule: OracleRule,
  history: readonly OracleTick[],
): readonly number[] {
  const byBar = new Map<number, number[]>();
  for (const [index, tick] of history.entries()) {
    if (tick.instrument !== (of.instrument ?? rule.instrument)) continue;
    const value = measure(of, rule, history.slice(0, index + 1));
    if (value === null) continue;
    const bar = Math.floor(tick.at / barMs);
    byBar.set(bar, [...(byBar.get(bar) ?? []), value]);
  }
  return [...byBar.values()].slice(-bars).flat();
}

type Comparison = (value: number, low: number, high: number) => boolean;

const inside: Comparison = (value, low, high) => low <= value && value <= high;
const outside: Comparison = (value, low, high) => value < low || high < value;
const above: Comparison = (value, low) => value > low;
const below: Comparison = (value, low) => value < low;
const notAbove: Comparison = (value, low) => value <= low;
const notBelow: Comparison = (value, low) => value >= low;

/** What is asked of this value, and of the one before where that counts: any of the pairs. */
const TABLE: Readonly<Record<string, readonly (readonly [Comparison | null, Comparison])[]>> = {
  crossing: [
    [notAbove, above],
    [notBelow, below],
  ],
  crossingUp: [[notAbove, above]],
  crossingDown: [[notBelow, below]],
  greaterThan: [[null, above]],
  lessThan: [[null, below]],
  enteringChannel: [[outside, inside]],
  exitingChannel: [[inside, outside]],
  insideChannel: [[null, inside]],
  outsideChannel: [[null, outside]],
};

const hasChannel = (op: string): boolean => op.endsWith('Channel');

function comesTrue(condition: OracleCondition, before: Seen | null, now: Seen): boolean {
  const { op, amount = 0 } = condition;
  const seen = known(now, hasChannel(op));
  if (seen === null) return false;
  if (op.startsWith('moving')) {
    return movedBy(op, seen[0], seen[1], now.high ?? NaN) >= amount - 1e-7;
  }
  const earlier = before && known(before, hasChannel(op));
  return (TABLE[op] ?? []).some(([was, is]) => {
    if (was !== null && (earlier === null || !was(...earlier))) return false;
    return is(...seen);
  });
}

/** Null where something is not known that counts. */
function known({ value, low, high }: Seen, needsHigh: boolean): [number, number, number] | null {
  if (value === null || low === null || (needsHigh && high === null)) return null;
  return [value, low, high ?? NaN];
}

function movedBy(op: string, value: number, low: number, high: number): number {
  if (op === 'movingUp') return value - low;
  if (op === 'movingDown') return high - value;
  if (op === 'movingUpPercent') return low === 0 ? NaN : ((value - low) / Math.abs(low)) * 100;
  return high === 0 ? NaN : ((high - value) / Math.abs(high)) * 100;
}

function isClear(
  { of, op, amount = 0 }: OracleCondition,
  now: Seen,
  { percent, ticks }: OracleRule,
  tickSize: number,
): boolean {
  const seen = known(now, hasChannel(op));
  if (seen === null) return false;
  const [value, low] = seen;
  const high = now.high ?? NaN;
  if (op.startsWith('moving')) return movedBy(op, value, low, high) <= amount / 2;
  const ofLevel = (Math.abs(low) * percent) / 100;
  const distances: Readonly<Record<string, number>> = {
    price: Math.max(ofLevel, ticks * tickSize),
    change: percent,
    volume: ofLevel,
    indicator: ofLevel,
  };
  const distance = distances[of.kind] ?? NaN;
  const inner = Math.min(distance, (high - low) / 2);
  const clear: Readonly<Record<string, boolean>> = {
    crossing: Math.abs(value - low) >= distance,
    crossingUp: value <= low - distance,
    greaterThan: value <= low - distance,
    crossingDown: value >= low + distance,
    lessThan: value >= low + distance,
    enteringChannel: value <= low - distance || value >= high + distance,
    insideChannel: value <= low - distance || value >= high + distance,
    exitingChannel: value >= low + inner && value <= high - inner,
    outsideChannel: value >= low + inner && value <= high - inner,
  };
  return clear[op] ?? false;
}
