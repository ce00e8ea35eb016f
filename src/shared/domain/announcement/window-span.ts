/** First and last session of an event window, counted from the first session that could react, which is 0. */
export interface WindowSpan {
  readonly from: number;
  readonly to: number;
}

/** Sessions before and after: the longest window that an event study is asked for. */
export const FARTHEST_SESSION = 250;
export const USUAL_WINDOW: WindowSpan = { from: -5, to: 10 };

/** A window whose ends are whole, within the limits and in order; `moved` is the end that is kept. */
export function boundedWindow({ from, to }: WindowSpan, moved: keyof WindowSpan): WindowSpan {
  const [first, last] = [bounded(from), bounded(to)];
  if (first <= last) return { from: first, to: last };
  return moved === 'from' ? { from: first, to: first } : { from: last, to: last };
}

function bounded(session: number): number {
  if (Number.isNaN(session)) return 0;
  return Math.max(-FARTHEST_SESSION, Math.min(FARTHEST_SESSION, Math.round(session)));
}
