/** A curve with its band, in the pixels of a plot. */
export interface CurveGeometry {
  /** Points of the curve for SVG, `x,y` each. */
  readonly line: string;
  /** Outline of the band around 0, for SVG. */
  readonly band: string;
  readonly zeroY: number;
  readonly xOf: (index: number) => number;
  readonly yOf: (value: number) => number;
  /** Values that get a line of their own, from the lowest. */
  readonly ticks: readonly number[];
}

export interface CurveInput {
  readonly values: Float64Array;
  /** Half widths of the band around 0; as long as the values. */
  readonly halfWidths: Float64Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

const MOST_TICKS = 5;

/** Lays out a cumulative abnormal return. What the data does not reach is left out. */
export function curveGeometry({
  values,
  halfWidths,
  widthPx,
  heightPx,
}: CurveInput): CurveGeometry {
  const known = values.findIndex((value) => Number.isNaN(value));
  const length = known < 0 ? values.length : known;
  const step = tickStep(values, halfWidths, length);
  const reach = Math.max(step, Math.ceil(largest(values, halfWidths, length) / step) * step);
  const xOf = (index: number): number =>
    values.length < 2 ? widthPx / 2 : (index * widthPx) / (values.length - 1);
  const yOf = (value: number): number => (heightPx / 2) * (1 - value / reach);
  const at = (index: number, value: number): string =>
    `${xOf(index).toFixed(1)},${yOf(value).toFixed(1)}`;
  const indices = Array.from({ length }, (_, index) => index);
  const upper = indices.map((index) => at(index, halfWidths[index] as number));
  const lower = indices.map((index) => at(index, -(halfWidths[index] as number))).reverse();
  const count = Math.round(reach / step);
  return {
    line: indices.map((index) => at(index, values[index] as number)).join(' '),
    band: [...upper, ...lower].join(' '),
    ...{ zeroY: yOf(0), xOf, yOf },
    ticks: Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step),
  };
}

function largest(values: Float64Array, halfWidths: Float64Array, length: number): number {
  let most = 0;
  for (let index = 0; index < length; index++) {
    most = Math.max(most, Math.abs(values[index] as number), halfWidths[index] as number);
  }
  return most;
}

/** 1, 2 or 5 times a power of ten, so that few lines suffice. */
function tickStep(values: Float64Array, halfWidths: Float64Array, length: number): number {
  const most = largest(values, halfWidths, length);
  if (!(most > 0)) return 0.01;
  const rough = (2 * most) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
}
