import type { CalendarDate } from '../calendar/calendar-date';
import { locateRows } from './study-rows';
import type { PairedReturns, StudyParameters } from './study-spec';

/** How far a study has to step back from what was asked for, from nothing to everything. */
export const STUDY_STEPS = [
  'as-asked',
  'shorter-window',
  'market-adjusted',
  'placebo-only',
  'nothing',
] as const;
export type StudyStep = (typeof STUDY_STEPS)[number];

/** Sessions below which a slope is not worth its name: about half a year. */
export const FEWEST_FOR_SLOPE = 120;
/** Below it a standard error is not either. */
export const FEWEST_FOR_ERROR = 30;
/** Below it no placebo rank can be under 5 %: 1 / (L + 1). */
export const FEWEST_FOR_RANK = 20;

export interface StudyPlan {
  readonly step: StudyStep;
  /** What the study is to be run with; for `nothing` what was asked for. */
  readonly parameters: StudyParameters;
  /** Sessions that the estimation window can have. */
  readonly available: number;
}

/**
 * What can be studied with the history that there is. Where it is shorter than asked for, the window
 * shrinks to it; below {@link FEWEST_FOR_SLOPE} sessions a market model gives way to market-adjusted
 * returns, below {@link FEWEST_FOR_ERROR} only the placebo rank counts, and below
 * {@link FEWEST_FOR_RANK} nothing does. The gap before the event window stays as it is.
 */
export function planStudy(
  { keys }: PairedReturns,
  date: CalendarDate,
  asked: StudyParameters,
): StudyPlan {
  const rows = locateRows(keys, date, asked.estimation, asked.window);
  if (!('reason' in rows)) return planWith(rows.to - rows.from, asked, asked, 'as-asked');
  if (rows.reason !== 'short-history' || !('length' in asked.estimation)) {
    return { step: 'nothing', parameters: asked, available: rows.length };
  }
  return planWith(
    rows.length,
    asked,
    { ...asked, estimation: { ...asked.estimation, length: rows.length } },
    'shorter-window',
  );
}

function planWith(
  available: number,
  asked: StudyParameters,
  parameters: StudyParameters,
  whole: 'as-asked' | 'shorter-window',
): StudyPlan {
  if (available < FEWEST_FOR_RANK) return { step: 'nothing', parameters: asked, available };
  const isSlope = parameters.model === 'market' && available < FEWEST_FOR_SLOPE;
  const kept: StudyParameters = isSlope ? { ...parameters, model: 'market-adjusted' } : parameters;
  if (available < FEWEST_FOR_ERROR) {
    return { step: 'placebo-only', parameters: kept, available };
  }
  return { step: isSlope ? 'market-adjusted' : whole, parameters: kept, available };
}
