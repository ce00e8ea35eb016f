/** Why a study that a file asks for cannot be run. */
export const STUDY_FAULTS = [
  /** The specification is no JSON. */
  'not-json',
  /** A value of the specification is missing or of another shape. */
  'bad-spec',
  /** The data names no date or no series. */
  'bad-table',
  /** A cell of the data is neither a date, a number nor empty. */
  'bad-cell',
  /** Two rows of the data have one date. */
  'same-date',
  /** The specification names a series that the data does not have. */
  'unknown-series',
] as const;

/** `message` is one line in English, for a terminal. */
export interface StudyFault {
  readonly fault: (typeof STUDY_FAULTS)[number];
  readonly message: string;
}

export function isFault(value: object): value is StudyFault {
  return 'fault' in value;
}
