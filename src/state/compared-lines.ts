import { MOST_COMPARED } from '../shared/domain/candle/compare';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { SeriesState } from './series-state.svelte';

/** Beside the charted one. */
export const MOST_BESIDE = MOST_COMPARED - 1;

/** An instrument that is compared with the charted one. */
export interface ComparedInstrument {
  readonly id: InstrumentId;
  /** Its place among the colours, 0 to 6; kept while it is compared. */
  readonly colour: number;
  readonly series: SeriesState;
}

/** `apart`: it has bars, but none that the charted one has too. */
export type ComparedStatus = 'loading' | 'shown' | 'empty' | 'failed' | 'apart';

/** What is drawn of a compared instrument, at the bars of the chart. */
export interface ComparedLine {
  readonly id: InstrumentId;
  readonly colour: number;
  /** NaN where it has no bar. */
  readonly closes: Float64Array;
  /** The close that is 0 %; null where that moves with the view. */
  readonly base: number | null;
}

export interface DrawnLines {
  readonly lines: readonly ComparedLine[];
  /** Time of the charted bar that is 0 %; null where that moves with the view. */
  readonly baseTime: number | null;
}

/** Reads what the chart draws; changes are in percent. */
export interface ComparisonProbe {
  /** Of a compared instrument at a bar; NaN where it has none. */
  changeAt(id: InstrumentId, index: number): number;
  /** The charted bar that is 0 %; null without comparisons. */
  base(): { readonly time: number; readonly close: number } | null;
}

/** The first colour that none of them has. */
export function freeColour(chosen: readonly ComparedInstrument[]): number {
  let colour = 0;
  while (chosen.some((one) => one.colour === colour)) colour++;
  return colour % MOST_BESIDE;
}
