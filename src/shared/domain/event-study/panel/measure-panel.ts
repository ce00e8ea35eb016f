import { type Distributions, studentP } from '../distributions';
import type { EventMeasure, MeasuredEvent } from '../event-measure';
import {
  crossSectionT,
  kolariPynnonen,
  meanOf,
  patellZ,
  undefinedStatistic,
} from './cross-section';
import { generalisedSign, positiveShare } from './generalised-sign';
import type { PanelMeasure, PanelTests, Statistic } from './panel-measure';
import { rankTests, type RankTests } from './rank-test';
import { correlateResiduals, type ResidualCorrelation } from './residual-correlation';
import { sharingOf } from './sharing';
import { signFlip } from './sign-flip';

const BAND_PROBABILITY = 0.975;
/** What of the whole is done after each step, about. */
const CORRELATED_PART = 0.6;
const RANKED_PART = 0.8;
const FLIPPED_PART = 0.9;

/** All events as one, at once; see {@link panelSteps}. */
export function measurePanel(
  measures: readonly EventMeasure[],
  days: number,
  distributions: Distributions,
): PanelMeasure {
  const steps = panelSteps(measures, days, distributions);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * All events as one, in steps. An event counts only with its whole event window and with residuals
 * to compare it with.
 *
 * @param days - sessions of the event window
 * @returns steps, each the part done so far (0 to 1), and then the result
 */
export function* panelSteps(
  measures: readonly EventMeasure[],
  days: number,
  distributions: Distributions,
): Generator<number, PanelMeasure> {
  const events = measures.filter(isComplete);
  const common = yield* firstPart(correlateResiduals(events));
  const ranks = rankTests(events, distributions);
  yield RANKED_PART;
  const shared: SharedTerms = {
    share: positiveShare(events),
    correlation: common.mean.value ?? 0,
    degrees: Float64Array.from(events, ({ degrees }) => degrees),
    ranks,
    distributions,
  };
  const meanAr = Float64Array.from({ length: days }, (_, day) =>
    meanOf(columnOf(events, ({ ar }) => ar[day] as number)),
  );
  const cars = columnOf(events, ({ window }) => window.car);
  const flipped = signFlip(cars);
  yield FLIPPED_PART;
  const degrees = Math.min(...events.map((event) => event.degrees));
  return {
    events: events.length,
    leftOut: measures.length - events.length,
    meanAr,
    meanCumulative: addedUp(meanAr),
    cumulativeError: panelErrors(events, days, common),
    band: events.length > 0 ? distributions.studentQuantile(BAND_PROBABILITY, degrees) : NaN,
    days: Array.from({ length: days }, (_, day) => dayTests(events, day, days, shared)),
    caar: cars.length > 0 ? { value: meanOf(cars) } : { value: null, reason: 'no-event' },
    tests: testsOf(
      cars,
      columnOf(events, ({ window }) => window.scar),
      shared.ranks.window,
      shared,
    ),
    portfolio: portfolioTest(cars, common, degrees, distributions),
    signFlip: flipped,
    meanResidualCorrelation: common.mean,
    sharing: sharingOf(events),
  };
}

/** The same steps as the first part of a longer way. */
function* firstPart<Result>(steps: Generator<number, Result>): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield step.value * CORRELATED_PART;
  }
}

interface CompleteEvent extends MeasuredEvent {
  readonly window: NonNullable<MeasuredEvent['window']> & { readonly scar: number };
}

function isComplete(measure: EventMeasure): measure is CompleteEvent {
  return measure.kind === 'measured' && measure.window !== null && measure.window.scar !== null;
}

interface SharedTerms {
  readonly share: number;
  readonly correlation: number;
  readonly degrees: Float64Array;
  readonly ranks: RankTests;
  readonly distributions: Distributions;
}

function dayTests(
  events: readonly CompleteEvent[],
  day: number,
  days: number,
  shared: SharedTerms,
): PanelTests {
  const rank = shared.ranks.days[day] ?? undefinedStatistic('no-event');
  return testsOf(
    columnOf(events, ({ ar }) => ar[day] as number),
    columnOf(events, ({ sar }) => sar[day] as number),
    days === 1 ? shared.ranks.window : rank,
    shared,
  );
}

function testsOf(
  values: Float64Array,
  standardised: Float64Array,
  rank: Statistic,
  { share, correlation, degrees, distributions }: SharedTerms,
): PanelTests {
  const bmp = crossSectionT(standardised, distributions);
  return {
    crossSectionT: crossSectionT(values, distributions),
    patell: patellZ(standardised, degrees, distributions),
    bmp,
    kp: kolariPynnonen(bmp, correlation, values.length, distributions),
    rank,
    generalisedSign: generalisedSign(values, share, distributions),
  };
}

/** The mean CAR as the return of one portfolio, whose error counts what its members share. */
function portfolioTest(
  cars: Float64Array,
  { sumVariance }: ResidualCorrelation,
  degrees: number,
  distributions: Distributions,
): Statistic {
  if (cars.length === 0) return undefinedStatistic('no-event');
  if (!(sumVariance > 0)) return undefinedStatistic('correlation-out-of-range');
  const value = (meanOf(cars) * cars.length) / Math.sqrt(sumVariance);
  return { value, p: studentP(distributions, value, degrees) };
}

/** Errors of the mean as if events shared nothing, scaled by what the whole window is found to share. */
function panelErrors(
  events: readonly CompleteEvent[],
  days: number,
  { sumVariance, independentVariance }: ResidualCorrelation,
): Float64Array {
  const scale = sumVariance > 0 ? sumVariance / independentVariance : NaN;
  return Float64Array.from({ length: days }, (_, day) => {
    let variance = 0;
    for (const { cumulativeError } of events) {
      const error = cumulativeError[day] as number;
      variance += error * error;
    }
    return Math.sqrt(variance * scale) / events.length;
  });
}

function columnOf(
  events: readonly CompleteEvent[],
  value: (event: CompleteEvent) => number,
): Float64Array {
  return Float64Array.from(events, value);
}

function addedUp(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}
