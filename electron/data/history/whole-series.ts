import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import { joinWhole, type SplitRatio } from '../../../src/shared/domain/candle/join-whole';
import {
  type AnswerFacts,
  type SeriesFindings,
  union,
  wholeFindings,
} from '../../../src/shared/domain/candle/series-findings';
import type { SuspectBar } from '../../../src/shared/domain/candle/suspect-bars';

export interface ComposedSeries {
  readonly bars: BarColumns;
  readonly findings: SeriesFindings;
}

/** What is stored of a series, and what was found in it. */
export interface StoredBefore {
  readonly bars: BarColumns;
  /** Null where the bars were not checked. */
  readonly findings: SeriesFindings | null;
}

/**
 * All that a source has, over what is stored. What was found in bars that are older than the answer
 * goes on with them.
 *
 * @param fresh - at least one bar
 * @param judged - those of some bars that are to be checked
 */
export function composeWhole(
  fresh: BarColumns,
  facts: AnswerFacts,
  stored: StoredBefore,
  newSplits: readonly SplitRatio[],
  judged: (bars: BarColumns) => BarColumns,
): ComposedSeries {
  const { bars, seam } = joinWhole(fresh, stored.bars, newSplits);
  const first = fresh.time[0] as number;
  const isAlone = bars.time[0] === first || stored.findings === null;
  if (isAlone) return { bars, findings: wholeFindings(judged(bars), facts, seam ? [seam] : []) };
  const { suspects, splits, leftOut } = stored.findings;
  const seams = suspects.filter(({ time, kind }) => kind === 'basis' && time <= first);
  const all = {
    skippedRows: facts.skippedRows,
    splits: union(splits, facts.splits),
    leftOut: [...leftOut.filter(({ time }) => time < first), ...facts.leftOut],
  };
  return { bars, findings: wholeFindings(judged(bars), all, withSeam(seams, seam)) };
}

/** A seam that was told before is not told again. */
function withSeam(seams: readonly SuspectBar[], seam: SuspectBar | null): readonly SuspectBar[] {
  const isNew = seam !== null && !seams.some(({ time }) => time === seam.time);
  return isNew ? [...seams, seam] : seams;
}
