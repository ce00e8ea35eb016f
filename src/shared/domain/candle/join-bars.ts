import { allocateBars, BAR_COLUMN_NAMES, type BarColumns } from './bar-columns';

/** The bars of all parts, one after another; each must begin after the end of the one before. */
export function joinBars(
  parts: readonly BarColumns[],
): BarColumns & { readonly buffer: ArrayBuffer } {
  const joined = allocateBars(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    for (const name of BAR_COLUMN_NAMES) {
      joined[name].set(part[name].subarray(0, part.length), offset);
    }
    offset += part.length;
  }
  return joined;
}
