import type { BarColumns } from '../candle/bar-columns';
import { type ChartInterval, isIntraday } from '../candle/interval';
import { OBV } from '../indicators/obv';
import { VOLUME_PROFILE } from '../indicators/volume-profile';
import { ANCHORED_VWAP, VWAP } from '../indicators/vwap';
import type { StudyChoice } from './study-choice';

/**
 * Why a study that is not hidden shows nothing.
 * - `intraday-only`: it counts from the start of each session, and a bar is a session or more.
 * - `nothing-selected`: it counts from the selected announcement, and none is.
 * - `unknown-announcement`: its announcement is not in the data set any more.
 * - `no-day`: its announcement is known to a month or longer, so no bar is the first.
 * - `no-session-bar`: the instrument has no bar at its announcement's session.
 * - `no-volume`: the source tells no volume of the instrument.
 * - `too-few-bars`: the series ends before the first value.
 * - `no-pane`: as many panes as a chart has are taken.
 */
export type StudyGap =
  | 'intraday-only'
  | 'nothing-selected'
  | 'unknown-announcement'
  | 'no-day'
  | 'no-session-bar'
  | 'no-volume'
  | 'too-few-bars'
  | 'no-pane';

/** Time of the bar that an anchored average starts with (UTC seconds), or why there is none. */
export type StudyAnchor = { readonly time: number } | { readonly gap: StudyGap };

const OF_VOLUME: readonly string[] = [OBV, VWAP, ANCHORED_VWAP, VOLUME_PROFILE].map(({ id }) => id);

/** Why a study cannot be computed of bars; null where it can be tried. */
export function studyGap(
  { indicator }: Pick<StudyChoice, 'indicator'>,
  bars: Pick<BarColumns, 'volume' | 'length'>,
  interval: ChartInterval,
  anchor: StudyAnchor | null,
): StudyGap | null {
  if (indicator === VWAP.id && !isIntraday(interval)) return 'intraday-only';
  if (OF_VOLUME.includes(indicator) && !tellsVolume(bars)) return 'no-volume';
  if (indicator !== ANCHORED_VWAP.id) return null;
  return anchor !== null && 'gap' in anchor ? anchor.gap : null;
}

function tellsVolume({ volume, length }: Pick<BarColumns, 'volume' | 'length'>): boolean {
  for (let index = length - 1; index >= 0; index--) {
    if ((volume[index] as number) > 0) return true;
  }
  return length === 0;
}
