import type { StudyReport } from '../command/study-report';
import { PANEL_TESTS } from '../panel/panel-measure';
import { bandChart } from './bundle-charts';
import type { BundleWords } from './bundle-words';
import type { EvidenceBundle } from './evidence-bundle';
import { isKnown, paragraph, verdictLine, versusText } from './event-section';
import { decimal, element, type Html, percent, probability, table } from './html-text';
import { numberIn, numbersIn, reportIn, textIn } from './report-values';

/** Several events as one: the mean, its tests, and a line for each event. */
export function panelSection(
  panel: StudyReport,
  { input, statistics }: EvidenceBundle,
  words: BundleWords,
): Html {
  const sharing = textIn(panel, 'sharing');
  const chart = bandChart(
    {
      values: numbersIn(panel, 'meanCumulative'),
      errors: numbersIn(panel, 'cumulativeError'),
      band: numberIn(panel, 'band'),
      first: input.parameters.window[0],
    },
    words.meanCumulative,
  );
  const count = (key: string): string => decimal(numberIn(panel, key), 0);
  return element(
    'section',
    {},
    element('h2', {}, words.panel(count('n'), count('leftOut'))),
    verdictLine(panel, null, words),
    isKnown(words.sharing, sharing) ? paragraph(words.sharing[sharing]) : null,
    element(
      'figure',
      {},
      element('figcaption', {}, words.meanCumulative),
      chart ?? paragraph(words.noChart),
    ),
    testTable(panel, words),
    element('h3', {}, words.events),
    table(
      [words.date, words.security, words.cumulative, words.windowTest, words.pValue, words.verdict],
      input.events.map((event, index) => {
        const report = statistics.events[index] ?? {};
        return [
          event.session,
          versusText(event, input, words),
          percent(numberIn(report, 'car')),
          decimal(numberIn(report, 'scar')),
          probability(numberIn(report, 'carP')),
          eventVerdict(report, words),
        ];
      }),
    ),
  );
}

function testTable(panel: StudyReport, words: BundleWords): Html {
  const values = reportIn(panel, 'tests');
  const ps = reportIn(panel, 'testsP');
  const flip = reportIn(panel, 'signFlip');
  const rows = [...PANEL_TESTS, 'portfolio' as const].map((test) => [
    words.tests[test],
    decimal(numberIn(values, test)),
    probability(numberIn(ps, test)),
  ]);
  const smallest = probability(numberIn(flip, 'smallest'));
  return table(
    [words.statistic, words.value, words.pValue],
    [
      [words.meanCumulative, percent(numberIn(panel, 'caar')), ''],
      ...rows,
      [words.tests['sign-flip'], '', probability(numberIn(panel, 'signFlipP'))],
      [words.smallestP, '', smallest],
      [words.residualCorrelation, decimal(numberIn(panel, 'meanResidualCorrelation'), 3), ''],
    ],
  );
}

function eventVerdict(report: StudyReport, words: BundleWords): string {
  const verdict = textIn(report, 'verdict');
  const gap = textIn(report, 'verdictGap');
  if (isKnown(words.gaps, gap)) return words.gaps[gap];
  return isKnown(words.verdicts, verdict) ? words.verdicts[verdict] : '';
}
