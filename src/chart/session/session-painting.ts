import type { ChartTheme } from '../chart-types';
import type { SessionFormats, SessionPicture } from './session-chart-types';
import type { PriceRange, SessionLayout } from './session-layout';

/** Between a box and the texts beside it. */
export const LABEL_GAP_PX = 8;

/** What is painted, where and how; the context counts CSS pixels. */
export interface Painting {
  readonly context: CanvasRenderingContext2D;
  readonly layout: SessionLayout;
  readonly range: PriceRange;
  readonly theme: ChartTheme;
  readonly formats: SessionFormats;
  readonly picture: SessionPicture;
}
