import { z } from 'zod/mini';
import {
  type ChartLayout,
  type ChartSetup,
  LONGEST_LAYOUT_NAME,
  readChartLayout,
  readChartSetups,
} from '../domain/chart/chart-layout';
import { readStudyChoices, type StudyChoice } from '../domain/chart/study-choice';
import { type Drawing, readDrawings } from '../domain/drawing/drawing';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import { invoke } from './build';

const scope = z.custom<'all' | `list:${number}`>(
  (value) => typeof value === 'string' && /^(all|list:\d{1,9})$/.test(value),
);
const studies = z.pipe(
  z.unknown().check(z.refine((value) => isWhole(value))),
  z.transform((value) => readStudyChoices(value) ?? []),
);
const layout = z.pipe(
  z.unknown().check(z.refine((value) => readChartLayout(value) !== null)),
  // Only what a layout has goes on.
  z.transform((value) => readChartLayout(value) as ChartLayout),
);
/** The charts of the desk; none where there is one that compares nothing. */
export const chartSetups = z.pipe(
  z.array(z.unknown()).check(z.refine((all) => all.length === 0 || readChartSetups(all) !== null)),
  // Only what a setup has goes on.
  z.transform((all): readonly ChartSetup[] => readChartSetups(all) ?? []),
);
const instrument = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);
const drawings = z.pipe(
  z
    .unknown()
    .check(z.refine((value) => Array.isArray(value) && readDrawings(value).refused.length === 0)),
  z.transform((value) => readDrawings(value as readonly unknown[]).drawings),
);
const name = z.string().check(z.minLength(1), z.maxLength(LONGEST_LAYOUT_NAME));

/** What charts remember. */
export const chartsContract = {
  /** Null where the scope has none of its own. */
  getStudies: invoke(z.strictObject({ scope }))<readonly StudyChoice[] | null>(),
  /** Null: the scope has none of its own any more. */
  putStudies: invoke(
    z.strictObject({ scope, own: z.nullable(z.strictObject({ studies })) }),
  )<void>(),
  getDrawings: invoke(z.strictObject({ instrument }))<readonly Drawing[]>(),
  /** All drawings of the instrument, in place of those that it had. */
  putDrawings: invoke(z.strictObject({ instrument, all: z.strictObject({ drawings }) }))<void>(),
  listLayouts: invoke(z.undefined())<readonly ChartLayout[]>(),
  /** Saves it in place of the one that may have its name. */
  putLayout: invoke(z.strictObject({ layout }))<LayoutResult>(),
  removeLayout: invoke(z.strictObject({ name }))<readonly ChartLayout[]>(),
} as const;

export type LayoutResult =
  | { readonly ok: true; readonly layouts: readonly ChartLayout[] }
  | { readonly ok: false; readonly reason: 'too-many' };

/** The page knows every indicator that it sends: one left out is a fault. */
function isWhole(value: unknown): boolean {
  return Array.isArray(value) && readStudyChoices(value)?.length === value.length;
}
