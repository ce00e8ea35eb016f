import { toSessionKey } from '../../shared/domain/calendar/calendar-date';
import type {
  EvidenceAnswer,
  EvidenceQuestion,
} from '../../shared/domain/event-study/evidence-question';
import type { MeasuredEvent } from '../../shared/domain/event-study/event-measure';

/** The figures of the event's own session. Returns are fractions. */
export interface DayFigures {
  readonly expected: number;
  readonly actual: number;
  readonly abnormal: number;
  /** Half of the band of 95 % around {@link expected}; null where the history is too short for one. */
  readonly band: number | null;
  /** Place among the placebo days by distance from 0, the farthest being 1; null where it has none. */
  readonly rank: number | null;
  /** Placebo days and the event. */
  readonly of: number;
}

/** Null where nothing could be measured on the session. */
export function dayFigures(
  { session }: Pick<EvidenceQuestion, 'session'>,
  { measure, plan }: Pick<EvidenceAnswer, 'measure'> & { readonly plan: { readonly step: string } },
): DayFigures | null {
  if (measure.kind === 'unmeasured') return null;
  const day = dayOf(measure, session);
  if (day < 0) return null;
  const placeboP = measure.day?.placeboP ?? null;
  const of = measure.residuals.length + 1;
  return {
    expected: measure.expected[day] as number,
    actual: measure.actual[day] as number,
    abnormal: measure.ar[day] as number,
    band: plan.step === 'placebo-only' ? null : measure.band * (measure.arError[day] as number),
    rank: placeboP === null ? null : Math.round(placeboP * of),
    of,
  };
}

/** Index of the event's own session in the columns of a measure; -1 where the window lacks it. */
export function dayOf({ keys }: Pick<MeasuredEvent, 'keys'>, session: string): number {
  return keys.indexOf(toSessionKey(session));
}

/** Half of the meter's scale: wide enough for band and move, in steps that do not jump about. */
export function meterScale({ abnormal, band }: Pick<DayFigures, 'abnormal' | 'band'>): number {
  const needed = Math.max(Math.abs(abnormal), band ?? 0) * 1.15;
  return SCALES.find((scale) => scale >= needed) ?? needed;
}

const SCALES = [0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 1];
