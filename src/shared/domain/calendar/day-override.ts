import { type CalendarDate, isCalendarDate } from './calendar-date';
import type { ExchangeCalendar } from './exchange-calendar';
import { hoursInForce } from './local-hours';

export const DAY_OVERRIDE_KINDS = ['closed', 'open', 'early', 'late'] as const;

/** A day of an exchange as the user says it is; it counts more than the calendar. */
export interface DayOverride {
  /** MIC of an exchange, or a venue. */
  readonly mic: string;
  readonly date: CalendarDate;
  readonly kind: (typeof DAY_OVERRIDE_KINDS)[number];
  /** Minutes after local midnight at which it closes (`early`) or opens (`late`); null otherwise. */
  readonly minute: number | null;
}

/**
 * Why an override cannot be kept: no calendar of that name, a date that does not exist, or a minute
 * that is missing, not wanted, or not inside the regular hours of that day.
 */
export type DayOverrideFault = 'unknown-exchange' | 'bad-date' | 'bad-minute';

export interface CheckedOverrides {
  /** One for each exchange and date, the last one of the list; by date, then by exchange. */
  readonly valid: readonly DayOverride[];
  readonly refused: readonly {
    readonly override: DayOverride;
    readonly fault: DayOverrideFault;
  }[];
}

/** What is wrong with an override; null where nothing is. */
export function overrideFault(
  calendars: ReadonlyMap<string, ExchangeCalendar>,
  override: DayOverride,
): DayOverrideFault | null {
  const calendar = calendars.get(override.mic);
  if (!calendar) return 'unknown-exchange';
  if (!isCalendarDate(override.date)) return 'bad-date';
  return isMinuteFitting(calendar, override) ? null : 'bad-minute';
}

/**
 * Sorts a list into what can be applied and what cannot. A segment's code is replaced by its
 * exchange's, so that a day of an exchange stands once.
 */
export function checkOverrides(
  calendars: ReadonlyMap<string, ExchangeCalendar>,
  overrides: readonly DayOverride[],
): CheckedOverrides {
  const valid = new Map<string, DayOverride>();
  const refused: { override: DayOverride; fault: DayOverrideFault }[] = [];
  for (const override of overrides) {
    const fault = overrideFault(calendars, override);
    if (fault !== null) refused.push({ override, fault });
    else {
      const mic = calendars.get(override.mic)?.mic ?? override.mic;
      valid.set(`${override.date} ${mic}`, { ...override, mic });
    }
  }
  const keys = [...valid.keys()].sort();
  return { valid: keys.flatMap((key) => valid.get(key) ?? []), refused };
}

/** The override that a stored value is; null where it is none. Says nothing about its sense. */
export function readDayOverride(value: unknown): DayOverride | null {
  if (typeof value !== 'object' || value === null) return null;
  const { mic, date, kind, minute } = value as Record<string, unknown>;
  const known = DAY_OVERRIDE_KINDS.find((one) => one === kind);
  if (typeof mic !== 'string' || typeof date !== 'string' || !known) return null;
  if (minute !== null && typeof minute !== 'number') return null;
  return { mic, date, kind: known, minute };
}

function isMinuteFitting(calendar: ExchangeCalendar, { date, kind, minute }: DayOverride): boolean {
  if (kind === 'closed' || kind === 'open') return minute === null;
  const { regular } = hoursInForce(calendar, date);
  const open = regular[0]?.openMinute ?? 0;
  const close = regular.at(-1)?.closeMinute ?? 0;
  return minute !== null && Number.isInteger(minute) && open < minute && minute < close;
}
