import type { ChartDrawing } from '../../../chart/drawing-types';
import type { ExchangeCalendar } from '../../../shared/domain/calendar/exchange-calendar';
import type { ChartInterval } from '../../../shared/domain/candle/interval';
import type { Drawing, DrawingPoint } from '../../../shared/domain/drawing/drawing';
import { shownTime } from '../../../shared/domain/drawing/shown-time';

/** Drawings as a chart of an interval shows them, wherever they were drawn. */
export function shownDrawings(
  drawings: readonly Drawing[],
  interval: ChartInterval,
  calendar: ExchangeCalendar | null,
): readonly ChartDrawing[] {
  return drawings.map((drawing) => {
    const { interval: drawnIn, ...shape } = drawing;
    const shown = ({ time, price }: DrawingPoint): DrawingPoint => ({
      time: shownTime(time, drawnIn, interval, calendar ?? undefined),
      price,
    });
    switch (shape.kind) {
      case 'horizontal-line':
        return shape;
      case 'text-note':
        return { ...shape, at: shown(shape.at) };
      default:
        return { ...shape, from: shown(shape.from), to: shown(shape.to) };
    }
  });
}
