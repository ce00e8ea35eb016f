import type { ChartMarker } from '../../chart-types';
import { indexOfSession, type SessionKeys } from '../../session-keys';

/** A marker that has a bar of its own session. */
export interface PlacedMarker {
  readonly marker: ChartMarker;
  /** Index of that bar. */
  readonly index: number;
}

/**
 * Markers at the bars of their own sessions, oldest first. A marker whose session has no bar (a
 * holiday, a date to come, a date before the series) is left out: it belongs to no other bar.
 */
export function placeMarkers(markers: readonly ChartMarker[], bars: SessionKeys): PlacedMarker[] {
  return markers
    .map((marker) => ({ marker, index: indexOfSession(bars, marker.sessionKey) }))
    .filter((placed): placed is PlacedMarker => placed.index !== null)
    .sort((a, b) => a.index - b.index);
}
