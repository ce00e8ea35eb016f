/**
 * What part of the series the plot shows. Positions count sessions with fractions: bar `i` covers
 * `i` to `i + 1`, so its centre is `i + 0.5`. Ends may lie outside the series.
 */
export interface ViewRange {
  readonly left: number;
  readonly right: number;
}

/** First and last bar of a range; both are included. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** The library draws every bar this much to the left of where its own spacing puts it. */
const LIBRARY_SHIFT_PX = 1;
const MIN_SPAN = 8;
/** So much wider than the series the view may become, so that all of it can stand free of the edges. */
const MAX_SPAN_FACTOR = 1.25;
const MIN_MAX_SPAN = 60;
/** The part of the view that bars must fill, so that nobody gets lost beside the series. */
const MIN_FILLED = 0.1;
/** Zooming out leaves less and less of it empty from this part of the series on. */
const LONG_VIEW = 0.5;
const MIN_BARS_IN_VIEW = 2;

export function spanOf(view: ViewRange): number {
  return view.right - view.left;
}

/** Horizontal pixel of a position in a plot `widthPx` wide, as the library draws it. */
export function coordinateOf(view: ViewRange, widthPx: number, position: number): number {
  return ((position - view.left) / spanOf(view)) * widthPx - LIBRARY_SHIFT_PX;
}

/** Position under a horizontal pixel: the inverse of {@link coordinateOf}. */
export function positionAt(view: ViewRange, widthPx: number, x: number): number {
  return view.left + ((x + LIBRARY_SHIFT_PX) / widthPx) * spanOf(view);
}

/** The view moved by sessions: positive towards newer ones. */
export function panned(view: ViewRange, sessions: number): ViewRange {
  return { left: view.left + sessions, right: view.right + sessions };
}

/**
 * The view zoomed about a position that keeps its place; `factor` above 1 shows fewer sessions.
 * Zooming out beside an end of the series gives that place up rather than show nothing there: in the
 * end all of the series is in view.
 */
export function zoomed(view: ViewRange, anchor: number, factor: number, length: number): ViewRange {
  const span = clampSpan(spanOf(view) / factor, length);
  const share = (anchor - view.left) / spanOf(view);
  const left = anchor - share * span;
  if (factor >= 1) return { left, right: left + span };
  const allowed = allowedEmptiness(span, length);
  // What was empty before shrinks with every step instead of vanishing at once.
  const shrink = factor / spanOf(view);
  const emptyRight = Math.max(allowed, (view.right - length) * shrink);
  const emptyLeft = Math.max(allowed, -view.left * shrink);
  const filled = Math.max(-emptyLeft * span, Math.min(length + (emptyRight - 1) * span, left));
  return { left: filled, right: filled + span };
}

/** Part of the view that zooming out may leave empty on one side. */
function allowedEmptiness(span: number, length: number): number {
  const beyond = Math.min(1, Math.max(0, span / length - LONG_VIEW) / (1 - LONG_VIEW));
  return Math.max(1 - length / span, (1 - MIN_FILLED) * (1 - beyond));
}

/** The view with an allowed span (about its centre) and enough bars of a series of `length` in it. */
export function clampView(view: ViewRange, length: number): ViewRange {
  const span = clampSpan(spanOf(view), length);
  const centre = (view.left + view.right) / 2;
  const inView = Math.min(length, Math.max(MIN_BARS_IN_VIEW, span * MIN_FILLED));
  const left = Math.min(length - inView, Math.max(inView - span, centre - span / 2));
  return { left, right: left + span };
}

function clampSpan(span: number, length: number): number {
  return Math.min(Math.max(length * MAX_SPAN_FACTOR, MIN_MAX_SPAN), Math.max(MIN_SPAN, span));
}

/** The bars whose centre is in view; null where there is none. */
export function visibleIndices(view: ViewRange, length: number): IndexRange | null {
  const from = Math.max(0, Math.ceil(view.left - 0.5));
  const to = Math.min(length - 1, Math.floor(view.right - 0.5));
  return from > to ? null : { from, to };
}

/** Room beside the first and the last bar of a range, small enough to keep their neighbours out of view. */
const RANGE_MARGIN = 0.1;
/** Room between the newest bar and the price axis, in sessions of a view of 120. */
const NEWEST_MARGIN = 3;
const NEWEST_MARGIN_SPAN = 120;

/** The view of exactly the bars `from` to `to`, with more room where the newest bar is among them. */
export function viewOfIndices(range: IndexRange, length: number): ViewRange {
  const count = range.to - range.from + 1;
  const right =
    range.to >= length - 1
      ? length + (NEWEST_MARGIN * Math.max(count, MIN_SPAN)) / NEWEST_MARGIN_SPAN
      : range.to + 1 + RANGE_MARGIN;
  return { left: range.from - RANGE_MARGIN, right };
}

/** The view of the newest `sessions` bars. */
export function viewOfNewest(sessions: number, length: number): ViewRange {
  return viewOfIndices({ from: length - sessions, to: length - 1 }, length);
}
