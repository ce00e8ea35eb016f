import { lowerBound } from '../../../shared/domain/candle/bar-columns';
import type { ChartHighlight } from '../../chart-types';
import { indexAtOrBefore, indexOfSession, type SessionKeys } from '../../session-keys';
import type { HighlightGeometry } from './event-highlight-primitive';

/** How sessions lie on the plot at this moment. */
export interface PlotGeometry {
  /** Position of the centre of the candle that covers a session. */
  centreOf(session: number): number;
  xOf(position: number): number;
}

/** Half the band of a single session, where its candle is narrower. */
const MIN_HALF_BAND_PX = 5;

/** Where a highlight lies; null where its sessions have no bars: it moves to no other bar. */
export function locateHighlight(
  highlight: ChartHighlight | null,
  keys: SessionKeys,
  plot: PlotGeometry,
): HighlightGeometry | null {
  if (highlight === null) return null;
  const session = indexOfSession(keys, highlight.sessionKey ?? Number.NaN);
  const lineX = session === null ? null : plot.xOf(plot.centreOf(session));
  if (highlight.kind === 'session') {
    if (session === null || lineX === null) return null;
    const half = Math.max(MIN_HALF_BAND_PX, lineX - plot.xOf(plot.centreOf(session) - 0.5));
    return { bandLeft: lineX - half, bandRight: lineX + half, lineX };
  }
  const from = lowerBound(keys, highlight.fromKey);
  const to = indexAtOrBefore(keys, highlight.toKey);
  if (from > to) return null;
  return { bandLeft: plot.xOf(from), bandRight: plot.xOf(to + 1), lineX };
}
