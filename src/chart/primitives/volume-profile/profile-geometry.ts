import type { ChartVolumeProfile, VolumeRow } from '../../overlay-types';

/** One row in whole device pixels. The rising part stands at the edge, the falling part beyond it. */
export interface ProfileBar {
  readonly top: number;
  readonly height: number;
  readonly up: { readonly left: number; readonly width: number };
  readonly down: { readonly left: number; readonly width: number };
  /** The row of the highest volume. */
  readonly strongest: boolean;
  /** Outside of the rows that hold most of the volume. */
  readonly beyond: boolean;
}

/** Part of the plot's width that the longest row takes. */
const WIDTH_SHARE = 0.28;

/**
 * @param yOf - device pixel of a price; NaN: outside the axis
 * @param width - of the plot in device pixels
 */
export function profileBars(
  rows: readonly VolumeRow[],
  side: ChartVolumeProfile['side'],
  yOf: (price: number) => number,
  width: number,
): ProfileBar[] {
  const most = Math.max(0, ...rows.map(({ up, down }) => up + down));
  if (most === 0) return [];
  const lengthOf = (volume: number): number => Math.round((volume / most) * WIDTH_SHARE * width);
  return rows.flatMap(({ from, to, up, down, part }) => {
    const foot = Math.round(yOf(from));
    const top = Math.round(yOf(to));
    if (Number.isNaN(foot) || Number.isNaN(top)) return [];
    const whole = lengthOf(up + down);
    const rising = Math.min(whole, lengthOf(up));
    const falling = whole - rising;
    const left = side === 'left';
    return {
      top,
      // A pixel of air between the rows, where there is room for it.
      height: Math.max(1, foot - top - 1),
      up: { left: left ? 0 : width - rising, width: rising },
      down: { left: left ? rising : width - whole, width: falling },
      strongest: part === undefined ? up + down === most : part === 'control',
      beyond: part === 'beyond',
    };
  });
}
