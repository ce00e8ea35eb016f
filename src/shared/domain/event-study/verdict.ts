import type { UnmeasuredReason } from './event-measure';

/** Codes of what the app says in words; no word of cause among them. */
export const VERDICTS = ['fits-chance', 'unusual', 'not-enough-history', 'data-in-doubt'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What makes the data itself doubtful. */
export const DATA_DOUBTS = [
  /** More than a tenth of the returns in the estimation window are exactly 0: thin trading. */
  'thin-trading',
  /** A bar of the windows is suspect: a split or a slip that is not confirmed. */
  'suspect-bars',
  /** Bars are missing on sessions of the windows. */
  'missing-bars',
  /** Market or security do not move in the estimation window, or move as one. */
  'no-movement',
  /** Prices are simulated. */
  'simulated-prices',
] as const;
export type DataDoubt = (typeof DATA_DOUBTS)[number];

/** The test whose p value a verdict rests on. */
export const VERDICT_TESTS = ['t', 'placebo', 'bmp', 'kp', 'portfolio', 'sign-flip'] as const;
export type VerdictTest = (typeof VERDICT_TESTS)[number];

/** Why there is not enough history for a verdict. */
export type VerdictGap =
  | UnmeasuredReason
  /** Too few placebo days for any of them to be called rare. */
  | 'too-few-placebos'
  /** The data does not reach the end of the event window yet. */
  | 'window-open'
  /** So few events that no test could call them unusual. */
  | 'too-few-events'
  | 'undefined-test';

export interface Judgement {
  readonly verdict: Verdict;
  /** Null where no test could give the verdict. */
  readonly test: VerdictTest | null;
  /** The p value that was compared with {@link SIGNIFICANCE}; null with no test. */
  readonly p: number | null;
  readonly doubts: readonly DataDoubt[];
  /** Only where the verdict is `not-enough-history`. */
  readonly gap: VerdictGap | null;
}

/** Below it, the app calls a move unusual. */
export const SIGNIFICANCE = 0.05;
