import { z } from 'zod/mini';
import { DAY_OVERRIDE_KINDS, type DayOverride } from '../domain/calendar/day-override';
import { invoke, push } from './build';

const mic = z.string().check(z.minLength(1), z.maxLength(10));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const minute = z.nullable(z.int().check(z.minimum(0), z.maximum(1440)));

/** Days of an exchange that the user knows better than the calendar. */
export const calendarContract = {
  list: invoke(z.undefined())<readonly DayOverride[]>(),
  set: invoke(
    z.strictObject({ mic, date, kind: z.enum(DAY_OVERRIDE_KINDS), minute }),
  )<DayOverrideResult>(),
  clear: invoke(z.strictObject({ mic, date }))<DayOverrideResult>(),
  onChanged: push<DayOverridesChanged>(),
} as const;

export type DayOverrideResult =
  | { readonly ok: true; readonly overrides: readonly DayOverride[] }
  | { readonly ok: false; readonly reason: 'unknown-exchange' | 'bad-date' | 'bad-minute' };

export interface DayOverridesChanged {
  readonly revision: number;
  readonly overrides: readonly DayOverride[];
}
