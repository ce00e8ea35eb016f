import type { PairedReturns } from '../../src/shared/domain/event-study/study-spec';

/**
 * The panel's formulas once more, as they stand in the papers and without any care for speed. Nothing
 * of the engine is in it: returns are fitted, matched by date and compared pair by pair.
 */
export interface NaiveEvent {
  readonly ar: readonly number[];
  readonly sar: readonly number[];
  readonly car: number;
  readonly carVariance: number;
  readonly residuals: readonly { readonly key: number; readonly value: number }[];
  readonly windowKeys: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const deviation = (values: readonly number[]): number =>
  Math.sqrt(sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1));

/** The market model over the first `length` returns, and the returns behind `gap` more. */
export function naiveEvent(
  { keys, security, market }: PairedReturns,
  length: number,
  gap: number,
): NaiveEvent {
  const rows = Array.from(keys, (key, row) => ({
    key,
    own: security[row] as number,
    rm: market[row] as number,
  }));
  const [estimation, window] = [rows.slice(0, length), rows.slice(length + gap)];
  const rm = mean(estimation.map((row) => row.rm));
  const sxx = sum(estimation.map((row) => (row.rm - rm) ** 2));
  const beta = sum(estimation.map((row) => (row.rm - rm) * row.own)) / sxx;
  const alpha = mean(estimation.map((row) => row.own)) - beta * rm;
  const rest = (row: { own: number; rm: number }): number => row.own - alpha - beta * row.rm;
  const s2 = sum(estimation.map((row) => rest(row) ** 2)) / (length - 2);
  const ar = window.map(rest);
  const days = window.length;
  const drift = sum(window.map((row) => row.rm - rm));
  return {
    ar,
    sar: window.map(
      (row, day) =>
        (ar[day] as number) / Math.sqrt(s2 * (1 + 1 / length + (row.rm - rm) ** 2 / sxx)),
    ),
    car: sum(ar),
    carVariance: s2 * (days + days ** 2 / length + drift ** 2 / sxx),
    residuals: estimation.map((row) => ({ key: row.key, value: rest(row) })),
    windowKeys: window.map((row) => row.key),
  };
}

export function naiveT(values: readonly number[]): number {
  return mean(values) / (deviation(values) / Math.sqrt(values.length));
}

/** Of standardised returns whose events have L returns each. */
export function naivePatell(values: readonly number[], length: number): number {
  return sum(values) / Math.sqrt((values.length * (length - 2)) / (length - 4));
}

export function naiveKp(values: readonly number[], r: number): number {
  return naiveT(values) * Math.sqrt((1 - r) / (1 + (values.length - 1) * r));
}

/** Pearson's correlation on the days that both have; null on fewer than three. */
export function naiveCorrelation(one: NaiveEvent, other: NaiveEvent): number | null {
  const pairs = one.residuals.flatMap(({ key, value }) => {
    const beside = other.residuals.find((residual) => residual.key === key);
    return beside === undefined ? [] : [[value, beside.value] as const];
  });
  if (pairs.length < 3) return null;
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const product = sum(pairs.map(([x, y]) => (x - a) * (y - b)));
  const squares = sum(pairs.map(([x]) => (x - a) ** 2)) * sum(pairs.map(([, y]) => (y - b) ** 2));
  return product / Math.sqrt(squares);
}

export function naiveMeanCorrelation(events: readonly NaiveEvent[]): number {
  return mean(
    events.flatMap((one, at) =>
      events.slice(at + 1).flatMap((other) => naiveCorrelation(one, other) ?? []),
    ),
  );
}

/** Variance of the sum of CARs: all pairs, those that share part of their windows by that part. */
export function naiveSumVariance(events: readonly NaiveEvent[]): number {
  return sum(
    events.flatMap((one, at) =>
      events.map((other, beside) => {
        if (at === beside) return one.carVariance;
        const shared = one.windowKeys.filter((key) => other.windowKeys.includes(key)).length;
        const errors = Math.sqrt(one.carVariance * other.carVariance);
        return (shared / one.windowKeys.length) * (naiveCorrelation(one, other) ?? 1) * errors;
      }),
    ),
  );
}

/** Corrado and Zivney, for windows of one length: [each day, the window]. */
export function naiveRanks(events: readonly NaiveEvent[]): readonly [readonly number[], number] {
  const columns = events.map(({ residuals, ar }) => {
    const values = [...residuals.map(({ value }) => value), ...ar];
    return values.map((value) => {
      const below = values.filter((other) => other < value).length;
      const equal = values.filter((other) => other === value).length;
      return (below + (equal + 1) / 2) / (values.length + 1) - 0.5;
    });
  });
  const root = Math.sqrt(events.length);
  const sums = (columns[0] ?? []).map(
    (_, row) => sum(columns.map((column) => column[row] as number)) / root,
  );
  const spread = Math.sqrt(mean(sums.map((one) => one ** 2)));
  const window = sums.slice(sums.length - (events[0]?.ar.length ?? 0));
  return [window.map((one) => one / spread), sum(window) / (spread * Math.sqrt(window.length))];
}

export function naiveSign(events: readonly NaiveEvent[], values: readonly number[]): number {
  const share = mean(
    events.map(
      ({ residuals }) => residuals.filter(({ value }) => value > 0).length / residuals.length,
    ),
  );
  const count = values.length;
  const positive = values.filter((value) => value > 0).length;
  return (positive - count * share) / Math.sqrt(count * share * (1 - share));
}

/** Of all 2^N signs, the part that is at least as far from 0. */
export function naiveSignFlip(values: readonly number[]): number {
  let means = [0];
  for (const value of values) means = means.flatMap((one) => [one + value, one - value]);
  const far = Math.abs(sum(values)) * (1 - 1e-12);
  return means.filter((one) => Math.abs(one) >= far).length / means.length;
}
