import { describe, expect, it } from 'vitest';
import {
  priceLineColour,
  priceLineDash,
} from '../../../../../src/chart/primitives/price-line/price-line-look';
import { DARK } from '../../../../component/chart/theme';

const live = { price: 40, tone: 'live' } as const;
const stale = { price: 40, direction: 'up', tone: 'stale' } as const;

describe('the line of the last price', () => {
  it('has the colour of its direction while it is live', () => {
    const colourOf = (direction: 'up' | 'down' | 'flat') =>
      priceLineColour({ ...live, direction }, DARK);
    expect([colourOf('up'), colourOf('down'), colourOf('flat')]).toEqual([
      DARK.up,
      DARK.down,
      DARK.grey,
    ]);
  });

  it('is grey and dashed when stale, whatever its direction', () => {
    expect(priceLineColour(stale, DARK)).toBe(DARK.grey);
    const [stroke] = priceLineDash(stale);
    const [dot] = priceLineDash({ ...live, direction: 'up' });
    expect(stroke).toBeGreaterThan(dot);
  });

  it('tells a late price by its strokes, and one that is not of the market by its colour', () => {
    const up = { price: 40, direction: 'up' } as const;
    expect(priceLineColour({ ...up, tone: 'delayed' }, DARK)).toBe(DARK.up);
    expect(priceLineDash({ ...up, tone: 'delayed' })).not.toEqual(
      priceLineDash({ ...up, tone: 'live' }),
    );
    expect(priceLineDash({ ...up, tone: 'delayed' })).not.toEqual(priceLineDash(stale));
    expect(priceLineColour({ ...up, tone: 'closed' }, DARK)).toBe(DARK.grey);
    expect(priceLineColour({ ...up, tone: 'simulated' }, DARK)).toBe(DARK.amber);
  });
});
