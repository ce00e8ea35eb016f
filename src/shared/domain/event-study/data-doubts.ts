import type { CalendarDate } from '../calendar/calendar-date';
import { toDate, toSessionKey } from '../calendar/calendar-date';
import { coversDate, type ExchangeCalendar, sessionsBetween } from '../calendar/exchange-calendar';
import { type BarColumns, lowerBound } from '../candle/bar-columns';
import type { EventMeasure } from './event-measure';
import type { DataDoubt } from './verdict';

/** What is known of a series besides its prices. */
export interface DataFacts {
  readonly bars: BarColumns;
  /** Session keys of bars in doubt. */
  readonly suspects: readonly number[];
  /** Null where the exchange is not known: nobody can say then what is missing. */
  readonly calendar: ExchangeCalendar | null;
}

/** Part of the sessions of the estimation window that may lack a bar: a halt, a typhoon at noon. */
const MISSING_SHARE = 0.02;

/** What speaks against the data that a measure rests on, besides what its own numbers show. */
export function dataDoubts(
  facts: DataFacts,
  measure: EventMeasure,
  isSimulated: boolean,
): readonly DataDoubt[] {
  const simulated: readonly DataDoubt[] = isSimulated ? ['simulated-prices'] : [];
  if (measure.kind === 'unmeasured') return simulated;
  const [from, to] = measure.estimation;
  const last = measure.keys.findLast((key) => !Number.isNaN(key));
  const [first] = measure.keys;
  const window = [toDate(first ?? NaN), toDate(last ?? NaN)] as const;
  return [
    ...simulated,
    ...(isSuspect(facts.suspects, [from, to]) || isSuspect(facts.suspects, window)
      ? (['suspect-bars'] as const)
      : []),
    ...(isMissing(facts, [from, to], MISSING_SHARE) || isMissing(facts, window, 0)
      ? (['missing-bars'] as const)
      : []),
  ];
}

type Span = readonly [from: CalendarDate, to: CalendarDate];

function isSuspect(suspects: readonly number[], [from, to]: Span): boolean {
  return suspects.some((key) => key >= toSessionKey(from) && key <= toSessionKey(to));
}

/** @param share - part of the sessions that may be missing */
function isMissing({ bars, calendar }: DataFacts, [from, to]: Span, share: number): boolean {
  if (!calendar || !coversDate(calendar, from) || !coversDate(calendar, to)) return false;
  const sessions = sessionsBetween(calendar, from, to);
  const missing = sessions.filter((session) => {
    const key = toSessionKey(session);
    return bars.time[lowerBound(bars, key)] !== key;
  });
  return missing.length > share * sessions.length;
}
