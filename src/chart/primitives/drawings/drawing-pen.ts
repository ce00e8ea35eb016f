import type { ChartTheme } from '../../chart-types';
import {
  type DrawingLook,
  type DrawingWidth,
  PLAIN_LOOK,
} from '../../../shared/domain/drawing/drawing';

/** What a drawing is drawn with. */
export interface DrawingPen {
  readonly colour: string;
  /** CSS pixels. */
  readonly linePx: number;
}

const LINE_PX: Readonly<Record<DrawingWidth, number>> = { thin: 1.5, medium: 2.5, thick: 4 };

export function penOf(look: DrawingLook | undefined, theme: ChartTheme): DrawingPen {
  const { colour, width } = look ?? PLAIN_LOOK;
  return { colour: theme[colour], linePx: LINE_PX[width] };
}
