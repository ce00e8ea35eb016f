import { toDate } from '../calendar/calendar-date';
import { type Distributions, studentP } from './distributions';
import type { DayMeasure, EventMeasure, MeasuredEvent, WindowMeasure } from './event-measure';
import { expectedReturn, type FittedModel, fitModel } from './fit-model';
import { placeboDayP, placeboWindowP } from './placebo';
import { locateRows, type StudyRows } from './study-rows';
import type { EventSubject, StudyParameters } from './study-spec';

const BAND_PROBABILITY = 0.975;

/** An event beside what its model expects; what cannot be measured says why. */
export function measureEvent(
  { returns, date }: EventSubject,
  { model, estimation, window }: StudyParameters,
  distributions: Distributions,
): EventMeasure {
  const { keys } = returns;
  const dateAt = (row: number): string => toDate(keys[row] as number);
  const rows = locateRows(keys, date, estimation, window);
  if ('reason' in rows) {
    const { reason, event, length } = rows;
    return { kind: 'unmeasured', reason, session: event === null ? null : dateAt(event), length };
  }
  const session = dateAt(rows.event);
  const fitted = fitModel(model, returns, rows.from, rows.to);
  if (typeof fitted === 'string') {
    return { kind: 'unmeasured', reason: fitted, session, length: rows.to - rows.from };
  }
  const columns = measureColumns(returns, rows, fitted);
  const { alpha, beta, length, degrees, residuals } = fitted;
  return {
    kind: 'measured',
    session,
    estimation: [dateAt(rows.from), dateAt(rows.to - 1)],
    length,
    degrees,
    alpha,
    beta,
    s: Math.sqrt(fitted.variance),
    zeroReturns: fitted.zeroReturns,
    ...columns,
    band: distributions.studentQuantile(BAND_PROBABILITY, degrees),
    window: measureWindow(columns, fitted, distributions),
    day: measureDay(columns, rows.event - rows.first, fitted, distributions),
    placeboKeys: keys.slice(rows.from, rows.to),
    residuals,
  };
}

type WindowColumns = Pick<
  MeasuredEvent,
  'keys' | 'actual' | 'expected' | 'ar' | 'arError' | 'sar' | 'cumulative' | 'cumulativeError'
>;

function measureColumns(
  { keys, security, market }: EventSubject['returns'],
  { first, last }: StudyRows,
  { alpha, beta, variance, forecast }: FittedModel,
): WindowColumns {
  const days = last - first + 1;
  const column = (): Float64Array => new Float64Array(days).fill(NaN);
  const columns = {
    keys: column(),
    actual: column(),
    expected: column(),
    ar: column(),
    arError: column(),
    sar: column(),
    cumulative: column(),
    cumulativeError: column(),
  };
  let sum = 0;
  let distances = 0;
  for (let day = 0; day < Math.min(days, keys.length - first); day++) {
    const row = first + day;
    const actual = security[row] as number;
    const expected = expectedReturn(alpha, beta, market[row] as number);
    const distance = forecast.spread === 0 ? 0 : (market[row] as number) - forecast.centre;
    const ar = actual - expected;
    sum += ar;
    distances += distance;
    const count = day + 1;
    const own = 1 + forecast.mean + distance * distance * forecast.spread;
    const all = count + count * count * forecast.mean + distances * distances * forecast.spread;
    columns.keys[day] = keys[row] as number;
    columns.actual[day] = actual;
    columns.expected[day] = expected;
    columns.ar[day] = ar;
    columns.arError[day] = Math.sqrt(variance * own);
    columns.sar[day] = variance > 0 ? ar / Math.sqrt(variance * own) : NaN;
    columns.cumulative[day] = sum;
    columns.cumulativeError[day] = Math.sqrt(variance * all);
  }
  return columns;
}

function measureWindow(
  { cumulative, cumulativeError }: WindowColumns,
  { variance, degrees, residuals }: FittedModel,
  distributions: Distributions,
): WindowMeasure | null {
  const days = cumulative.length;
  const car = cumulative[days - 1] as number;
  const error = cumulativeError[days - 1] as number;
  if (Number.isNaN(car)) return null;
  if (variance === 0) return { car, carVariance: 0, scar: null, p: null, placeboP: null };
  return {
    car,
    carVariance: error * error,
    scar: car / error,
    p: studentP(distributions, car / error, degrees),
    placeboP: placeboWindowP(residuals, days, car),
  };
}

function measureDay(
  { ar, sar }: WindowColumns,
  day: number,
  { variance, degrees, residuals }: FittedModel,
  distributions: Distributions,
): DayMeasure | null {
  const value = ar[day];
  if (value === undefined) return null;
  if (variance === 0) return { ar: value, t: null, p: null, placeboP: null };
  const t = sar[day] as number;
  return {
    ar: value,
    t,
    p: studentP(distributions, t, degrees),
    placeboP: placeboDayP(residuals, value),
  };
}
