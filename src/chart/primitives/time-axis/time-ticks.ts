import type { TickKind } from '../../chart-types';

/** A candle in view, with its horizontal centre in CSS pixels. */
export interface TickCandidate {
  readonly sessionKey: number;
  readonly x: number;
}

export interface TimeTick {
  readonly sessionKey: number;
  readonly x: number;
  /** The largest unit that changes at this candle. */
  readonly kind: TickKind;
}

export interface TimeTicks {
  readonly ticks: readonly TimeTick[];
  /** What the first candle in view lies in and no tick may say: its year, year and month, or whole date. */
  readonly context: readonly TickKind[];
}

interface CivilDate {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  /** Days since 1970-01-01. */
  readonly epochDay: number;
  /** Seconds since 1970-01-01 on the wall. */
  readonly seconds: number;
}

interface TickUnit {
  readonly days: number;
  readonly kind: TickKind;
  /** Changes where a new unit begins. */
  indexOf(date: CivilDate): number;
}

const SECONDS_PER_DAY = 86_400;
/** 1970-01-01 was a Thursday: weeks begin on Mondays. */
const DAYS_TO_MONDAY = 3;
const MIN_TICK_DISTANCE_PX = 48;
const MID_MONTH = 15;
const MINUTES_PER_DAY = 1440;
/** Intraday labels are wider than the number of a day. */
const MIN_TIME_DISTANCE_PX = 64;

const monthly = (months: number): TickUnit => ({
  days: 30.4 * months,
  kind: 'month',
  indexOf: ({ year, month }) => Math.floor((year * 12 + month) / months),
});
const timed = (minutes: number): TickUnit => ({
  days: minutes / MINUTES_PER_DAY,
  kind: 'time',
  indexOf: ({ seconds }) => Math.floor(seconds / (60 * minutes)),
});
const yearly = (years: number): TickUnit => ({
  days: 365.25 * years,
  kind: 'year',
  indexOf: ({ year }) => Math.floor(year / years),
});

/** Of intraday bars, from fine to coarse. */
const TIMES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map(timed);
/** From fine to coarse. */
const UNITS: readonly TickUnit[] = [
  { days: 1, kind: 'day', indexOf: ({ epochDay }) => epochDay },
  { days: 7, kind: 'day', indexOf: ({ epochDay }) => Math.floor((epochDay + DAYS_TO_MONDAY) / 7) },
  {
    days: 15.2,
    kind: 'day',
    indexOf: ({ year, month, day }) => (year * 12 + month) * 2 + (day > MID_MONTH ? 1 : 0),
  },
  ...[1, 2, 3, 6].map(monthly),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(yearly),
];

/**
 * Where the time axis says what: at the first candle of every so many minutes, day, week, half month,
 * month, quarter, half year or number of years, whichever leaves the labels room. Depends on times and
 * spacing only, so that ticks stay with their candles while the user pans.
 *
 * @param candles - the candles in view, oldest first
 * @param before - session key of the candle before the first; null where there is none
 * @param wallClock - as in `ChartFormats`
 */
export function chooseTicks(
  candles: readonly TickCandidate[],
  before: number | null,
  wallClock: ((time: number) => number) | null = null,
): TimeTicks {
  const first = candles[0];
  const last = candles.at(-1);
  if (first === undefined || last === undefined) return { ticks: [], context: [] };
  const dateOf = (key: number): CivilDate => civilDateOf(wallClock ? wallClock(key) : key);
  const unit = (wallClock && chooseTimes(candles)) ?? chooseUnit(first, last);
  const ticks: TimeTick[] = [];
  let previous = before === null ? null : dateOf(before);
  for (const { sessionKey, x } of candles) {
    const date = dateOf(sessionKey);
    if (previous === null || unit.indexOf(date) !== unit.indexOf(previous)) {
      ticks.push({ sessionKey, x, kind: kindOf(date, previous, unit) });
    }
    previous = date;
  }
  return { ticks, context: contextOf(unit) };
}

/**
 * The finest times of day that leave room; null where only days do. Nights take no room on the axis,
 * so the distance is that of neighbouring candles.
 */
function chooseTimes(candles: readonly TickCandidate[]): TickUnit | null {
  let seconds = Infinity;
  let px = 0;
  for (let index = 1; index < candles.length; index++) {
    const [one, other] = [candles[index - 1] as TickCandidate, candles[index] as TickCandidate];
    if (other.sessionKey - one.sessionKey >= seconds) continue;
    seconds = other.sessionKey - one.sessionKey;
    px = other.x - one.x;
  }
  const pxPerDay = (px / seconds) * SECONDS_PER_DAY;
  return TIMES.find((unit) => unit.days * pxPerDay >= MIN_TIME_DISTANCE_PX) ?? null;
}

function chooseUnit(first: TickCandidate, last: TickCandidate): TickUnit {
  const days = Math.max(1, (last.sessionKey - first.sessionKey) / SECONDS_PER_DAY);
  const pxPerDay = Math.max(1, last.x - first.x) / days;
  const fitting = UNITS.find((unit) => unit.days * pxPerDay >= MIN_TICK_DISTANCE_PX);
  return fitting ?? (UNITS.at(-1) as TickUnit);
}

function kindOf(date: CivilDate, previous: CivilDate | null, unit: TickUnit): TickKind {
  if (previous === null) return unit.kind;
  if (date.year !== previous.year) return 'year';
  if (date.month !== previous.month) return 'month';
  return date.epochDay !== previous.epochDay ? 'day' : unit.kind;
}

function contextOf(unit: TickUnit): readonly TickKind[] {
  if (unit.kind === 'year') return [];
  if (unit.kind === 'month') return ['year'];
  return unit.kind === 'day' ? ['year', 'month'] : ['year', 'month', 'day'];
}

/**
 * Gregorian date of a session key: Howard Hinnant, "chrono-compatible low-level date algorithms",
 * `civil_from_days`. A tenth of the cost of a `Date`, which is felt once for each candle of a frame.
 */
function civilDateOf(sessionKey: number): CivilDate {
  const epochDay = Math.floor(sessionKey / SECONDS_PER_DAY);
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = (monthFromMarch + 2) % 12;
  return {
    year: yearOfEra + era * 400 + (month < 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    epochDay,
    seconds: sessionKey,
  };
}
