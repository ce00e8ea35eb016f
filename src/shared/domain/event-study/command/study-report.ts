import { toDate } from '../../calendar/calendar-date';
import type { Distributions } from '../distributions';
import type { EventMeasure, MeasuredEvent } from '../event-measure';
import { judgeEvent } from '../judge-event';
import { judgePanel } from '../judge-panel';
import { measureEvent } from '../measure-event';
import { benjaminiHochberg, holm } from '../multiple-tests';
import { pairReturns } from '../paired-returns';
import { measurePanel } from '../panel/measure-panel';
import {
  PANEL_TESTS,
  type PanelMeasure,
  type PanelTest,
  type PanelTests,
  type Statistic,
} from '../panel/panel-measure';
import type { Judgement } from '../verdict';
import type { StudySpec } from './read-study-spec';
import type { StudyTable } from './read-study-table';
import type { StudyFault } from './study-fault';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type StudyReport = { readonly [key: string]: Json };

/** Runs a study on its table; every number that is not defined is null. */
export function reportStudy(
  spec: StudySpec,
  { keys, series }: StudyTable,
  distributions: Distributions,
): StudyReport | StudyFault {
  const names = [...(spec.market === null ? [] : [spec.market]), ...spec.events.map(securityOf)];
  const unknown = names.find((name) => !series.has(name));
  if (unknown !== undefined) {
    return {
      fault: 'unknown-series',
      message: `the data has no column ${JSON.stringify(unknown)}`,
    };
  }
  const columnOf = (name: string) => ({ keys, values: series.get(name) ?? new Float64Array(0) });
  const market = spec.market === null ? null : columnOf(spec.market);
  const measures = spec.events.map(({ security, date }) => {
    const returns = pairReturns(columnOf(security), market, spec.kind);
    return measureEvent({ returns, date }, spec.parameters, distributions);
  });
  const judgements = measures.map((measure) =>
    judgeEvent({ measure, placeboOnly: false, doubts: [] }),
  );
  const values = Float64Array.from(measures, (measure) => windowP(measure) ?? NaN);
  const [first, last] = spec.parameters.window;
  const panel = measurePanel(measures, last - first + 1, distributions);
  const corrected = { holm: holm(values), benjaminiHochberg: benjaminiHochberg(values) };
  return {
    events: spec.events.map((event, index) => ({
      ...event,
      ...reportEvent(measures[index] as EventMeasure),
      carPHolm: known(corrected.holm[index]),
      carPBenjaminiHochberg: known(corrected.benjaminiHochberg[index]),
      ...reportJudgement(judgements[index] as Judgement),
    })),
    panel: { ...reportPanel(panel), ...reportJudgement(judgePanel(panel, [])) },
  };
}

const securityOf = ({ security }: StudySpec['events'][number]): string => security;

function windowP(measure: EventMeasure): number | null {
  return measure.kind === 'measured' ? (measure.window?.p ?? null) : null;
}

/** What of an event is told; the same keys whether it could be measured or not. */
export function reportEvent(measure: EventMeasure): StudyReport {
  return measure.kind === 'measured' ? reportMeasured(measure) : reportUnmeasured(measure);
}

function reportMeasured(event: MeasuredEvent): StudyReport {
  const { window, day } = event;
  const unresidual = event.s === 0 ? 'no-residual' : null;
  return {
    session: event.session,
    reason: window === null ? 'window-open' : unresidual,
    estimation: { from: event.estimation[0], to: event.estimation[1] },
    alpha: event.alpha,
    beta: event.beta,
    s: event.s,
    length: event.length,
    degrees: event.degrees,
    zeroReturns: event.zeroReturns,
    sessions: Array.from(event.keys, (key) => (Number.isNaN(key) ? null : toDate(key))),
    expected: numbers(event.expected),
    ar: numbers(event.ar),
    arError: numbers(event.arError),
    sar: numbers(event.sar),
    band: event.band,
    cumulative: numbers(event.cumulative),
    cumulativeError: numbers(event.cumulativeError),
    ...reportWindow(window),
    ...reportDay(day),
  };
}

function reportWindow(window: MeasuredEvent['window']): StudyReport {
  if (window === null) {
    return { car: null, carVariance: null, scar: null, carP: null, placeboCarP: null };
  }
  const { car, carVariance, scar, p, placeboP } = window;
  return { car, carVariance, scar, carP: p, placeboCarP: placeboP };
}

function reportDay(day: MeasuredEvent['day']): StudyReport {
  if (day === null) return { t: null, p: null, placeboP: null };
  return { t: day.t, p: day.p, placeboP: day.placeboP };
}

const UNMEASURED: StudyReport = {
  estimation: null,
  alpha: null,
  beta: null,
  s: null,
  degrees: null,
  zeroReturns: null,
  sessions: [],
  expected: [],
  ar: [],
  arError: [],
  sar: [],
  band: null,
  cumulative: [],
  cumulativeError: [],
  ...reportWindow(null),
  ...reportDay(null),
};

function reportUnmeasured({
  session,
  reason,
  length,
}: Exclude<EventMeasure, MeasuredEvent>): StudyReport {
  return { session, reason, length, ...UNMEASURED };
}

/** What of a panel is told: statistics as numbers, their p values and reasons beside them. */
export function reportPanel(panel: PanelMeasure): StudyReport {
  const { tests, portfolio, signFlip, days } = panel;
  const byDay = (value: (tests: PanelTests, test: PanelTest) => Json): StudyReport =>
    Object.fromEntries(PANEL_TESTS.map((test) => [test, days.map((day) => value(day, test))]));
  const all: Readonly<Record<string, Statistic>> = { ...tests, portfolio };
  const ofAll = (value: (statistic: Statistic) => Json): StudyReport =>
    Object.fromEntries(Object.entries(all).map(([name, statistic]) => [name, value(statistic)]));
  return {
    n: panel.events,
    leftOut: panel.leftOut,
    sharing: panel.sharing,
    meanAr: numbers(panel.meanAr),
    meanCumulative: numbers(panel.meanCumulative),
    cumulativeError: numbers(panel.cumulativeError),
    band: known(panel.band),
    ...byDay((day, test) => day[test].value),
    dayP: byDay((day, test) => day[test].p),
    caar: panel.caar.value,
    tests: ofAll(({ value }) => value),
    testsP: ofAll(({ p }) => p),
    reasons: ofAll((statistic) => (statistic.value === null ? statistic.reason : null)),
    signFlipP: signFlip?.p ?? null,
    signFlip: signFlip === null ? null : { ...signFlip },
    meanResidualCorrelation: panel.meanResidualCorrelation.value,
  };
}

export function reportJudgement({ verdict, test, p, doubts, gap }: Judgement): StudyReport {
  return { verdict, verdictTest: test, verdictP: p, verdictGap: gap, doubts };
}

function numbers(values: Float64Array): readonly (number | null)[] {
  return Array.from(values, known);
}

function known(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
