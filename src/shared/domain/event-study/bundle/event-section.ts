import type { StudyReport } from '../command/study-report';
import type { LocalizedText } from '../../text/localized-text';
import { bandChart, placeboChart } from './bundle-charts';
import type { BundleWords } from './bundle-words';
import type { BundleConfounder, BundleEvent, BundleInput } from './evidence-bundle';
import {
  decimal,
  element,
  type Html,
  type HtmlPart,
  link,
  percent,
  probability,
  table,
} from './html-text';
import { numberIn, numbersIn, reportIn, textIn, textsIn } from './report-values';

/** One event with its charts, its days and what else happened. */
export function eventSection(
  event: BundleEvent,
  report: StudyReport,
  input: BundleInput,
  words: BundleWords,
): Html {
  const first = input.parameters.window[0];
  const step = textIn(report, 'step');
  return element(
    'section',
    {},
    element('h2', {}, versusText(event, input, words)),
    verdictLine(report, event, words),
    isKnown(words.steps, step) && step !== 'as-asked' ? paragraph(words.steps[step]) : null,
    paragraph(`${words.timing}: ${event.session}. ${inWords(event.timing, words)}`),
    figure(
      words.cumulativeChart,
      bandChart(
        {
          values: numbersIn(report, 'cumulative'),
          errors: numbersIn(report, 'cumulativeError'),
          band: numberIn(report, 'band'),
          first,
        },
        words.cumulativeChart,
      ),
      words,
    ),
    figure(
      words.placeboChart,
      placeboChart(
        numbersIn(report, 'placebos').flatMap((value) => value ?? []),
        numberIn(report, 'car'),
        words.placeboChart,
      ),
      words,
    ),
    modelTable(report, words),
    dayTable(report, first, words),
    confounderTable(event.confounders, words),
  );
}

/** Security and market by their names. */
export function versusText(
  { security, market }: BundleEvent,
  { series }: BundleInput,
  words: BundleWords,
): string {
  const nameOf = (id: string): string => {
    const found = series.find((one) => one.id === id);
    return found ? `${inWords(found.name, words)} (${id})` : id;
  };
  const [only, ...others] = market;
  if (only === undefined) return words.versus(nameOf(security), words.noMarket);
  const names = others.length === 0 ? nameOf(only) : words.basket(market.join(', '));
  return words.versus(nameOf(security), names);
}

export function verdictLine(
  report: StudyReport,
  event: Pick<BundleEvent, 'said'> | null,
  words: BundleWords,
): Html {
  const said = event?.said ?? null;
  const verdict = said?.verdict ?? textIn(report, 'verdict');
  const test = textIn(report, 'verdictTest');
  const gap = textIn(report, 'verdictGap');
  const reasons = [
    isKnown(words.tests, test)
      ? words.by(words.tests[test], probability(numberIn(report, 'verdictP')))
      : null,
    isKnown(words.gaps, gap) ? words.gaps[gap] : null,
    ...textsIn(report, 'doubts').map((doubt) =>
      isKnown(words.doubts, doubt) ? words.doubts[doubt] : null,
    ),
    said === null ? null : inWords(said.why, words),
  ].filter((reason) => reason !== null && reason !== '');
  return element(
    'p',
    { class: 'verdict' },
    element('strong', {}, isKnown(words.verdicts, verdict) ? words.verdicts[verdict] : ''),
    reasons.length === 0 ? null : ` \u2014 ${reasons.join('; ')}`,
  );
}

function modelTable(report: StudyReport, words: BundleWords): Html {
  const model = textIn(report, 'model');
  const { from, to } = reportIn(report, 'estimation');
  const estimation = [from, to].filter((date) => typeof date === 'string').join(' \u2013 ');
  const rows: readonly (readonly [string, string])[] = [
    [words.parameters, isKnown(words.models, model) ? words.models[model] : ''],
    [words.estimation, estimation],
    [words.sessions, decimal(numberIn(report, 'length'), 0)],
    [words.alpha, percent(numberIn(report, 'alpha'))],
    [words.beta, decimal(numberIn(report, 'beta'), 3)],
    [words.residualError, percent(numberIn(report, 's'))],
    [words.dayTest, testText(numberIn(report, 't'), numberIn(report, 'p'))],
    [words.placeboDay, probability(numberIn(report, 'placeboP'))],
    [words.windowTest, testText(numberIn(report, 'scar'), numberIn(report, 'carP'))],
    [words.placeboWindow, probability(numberIn(report, 'placeboCarP'))],
  ];
  return table([words.statistic, words.value], rows);
}

function testText(statistic: number | null, p: number | null): string {
  return statistic === null ? decimal(null) : `${decimal(statistic)} (p ${probability(p)})`;
}

function dayTable(report: StudyReport, first: number, words: BundleWords): HtmlPart {
  const column = (key: string): readonly (number | null)[] => numbersIn(report, key);
  const [expected, ar, errors, sar] = ['expected', 'ar', 'arError', 'sar'].map(column);
  const cumulative = column('cumulative');
  const band = numberIn(report, 'band');
  const sessions = textsIn(report, 'sessions');
  if (sessions.length === 0) return null;
  const rows = sessions.map((session, day) => {
    const abnormal = ar?.[day] ?? null;
    return [
      `${first + day}`,
      session,
      percent(sumOf(expected?.[day], abnormal)),
      percent(expected?.[day] ?? null),
      percent(abnormal),
      `\u00b1 ${percent(productOf(errors?.[day], band))}`,
      decimal(sar?.[day] ?? null),
      percent(cumulative[day] ?? null),
    ];
  });
  return table(
    [
      words.day,
      words.date,
      words.actual,
      words.expected,
      words.abnormal,
      words.band,
      words.standardised,
      words.cumulative,
    ],
    rows,
  );
}

function sumOf(one: number | null | undefined, other: number | null): number | null {
  return typeof one === 'number' && other !== null ? one + other : null;
}

function productOf(one: number | null | undefined, other: number | null): number | null {
  return typeof one === 'number' && other !== null ? one * other : null;
}

function confounderTable(
  confounders: readonly BundleConfounder[],
  words: BundleWords,
): readonly HtmlPart[] {
  const heading = element('h3', {}, words.confounders);
  if (confounders.length === 0) return [heading, paragraph(words.noConfounders)];
  const rows = confounders.map(({ date, text, effect, source, own }) => [
    date,
    inWords(text, words),
    inWords(effect, words),
    [source ? link(source.publisher || source.url, source.url) : '', own ? ` ${words.own}` : ''],
  ]);
  return [heading, table([words.date, words.what, words.effect, words.source], rows)];
}

function figure(caption: string, chart: Html | null, words: BundleWords): Html {
  return element(
    'figure',
    {},
    element('figcaption', {}, caption),
    chart ?? paragraph(words.noChart),
  );
}

export function paragraph(text: string): Html {
  return element('p', {}, text);
}

export function inWords(text: LocalizedText, { language }: BundleWords): string {
  return language === 'en' ? text.en : text.zh;
}

export function isKnown<Known extends object>(
  known: Known,
  key: string | null,
): key is Extract<keyof Known, string> {
  return key !== null && Object.hasOwn(known, key);
}
