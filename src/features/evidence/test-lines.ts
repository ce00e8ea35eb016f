import { benjaminiHochberg, holm } from '../../shared/domain/event-study/multiple-tests';
import {
  PANEL_TESTS,
  type PanelMeasure,
  type Statistic,
} from '../../shared/domain/event-study/panel/panel-measure';
import type { EvidenceFamilyMessages } from '../../shared/i18n/desk/en/evidence-family';
import { statisticText } from './evidence-words';

/** One test of a panel. */
export interface TestLine {
  readonly name: string;
  readonly value: string;
  readonly p: number | null;
  /** {@link p} corrected for the number of tests that have a value. */
  readonly holm: number | null;
  readonly bh: number | null;
  /** Why it has no value; empty where it has. */
  readonly undefined: string;
}

/** All tests of a panel, each p beside its corrections for the number of tests. */
export function testLines(
  { tests, portfolio, signFlip }: PanelMeasure,
  t: EvidenceFamilyMessages,
): readonly TestLine[] {
  const statistics: (readonly [string, Statistic])[] = [
    ...PANEL_TESTS.map((test) => [t.tests[test], tests[test]] as const),
    [t.tests.portfolio, portfolio],
  ];
  const raw = [
    ...statistics.map(([, statistic]) => ({
      p: statistic.p,
      value: statistic.value === null ? '' : statisticText(statistic.value),
      undefined: statistic.value === null ? t.undefinedTests[statistic.reason] : '',
    })),
    ...(signFlip ? [{ p: signFlip.p, value: '–', undefined: '' }] : []),
  ];
  const names = [...statistics.map(([name]) => name), t.signFlip];
  const values = Float64Array.from(raw, ({ p }) => p ?? NaN);
  const [byHolm, byRate] = [holm(values), benjaminiHochberg(values)];
  return raw.map((line, place) => ({
    ...line,
    name: names[place] ?? '',
    holm: line.p === null ? null : (byHolm[place] as number),
    bh: line.p === null ? null : (byRate[place] as number),
  }));
}
