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
  readonly kind: string;
  readonly instrument: string | null;
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
  const fired: number[] = [];
  let armed = true;
  let lastMinute = -1;
  let watched = 0;
  let before: readonly Seen[] | null = null;
  let lastAt: number | null = null;
  let openBar: number | null = null;
  const crosses = rule.conditions.some(({ op }) => CROSSES.includes(op));
  const mustArm = rule.trigger === 'everyTime' || crosses;

  const look = (
    now: readonly Seen[],
    earlier: readonly Seen[] | null,
    at: number,
    isBar: boolean,
  ) => {
    if (rule.trigger === 'once' && fired.length > 0) return;
    if (rule.expiresAt !== null && at >= rule.expiresAt) return;
    const passed = lastAt === null ? 0 : at - lastAt;
    lastAt = at;
    const all = rule.conditions.every((condition, index) =>
      comesTrue(condition, earlier?.[index] ?? null, now[index] as Seen),
    );
    const clear = rule.conditions.some((condition, index) =>
      isClear(condition, now[index] as Seen, rule, tickSize),
    );
    const minute = Math.floor(at / MINUTE);
    const tooSoon = rule.trigger === 'oncePerMinute' && minute <= lastMinute;
    if (all && armed && !tooSoon) {
      fired.push(at);
      armed = mustArm ? clear : true;
      watched = 0;
      lastMinute = minute;
    } else if (!armed) {
      if (isBar || (passed > 0 && passed <= 5 * MINUTE)) watched += Math.max(0, passed);
      if (clear || (rule.minutes !== null && watched >= rule.minutes * MINUTE)) {
        armed = true;
        watched = 0;
      }
    }
  };

  const relevant = new Set([
    rule.instrument,
    ...rule.conditions.flatMap((condition) => instrumentsOf(condition)),
  ] as string[]);
  for (const [index, tick] of heard.entries()) {
    const past = heard.slice(0, index);
    const history = heard.slice(0, index + 1);
    if (rule.trigger === 'oncePerBarClose') {
      if (tick.instrument !== rule.instrument) continue;
      const bar = Math.floor(tick.at / rule.barMs);
      if (openBar !== null && bar > openBar) {
        const now = seeAll(rule, past);
        look(now, before, (openBar + 1) * rule.barMs, true);
        before = now;
      }
      openBar = bar;
      continue;
    }
    if (!relevant.has(tick.instrument)) continue;
    const now = seeAll(rule, history);
    const last = past.findLast(({ instrument }) => instrument === tick.instrument);
    const isNewSession = last === undefined || last.session !== tick.session;
    const earlier: readonly Seen[] | null =
      before?.map((seen, place) => {
        const { of } = rule.conditions[place] as OracleCondition;
        const counted = of.kind === 'change' || of.kind === 'volume';
        const own = (of.instrument ?? rule.instrument) === tick.instrument;
        return counted && own && isNewSession ? { ...seen, value: null } : seen;
      }) ?? null;
    look(now, earlier, tick.at, false);
    before = now;
  }
  return fired;
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
  { kind, instrument }: OracleMeasure,
  rule: OracleRule,
  history: readonly OracleTick[],
): number | null {
  const last = history.findLast((tick) => tick.instrument === (instrument ?? rule.instrument));
  if (last === undefined) return null;
  if (kind === 'price') return last.price;
  if (kind === 'volume') return last.volume;
  return last.previousClose === null ? null : (last.price / last.previousClose - 1) * 100;
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

function comesTrue(condition: OracleCondition, before: Seen | null, now: Seen): boolean {
  const { value, low, high } = now;
  if (value === null || low === null) return false;
  const was = before?.value ?? null;
  const wasLow = before?.low ?? null;
  const wasHigh = before?.high ?? null;
  const up = was !== null && wasLow !== null && was <= wasLow && value > low;
  const down = was !== null && wasLow !== null && was >= wasLow && value < low;
  if (condition.op === 'crossing') return up || down;
  if (condition.op === 'crossingUp') return up;
  if (condition.op === 'crossingDown') return down;
  if (condition.op === 'greaterThan') return value > low;
  if (condition.op === 'lessThan') return value < low;
  if (high === null) return false;
  const inside = low <= value && value <= high;
  if (condition.op === 'insideChannel') return inside;
  if (condition.op === 'outsideChannel') return !inside;
  if (condition.op === 'enteringChannel' || condition.op === 'exitingChannel') {
    if (was === null || wasLow === null || wasHigh === null) return false;
    const wasInside = wasLow <= was && was <= wasHigh;
    return condition.op === 'enteringChannel' ? !wasInside && inside : wasInside && !inside;
  }
  return movedBy(condition.op, value, low, high) >= (condition.amount ?? 0) - 1e-7;
}

function movedBy(op: string, value: number, low: number, high: number): number {
  if (op === 'movingUp') return value - low;
  if (op === 'movingDown') return high - value;
  if (op === 'movingUpPercent') return low === 0 ? NaN : ((value - low) / Math.abs(low)) * 100;
  return high === 0 ? NaN : ((high - value) / Math.abs(high)) * 100;
}

function isClear(
  { of, op, amount = 0 }: OracleCondition,
  { value, low, high }: Seen,
  { percent, ticks }: OracleRule,
  tickSize: number,
): boolean {
  if (value === null || low === null) return false;
  if (op.startsWith('moving')) return movedBy(op, value, low, high ?? NaN) <= amount / 2;
  let distance = (Math.abs(low) * percent) / 100;
  if (of.kind === 'price') distance = Math.max(distance, ticks * tickSize);
  if (of.kind === 'change') distance = percent;
  if (op === 'crossing') return Math.abs(value - low) >= distance;
  if (op === 'crossingUp' || op === 'greaterThan') return value <= low - distance;
  if (op === 'crossingDown' || op === 'lessThan') return value >= low + distance;
  if (high === null) return false;
  if (op === 'enteringChannel' || op === 'insideChannel') {
    return value <= low - distance || value >= high + distance;
  }
  const inner = Math.min(distance, (high - low) / 2);
  return value >= low + inner && value <= high - inner;
}
