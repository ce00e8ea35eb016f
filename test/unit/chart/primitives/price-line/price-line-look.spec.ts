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
});
