import { findIndicator, readParameters } from '../indicators/indicator-catalogue';
import type { Indicator, IndicatorParams } from '../indicators/indicator';
import { VOLUME_PROFILE } from '../indicators/volume-profile';

/** Names of colours that stay apart on both themes and for eyes that confuse red and green. */
export const STUDY_COLOURS = ['blue', 'orange', 'teal', 'pink', 'yellow', 'grey'] as const;
export type StudyColour = (typeof STUDY_COLOURS)[number];

/** An indicator that stands on the chart, with its parameters and its look. */
export interface StudyChoice {
  /** Tells two of the same indicator apart; unique among the studies that stand together. */
  readonly key: string;
  /** An id of `INDICATORS`, or that of `VOLUME_PROFILE`. */
  readonly indicator: string;
  /** Without times: where an average begins follows from {@link announcement}. */
  readonly params: IndicatorParams;
  /** Of its first line; further ones have the colours after it. */
  readonly colour: StudyColour;
  readonly hidden: boolean;
  /**
   * Id of the announcement from whose session on an anchored average counts; null: of the one that is
   * selected, and for every other indicator.
   */
  readonly announcement: string | null;
  /** Part of a chart's height that its own pane has, between 0 and 1; null until a user has set it. */
  readonly share: number | null;
}

/** More on one chart cannot be read. */
export const MOST_STUDIES = 12;
const KEY = /^[a-z0-9-]{1,40}$/;
const LONGEST_ID = 120;

type Described = Pick<Indicator, 'id' | 'parameters' | 'ascending'>;

/** What a study has to be told; undefined for an indicator of a newer version. */
export function describeStudy(indicator: string): Described | undefined {
  if (indicator === VOLUME_PROFILE.id) return VOLUME_PROFILE;
  const found = findIndicator(indicator);
  return found && { ...found, parameters: found.parameters.filter(({ kind }) => kind !== 'time') };
}

/** One more study with its standard parameters, in a colour that those beside it leave free. */
export function newStudy(
  indicator: string,
  beside: readonly StudyChoice[],
  announcement: string | null = null,
): StudyChoice {
  const described = describeStudy(indicator);
  if (described === undefined) throw new RangeError(`no indicator is called ${indicator}`);
  const keys = new Set(beside.map(({ key }) => key));
  let number = 1;
  while (keys.has(`${indicator}-${number}`)) number++;
  const used = new Set(beside.map(({ colour }) => colour));
  const free = STUDY_COLOURS.find((colour) => !used.has(colour));
  return {
    key: `${indicator}-${number}`,
    indicator,
    params: standardParams(described),
    colour: free ?? (STUDY_COLOURS[beside.length % STUDY_COLOURS.length] as StudyColour),
    hidden: false,
    announcement,
    share: null,
  };
}

export function standardParams({ parameters }: Pick<Described, 'parameters'>): IndicatorParams {
  return Object.fromEntries(parameters.map(({ id, default: standard }) => [id, standard]));
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
  return read.ok ? { key, indicator, params: read.params, ...readLook(value) } : null;
}

/** What is missing or of a newer version looks as at first. */
function readLook({
  colour,
  hidden,
  announcement,
  share,
}: Readonly<Record<string, unknown>>): Omit<StudyChoice, 'key' | 'indicator' | 'params'> {
  const isId = typeof announcement === 'string' && announcement.length <= LONGEST_ID;
  const isShare = typeof share === 'number' && share > 0 && share < 1;
  return {
    colour: STUDY_COLOURS.find((known) => known === colour) ?? STUDY_COLOURS[0],
    hidden: hidden === true,
    announcement: isId ? announcement : null,
    share: isShare ? share : null,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
