/** Why a statistic of a panel is not defined. */
export const UNDEFINED_REASONS = [
  /** No event could be measured over the whole event window. */
  'no-event',
  /** The test compares events with each other, and there is one. */
  'one-event',
  /** The values do not differ from each other, so that nothing measures their spread. */
  'no-spread',
  /** An estimation window is too short for the variance of Student's t to exist. */
  'too-few-returns',
  /** Residuals are so strongly (or so negatively) correlated that the correction has no value. */
  'correlation-out-of-range',
  /** Fewer than two events share days of their estimation windows. */
  'no-shared-days',
] as const;
export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** A test statistic; what is not defined says why and is never NaN. */
export type Statistic =
  | { readonly value: number; readonly p: number }
  | { readonly value: null; readonly p: null; readonly reason: UndefinedReason };

/** A number without a p value of its own. */
export type Quantity =
  { readonly value: number } | { readonly value: null; readonly reason: UndefinedReason };

export const PANEL_TESTS = [
  /** mean / (sd / sqrt N), Student t with N - 1. */
  'crossSectionT',
  /** J. Patell, Journal of Accounting Research 14, 1976; normal. */
  'patell',
  /** E. Boehmer, J. Musumeci and A. Poulsen, Journal of Financial Economics 30, 1991; t with N - 1. */
  'bmp',
  /** J. Kolari and S. Pynnonen, Review of Financial Studies 23, 2010; t with N - 1. */
  'kp',
  /** C. Corrado, Journal of Financial Economics 23, 1989, with the ranks of Corrado and Zivney 1992. */
  'rank',
  /** A. Cowan, Review of Quantitative Finance and Accounting 2, 1992; normal. */
  'generalisedSign',
] as const;
export type PanelTest = (typeof PANEL_TESTS)[number];
export type PanelTests = { readonly [Test in PanelTest]: Statistic };

/** What the exact sign-flip says of the cumulative abnormal returns. */
export interface SignFlip {
  readonly p: number;
  /** `exact`: all 2^N signs; `sampled`: `draws` random ones from a fixed seed. */
  readonly method: 'exact' | 'sampled';
  readonly draws: number;
  /** The smallest p that it can give: 2 / 2^N, or 1 / (draws + 1). */
  readonly smallest: number;
}

/** How the event windows of a panel lie to each other in the calendar. */
export const SHARING = ['none', 'some', 'all'] as const;
export type Sharing = (typeof SHARING)[number];

/** Several events as one. Columns run over the event window. */
export interface PanelMeasure {
  /** Events with their whole event window, N. The others are in no statistic. */
  readonly events: number;
  readonly leftOut: number;
  readonly meanAr: Float64Array;
  /** Mean abnormal returns added up. */
  readonly meanCumulative: Float64Array;
  /**
   * Standard error of `meanCumulative`, that of {@link PanelMeasure.portfolio}, which counts the days
   * that events share.
   */
  readonly cumulativeError: Float64Array;
  /** Quantile for a band of 95 %. */
  readonly band: number;
  /** For each session of the event window. */
  readonly days: readonly PanelTests[];
  /** Mean cumulative abnormal return of the whole event window. */
  readonly caar: Quantity;
  readonly tests: PanelTests;
  /** Mean CAR over its standard error from the residuals' own covariances; Student t. */
  readonly portfolio: Statistic;
  readonly signFlip: SignFlip | null;
  /** Mean of the pairwise correlations of residuals on the days that both have. */
  readonly meanResidualCorrelation: Quantity;
  /** `all`: one session for all events; `some`: event windows overlap; `none`: they do not. */
  readonly sharing: Sharing;
}
