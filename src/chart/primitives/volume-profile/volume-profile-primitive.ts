import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { PrimitivePaneViewZOrder } from 'lightweight-charts';
import type { ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import type { ChartVolumeProfile, VolumeRow } from '../../overlay-types';
import { PaintedPrimitive } from '../../painted-primitive';
import { type ProfileBar, profileBars } from './profile-geometry';

export interface VolumeProfileSource {
  profile(): ChartVolumeProfile | null;
  rows(): readonly VolumeRow[];
  theme(): ChartTheme;
  /** CSS pixels from the top of the plot. */
  yOfPrice(price: number): number;
}

const ALPHA = 0.22;
const STRONGEST_ALPHA = 0.42;
const BEYOND_ALPHA = 0.1;
const CONTROL_DASH_PX = [6, 4];

/** Volume by price at an edge of the plot, behind the candles. */
export class VolumeProfilePrimitive extends PaintedPrimitive {
  readonly #source: VolumeProfileSource;

  constructor(source: VolumeProfileSource) {
    super();
    this.#source = source;
  }

  zOrder(): PrimitivePaneViewZOrder {
    return 'bottom';
  }

  draw(target: CanvasRenderingTarget2D): void {
    const profile = this.#source.profile();
    if (profile === null) return;
    const { up, down } = this.#source.theme();
    target.useBitmapCoordinateSpace(({ context, bitmapSize, verticalPixelRatio: ratio }) => {
      const yOf = (price: number): number => this.#source.yOfPrice(price) * ratio;
      const rows = profileBars(this.#source.rows(), profile.side, yOf, bitmapSize.width);
      const control = rows.find(({ strongest }) => strongest);
      if (profile.colour !== undefined && control) {
        context.strokeStyle = profile.colour;
        strokeControl(context, control, bitmapSize.width, ratio);
      }
      for (const row of rows) {
        const alpha = alphaOf(row);
        context.fillStyle = withAlpha(up, alpha);
        context.fillRect(row.up.left, row.top, row.up.width, row.height);
        context.fillStyle = withAlpha(down, alpha);
        context.fillRect(row.down.left, row.top, row.down.width, row.height);
      }
    });
  }
}

function strokeControl(
  context: CanvasRenderingContext2D,
  { top, height }: ProfileBar,
  width: number,
  ratio: number,
): void {
  const y = top + Math.floor(height / 2) + 0.5;
  context.lineWidth = Math.max(1, Math.floor(ratio));
  context.setLineDash(CONTROL_DASH_PX.map((length) => length * ratio));
  context.beginPath();
  context.moveTo(0, y);
  context.lineTo(width, y);
  context.stroke();
  context.setLineDash([]);
}

function alphaOf({ strongest, beyond }: ProfileBar): number {
  if (strongest) return STRONGEST_ALPHA;
  return beyond ? BEYOND_ALPHA : ALPHA;
}
