/** Up to here every row is in the document. */
const WHOLE_UNTIL = 500;
const SPARE_ROWS = 12;

/** Which lines of a long table are in the document; the end is not included. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** @param rowPx - every line is as high */
export function rowWindow(
  lines: number,
  rowPx: number,
  view: { readonly scrollPx: number; readonly heightPx: number },
): RowWindow {
  if (lines <= WHOLE_UNTIL) return { from: 0, to: lines };
  const first = Math.floor(view.scrollPx / rowPx) - SPARE_ROWS;
  const count = Math.ceil(view.heightPx / rowPx) + 2 * SPARE_ROWS;
  const from = Math.max(0, Math.min(first, lines - count));
  return { from, to: Math.min(lines, from + count) };
}
