import { findIndicator, readParameters } from '../indicators/indicator-catalogue';
import type { Indicator, IndicatorParams } from '../indicators/indicator';
import { VOLUME_PROFILE } from '../indicators/volume-profile';

/** An indicator that stands on the chart, with its parameters. */
export interface StudyChoice {
  /** Tells two of the same indicator apart; unique among the studies that stand together. */
  readonly key: string;
  /** An id of `INDICATORS`, or that of `VOLUME_PROFILE`. */
  readonly indicator: string;
  readonly params: IndicatorParams;
}

/** More on one chart cannot be read. */
export const MOST_STUDIES = 12;
const KEY = /^[a-z0-9-]{1,40}$/;

type Described = Pick<Indicator, 'id' | 'parameters' | 'ascending'>;

/** What a study has to be told; undefined for an indicator of a newer version. */
export function describeStudy(indicator: string): Described | undefined {
  return indicator === VOLUME_PROFILE.id ? VOLUME_PROFILE : findIndicator(indicator);
}

/** Studies as they were stored or sent; null where that is no list of them. An indicator that is not known is left out. */
export function readStudyChoices(value: unknown): readonly StudyChoice[] | null {
  if (!Array.isArray(value) || value.length > MOST_STUDIES) return null;
  const studies: StudyChoice[] = [];
  for (const each of value as readonly unknown[]) {
    const study = readStudyChoice(each);
    if (study === 'unknown') continue;
    if (study === null || studies.some(({ key }) => key === study.key)) return null;
    studies.push(study);
  }
  return studies;
}

function readStudyChoice(value: unknown): StudyChoice | 'unknown' | null {
  if (!isRecord(value)) return null;
  const { key, indicator, params } = value;
  if (typeof key !== 'string' || !KEY.test(key)) return null;
  if (typeof indicator !== 'string' || !isRecord(params)) return null;
  const described = describeStudy(indicator);
  if (described === undefined) return 'unknown';
  const read = readParameters(described, params);
  return read.ok ? { key, indicator, params: read.params } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
