import type { DataDoubt, Verdict, VerdictGap, VerdictTest } from '../verdict';
import type { StudyModel } from '../study-spec';
import type { PanelTest, Sharing } from '../panel/panel-measure';
import type { StudyStep } from '../plan-study';

/** The words of a bundle's page in one language. */
export interface BundleWords {
  /** BCP 47. */
  readonly language: string;
  /** How the language calls itself. */
  readonly ownName: string;
  readonly heading: string;
  /** That a coincidence in time tells nothing of why. */
  readonly caution: string;
  readonly made: (appVersion: string, made: string) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly gaps: Readonly<Record<VerdictGap, string>>;
  readonly doubts: Readonly<Record<DataDoubt, string>>;
  readonly models: Readonly<Record<StudyModel, string>>;
  readonly steps: Readonly<Record<StudyStep, string>>;
  readonly tests: Readonly<Record<VerdictTest | PanelTest, string>>;
  readonly sharing: Readonly<Record<Sharing, string>>;
  readonly by: (test: string, p: string) => string;
  readonly versus: (security: string, market: string) => string;
  readonly noMarket: string;
  readonly basket: (names: string) => string;
  readonly cumulativeChart: string;
  readonly placeboChart: string;
  readonly noChart: string;
  readonly day: string;
  readonly actual: string;
  readonly expected: string;
  readonly abnormal: string;
  readonly standardised: string;
  readonly cumulative: string;
  readonly band: string;
  readonly statistic: string;
  readonly value: string;
  readonly pValue: string;
  readonly alpha: string;
  readonly beta: string;
  readonly residualError: string;
  readonly estimation: string;
  readonly sessions: string;
  readonly placeboDay: string;
  readonly placeboWindow: string;
  readonly dayTest: string;
  readonly windowTest: string;
  readonly panel: (events: string, leftOut: string) => string;
  readonly events: string;
  readonly meanCumulative: string;
  readonly residualCorrelation: string;
  readonly smallestP: string;
  readonly confounders: string;
  readonly noConfounders: string;
  readonly own: string;
  readonly announcements: string;
  readonly sources: string;
  readonly data: string;
  readonly series: string;
  readonly source: string;
  readonly adjusted: string;
  readonly unadjusted: string;
  readonly closes: string;
  readonly hash: string;
  readonly parameters: string;
  readonly windowWords: (first: string, last: string) => string;
  readonly lengthWords: (length: string, gap: string) => string;
  readonly spanWords: (from: string, to: string) => string;
  readonly date: string;
  readonly security: string;
  readonly verdict: string;
  readonly what: string;
  readonly effect: string;
  readonly timing: string;
  readonly verify: string;
}
