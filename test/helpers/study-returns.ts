import type { PairedReturns } from '../../src/shared/domain/event-study/study-spec';
import { toDate } from '../../src/shared/domain/calendar/calendar-date';
import {
  createNormalSource,
  createRandomSource,
} from '../../src/shared/domain/simulation/random-source';

const SECONDS_PER_DAY = 86_400;
/** A Monday. */
const FIRST_KEY = Date.UTC(2015, 0, 5) / 1000;

/** Session keys of as many weekdays on end, the first one a Monday. */
export function weekdays(length: number, from = 0): Float64Array {
  return Float64Array.from({ length }, (_, index) => {
    const day = index + from;
    return FIRST_KEY + (Math.floor(day / 5) * 7 + (day % 5)) * SECONDS_PER_DAY;
  });
}

/** The date of the weekday with this number. */
export function weekday(index: number): string {
  return toDate(weekdays(1, index)[0] as number);
}

/** Returns written in percent, one a weekday. */
export function pairOf(security: readonly number[], market: readonly number[]): PairedReturns {
  const fraction = (percent: number): number => percent / 100;
  return {
    keys: weekdays(security.length),
    security: Float64Array.from(security, fraction),
    market: Float64Array.from(market, fraction),
  };
}

/** Normal numbers of a seed. */
export function normals(seed: number): () => number {
  return createNormalSource(createRandomSource([seed, 0x0e5, 0x7d1]));
}

export interface MadeUpPanel {
  readonly seed: number;
  readonly events: number;
  readonly sessions: number;
  /** Correlation of any two securities on one day, beside what the market does to both. */
  readonly correlation?: number;
  /** Weekdays that each event's history begins after the one before. */
  readonly shift?: number;
  /** Standard deviation of a day of the security's own, by event. */
  readonly deviation?: (event: number) => number;
}

/** Returns with beta 1 on one market and equally correlated own parts; no event has any effect. */
export function madeUpPanel({
  seed,
  events,
  sessions,
  correlation = 0,
  shift = 0,
  deviation = () => 0.02,
}: MadeUpPanel): readonly PairedReturns[] {
  const normal = normals(seed);
  const days = sessions + shift * (events - 1);
  const market = Float64Array.from({ length: days }, () => 0.01 * normal());
  const common = Float64Array.from({ length: days }, normal);
  const keys = weekdays(days);
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  return Array.from({ length: events }, (_, event) => {
    const from = event * shift;
    const part = market.slice(from, from + sessions);
    return {
      keys: keys.slice(from, from + sessions),
      market: part,
      security: part.map(
        (value, day) =>
          value + deviation(event) * (shared * (common[from + day] as number) + own * normal()),
      ),
    };
  });
}
