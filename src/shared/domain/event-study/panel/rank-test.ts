import type { MeasuredEvent } from '../event-measure';
import { type Distributions, normalP } from '../distributions';
import { undefinedStatistic } from './cross-section';
import type { Statistic } from './panel-measure';

export interface RankTests {
  /** For each session of the event window. */
  readonly days: readonly Statistic[];
  /** For all of its sessions together. */
  readonly window: Statistic;
}

/**
 * Corrado's rank test. Each event's abnormal returns of estimation and event window are ranked
 * together (equal ones share their mean rank), and a rank is taken as rank / (M + 1) - 1/2, which
 * lets M differ between events (C. Corrado and T. Zivney, Journal of Financial and Quantitative
 * Analysis 27, 1992). With ranks as columns by session relative to the event, the statistic of a
 * session is its sum over sqrt N, divided by S, the root mean square of such sums over all sessions.
 * The events of one session of the calendar stand in one column, so that what they share is in S.
 */
export function rankTests(
  events: readonly MeasuredEvent[],
  distributions: Distributions,
): RankTests {
  const days = events[0]?.ar.length ?? 0;
  const none = noRank(events.length);
  if (none !== null) return { days: Array.from({ length: days }, () => none), window: none };
  const sums = sumRanks(events, days);
  if (sums.spread === 0) {
    const flat = undefinedStatistic('no-spread');
    return { days: Array.from({ length: days }, () => flat), window: flat };
  }
  const statistic = (value: number): Statistic => ({ value, p: normalP(distributions, value) });
  const scale = 1 / (Math.sqrt(events.length) * sums.spread);
  let total = 0;
  for (const sum of sums.window) total += sum;
  return {
    days: Array.from(sums.window, (sum) => statistic(sum * scale)),
    window: statistic((total * scale) / Math.sqrt(days)),
  };
}

function noRank(events: number): Statistic | null {
  if (events === 0) return undefinedStatistic('no-event');
  return events === 1 ? undefinedStatistic('one-event') : null;
}

interface RankSums {
  /** Sum of the ranks of each session of the event window. */
  readonly window: Float64Array;
  /** S. */
  readonly spread: number;
}

function sumRanks(events: readonly MeasuredEvent[], days: number): RankSums {
  const longest = Math.max(...events.map(({ length }) => length));
  const window = new Float64Array(days);
  // Sessions are counted back from the event, because estimation windows can differ in length.
  const before = new Float64Array(longest);
  const counts = new Float64Array(longest);
  for (const { residuals, ar } of events) {
    const ranks = centredRanks(residuals, ar);
    const length = residuals.length;
    for (let back = 0; back < length; back++) {
      before[back] = (before[back] as number) + (ranks[length - 1 - back] as number);
      counts[back] = (counts[back] as number) + 1;
    }
    for (let day = 0; day < days; day++) {
      window[day] = (window[day] as number) + (ranks[length + day] as number);
    }
  }
  let squares = 0;
  for (let back = 0; back < longest; back++) {
    squares += ((before[back] as number) * (before[back] as number)) / (counts[back] as number);
  }
  for (const sum of window) squares += (sum * sum) / events.length;
  return { window, spread: Math.sqrt(squares / (longest + days)) };
}

/** Rank / (M + 1) - 1/2 of each residual and then of each abnormal return. */
export function centredRanks(residuals: Float64Array, ar: Float64Array): Float64Array {
  const values = new Float64Array(residuals.length + ar.length);
  values.set(residuals);
  values.set(ar, residuals.length);
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (one, other) => (values[one] as number) - (values[other] as number),
  );
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    const value = values[order[start] as number];
    while (end < order.length && values[order[end] as number] === value) end++;
    const rank = (start + 1 + end) / 2 / (values.length + 1) - 0.5;
    for (let index = start; index < end; index++) ranks[order[index] as number] = rank;
    start = end;
  }
  return ranks;
}
