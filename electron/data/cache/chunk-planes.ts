/**
 * One column of a chunk as integers: every value times `10^decimals`, the differences from one to
 * the next, folded to non-negative numbers (zigzag) and laid out byte by byte, all lowest bytes
 * first. Neighbouring bars resemble each other, so most planes hold long runs that deflate well.
 */
export interface ColumnPlanes {
  /** 0 to {@link MAX_DECIMALS}, or {@link ALL_MISSING}. */
  readonly decimals: number;
  /** `width` planes of one byte for each value. */
  readonly planes: Uint8Array;
  /** Bytes that the largest difference needs, 0 to 7. */
  readonly width: number;
}

export const MAX_DECIMALS = 8;
/** Stands for the decimals of a column in which every value is NaN. */
export const ALL_MISSING = 255;

/** Keeps the differences of two values, and their folded form, within the safe integers. */
const LARGEST_INTEGER = 2 ** 51;
const BYTE = 256;

/**
 * @returns null where the values are no decimal numbers of {@link MAX_DECIMALS} places; where
 * rounding may have hidden that, decoding shows it
 */
export function encodePlanes(values: Float64Array): ColumnPlanes | null {
  if (values.every(Number.isNaN)) {
    return { decimals: ALL_MISSING, planes: new Uint8Array(0), width: 0 };
  }
  const decimals = decimalsOf(values);
  if (decimals === null) return null;
  const folded = foldDifferences(values, 10 ** decimals);
  const width = widthOf(folded);
  const planes = new Uint8Array(width * values.length);
  for (let plane = 0; plane < width; plane++) {
    const divisor = BYTE ** plane;
    planes.set(
      folded.map((value) => Math.floor(value / divisor) % BYTE),
      plane * values.length,
    );
  }
  return { decimals, planes, width };
}

/** Fills `target` with the values that {@link encodePlanes} was given. */
export function decodePlanes(
  { decimals, planes, width }: ColumnPlanes,
  target: Float64Array,
): void {
  if (decimals === ALL_MISSING) {
    target.fill(NaN);
    return;
  }
  const count = target.length;
  const scale = 10 ** decimals;
  let integer = 0;
  for (let index = 0; index < count; index++) {
    let folded = 0;
    for (let plane = width - 1; plane >= 0; plane--) {
      folded = folded * BYTE + (planes[plane * count + index] as number);
    }
    // The lowest bit is the sign; as bit of the lowest plane it is cheaper to read than by division.
    const negative = width > 0 && ((planes[index] as number) & 1) === 1;
    integer += negative ? -(folded + 1) / 2 : folded / 2;
    target[index] = integer / scale;
  }
}

function decimalsOf(values: Float64Array): number | null {
  let decimals = 0;
  for (const value of values) {
    while (!hasDecimals(value, 10 ** decimals)) {
      decimals++;
      if (decimals > MAX_DECIMALS) return null;
    }
  }
  const scale = 10 ** decimals;
  return values.every((value) => Math.abs(value * scale) <= LARGEST_INTEGER) ? decimals : null;
}

function hasDecimals(value: number, scale: number): boolean {
  return Math.round(value * scale) / scale === value;
}

function foldDifferences(values: Float64Array, scale: number): Float64Array {
  let previous = 0;
  return values.map((value) => {
    const integer = Math.round(value * scale);
    const difference = integer - previous;
    previous = integer;
    return difference >= 0 ? 2 * difference : -2 * difference - 1;
  });
}

function widthOf(folded: Float64Array): number {
  const largest = folded.reduce((one, other) => Math.max(one, other), 0);
  let width = 0;
  while (largest >= BYTE ** width) width++;
  return largest === 0 ? 0 : width;
}
