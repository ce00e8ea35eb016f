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
const BITS_OF_BYTE = 8;
const WIDEST_OF_32_BITS = 4;

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
  if (width <= WIDEST_OF_32_BITS) layOutNarrow(folded, width, planes);
  else layOutWide(folded, width, planes);
  return { decimals, planes, width };
}

function layOutNarrow(folded: Float64Array, width: number, planes: Uint8Array): void {
  for (let plane = 0; plane < width; plane++) {
    const offset = plane * folded.length;
    const shift = plane * BITS_OF_BYTE;
    for (let index = 0; index < folded.length; index++) {
      planes[offset + index] = (folded[index] as number) >>> shift;
    }
  }
}

function layOutWide(folded: Float64Array, width: number, planes: Uint8Array): void {
  for (let plane = 0; plane < width; plane++) {
    const offset = plane * folded.length;
    const divisor = BYTE ** plane;
    for (let index = 0; index < folded.length; index++) {
      planes[offset + index] = Math.floor((folded[index] as number) / divisor) % BYTE;
    }
  }
}

/** Fills `target` with the values that {@link encodePlanes} was given. */
export function decodePlanes(column: ColumnPlanes, target: Float64Array): void {
  if (column.decimals === ALL_MISSING) target.fill(NaN);
  else if (column.width <= WIDEST_OF_32_BITS) decodeNarrow(column, target);
  else decodeWide(column, target);
}

/** Nearly every column: its differences fit the processor's own integers, which are far cheaper. */
function decodeNarrow({ decimals, planes, width }: ColumnPlanes, target: Float64Array): void {
  const count = target.length;
  const folded = new Uint32Array(count);
  for (let plane = 0; plane < width; plane++) {
    const offset = plane * count;
    const shift = plane * BITS_OF_BYTE;
    for (let index = 0; index < count; index++) {
      folded[index] = (folded[index] as number) | ((planes[offset + index] as number) << shift);
    }
  }
  const scale = 10 ** decimals;
  let integer = 0;
  for (let index = 0; index < count; index++) {
    const difference = folded[index] as number;
    integer += (difference >>> 1) ^ -(difference & 1);
    target[index] = integer / scale;
  }
}

function decodeWide({ decimals, planes, width }: ColumnPlanes, target: Float64Array): void {
  const count = target.length;
  const scale = 10 ** decimals;
  let integer = 0;
  for (let index = 0; index < count; index++) {
    let folded = 0;
    for (let plane = width - 1; plane >= 0; plane--) {
      folded = folded * BYTE + (planes[plane * count + index] as number);
    }
    // The lowest bit is the sign; as bit of the lowest plane it is cheaper to read than by division.
    const negative = ((planes[index] as number) & 1) === 1;
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
  for (const value of values) {
    if (Math.abs(value * scale) > LARGEST_INTEGER) return null;
  }
  return decimals;
}

function hasDecimals(value: number, scale: number): boolean {
  return Math.round(value * scale) / scale === value;
}

function foldDifferences(values: Float64Array, scale: number): Float64Array {
  const folded = new Float64Array(values.length);
  let previous = 0;
  for (let index = 0; index < values.length; index++) {
    const integer = Math.round((values[index] as number) * scale);
    const difference = integer - previous;
    previous = integer;
    folded[index] = difference >= 0 ? 2 * difference : -2 * difference - 1;
  }
  return folded;
}

function widthOf(folded: Float64Array): number {
  let largest = 0;
  for (const value of folded) largest = Math.max(largest, value);
  let width = 0;
  while (largest >= BYTE ** width) width++;
  return largest === 0 ? 0 : width;
}
