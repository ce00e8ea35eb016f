import type { PanelMeasure, Statistic } from './panel/panel-measure';
import { type DataDoubt, type Judgement, SIGNIFICANCE, type VerdictTest } from './verdict';

/** Below so many events BMP trusts too much in the shape of their distribution. */
export const SMALL_PANEL = 10;

/**
 * The verdict on a panel, by the mean cumulative abnormal return. Which test gives it:
 *
 * - one event: its own t;
 * - all on one session: KP, and with fewer than {@link SMALL_PANEL} events the portfolio's own series;
 * - some event windows overlap: the portfolio's own series, which counts exactly the shared sessions;
 * - no event window overlaps: BMP, and with few events the exact sign-flip, which with five or fewer
 *   cannot get below 5 %, so that there is no verdict.
 */
export function judgePanel(panel: PanelMeasure, doubts: readonly DataDoubt[]): Judgement {
  const chosen = chooseTest(panel);
  if (chosen === null) {
    return { verdict: 'not-enough-history', test: null, p: null, doubts, gap: 'too-few-events' };
  }
  const { test, p } = chosen;
  if (p === null) {
    return { verdict: 'not-enough-history', test: null, p, doubts, gap: 'undefined-test' };
  }
  if (doubts.length > 0) return { verdict: 'data-in-doubt', test, p, doubts, gap: null };
  return { verdict: p < SIGNIFICANCE ? 'unusual' : 'fits-chance', test, p, doubts, gap: null };
}

function chooseTest(panel: PanelMeasure): (Pick<Judgement, 'p'> & { test: VerdictTest }) | null {
  const { events, sharing, tests, portfolio, signFlip } = panel;
  const by = (
    test: VerdictTest,
    { p }: Pick<Statistic, 'p'>,
  ): { test: VerdictTest; p: number | null } => ({
    test,
    p,
  });
  if (events === 0 || signFlip === null) return null;
  if (events === 1) return by('t', portfolio);
  if (sharing === 'some') return by('portfolio', portfolio);
  if (sharing === 'all') {
    return events >= SMALL_PANEL && tests.kp.value !== null
      ? by('kp', tests.kp)
      : by('portfolio', portfolio);
  }
  if (events >= SMALL_PANEL) return by('bmp', tests.bmp);
  return signFlip.smallest < SIGNIFICANCE ? by('sign-flip', signFlip) : null;
}
