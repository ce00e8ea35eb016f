import { describe, expect, it } from 'vitest';
import { shownDrawings } from '../../../../../src/features/chart/drawings/shown-drawings';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { Drawing } from '../../../../../src/shared/domain/drawing/drawing';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';

const NEW_YORK = shippedCalendar('XNAS');
const at = (iso: string, price = 100) => ({ time: Date.parse(iso) / 1000, price });
const day = (date: string, price = 100) => ({ time: toSessionKey(date), price });

const line: Drawing = {
  ...{ id: 'a', interval: '5m', kind: 'trend-line', locked: true },
  from: at('2024-03-05T15:00:00Z'),
  to: at('2024-03-06T20:00:00Z', 110),
};
const note: Drawing = {
  ...{ id: 'b', interval: 'D', kind: 'text-note', text: 'taped out' },
  at: day('2024-03-05'),
};
const level: Drawing = { id: 'c', interval: '1h', kind: 'horizontal-line', price: 3 };

describe('shownDrawings', () => {
  it('leaves what was drawn on the same interval where it is, with its lock and look', () => {
    const [shown] = shownDrawings([line], '5m', NEW_YORK);
    expect({ interval: '5m', ...shown }).toEqual(line);
  });

  it('stands on the sessions of a daily chart, and at the open of an intraday one', () => {
    expect(shownDrawings([line], 'D', NEW_YORK)).toMatchObject([
      { from: day('2024-03-05'), to: day('2024-03-06', 110) },
    ]);
    expect(shownDrawings([note, level], '5m', NEW_YORK)).toMatchObject([
      { at: at('2024-03-05T14:30:00Z') },
      { price: 3 },
    ]);
  });
});
