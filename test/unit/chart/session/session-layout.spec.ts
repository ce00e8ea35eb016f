import { describe, expect, it } from 'vitest';
import {
  gridPrices,
  priceAtY,
  sessionLayout,
  slotAtX,
  xBefore,
  xOfSlot,
  yOfPrice,
} from '../../../../src/chart/session/session-layout';
import { sessionAxis } from '../../../../src/shared/domain/session-line/session-axis';

const AXIS = sessionAxis(null, ['2026-05-28'], 3600);
const layout = sessionLayout(800, 400);
const RANGE = { min: 90, max: 110 };

describe('the room of a session', () => {
  it('is divided into plot and volume over one width, with axes on both sides', () => {
    const { plot, volume } = layout;
    expect(plot.left).toBe(volume.left);
    expect(plot.width).toBe(volume.width);
    expect(800 - plot.left - plot.width).toBe(plot.left);
    expect(plot.top + plot.height).toBeLessThan(volume.top);
    expect(volume.top + volume.height).toBeLessThan(400);
    expect(plot.height).toBeGreaterThan(volume.height * 2);
  });

  it('never has a size below nothing', () => {
    const { plot, volume } = sessionLayout(10, 10);
    expect(plot.width).toBeGreaterThan(0);
    expect(plot.height + volume.height).toBeGreaterThan(0);
  });

  it('has all slots from edge to edge', () => {
    const { plot } = layout;
    expect(xBefore(layout, AXIS, 0)).toBe(plot.left);
    expect(xBefore(layout, AXIS, AXIS.slots)).toBe(plot.left + plot.width);
    for (let slot = 0; slot < AXIS.slots; slot++) {
      expect(slotAtX(layout, AXIS, xOfSlot(layout, AXIS, slot))).toBe(slot);
    }
    expect(slotAtX(layout, AXIS, -50)).toBe(0);
    expect(slotAtX(layout, AXIS, 5000)).toBe(AXIS.slots - 1);
  });

  it('has prices from the foot to the top, there and back', () => {
    expect(yOfPrice(layout, RANGE, 110)).toBe(layout.plot.top);
    expect(yOfPrice(layout, RANGE, 90)).toBe(layout.plot.top + layout.plot.height);
    expect(priceAtY(layout, RANGE, yOfPrice(layout, RANGE, 103))).toBeCloseTo(103, 10);
  });

  it('has a grid around the middle, finer where there is height', () => {
    const prices = gridPrices(layout, RANGE);
    expect(prices[(prices.length - 1) / 2]).toBe(100);
    expect(prices.every((price) => price > 90 && price < 110)).toBe(true);
    expect(gridPrices(sessionLayout(800, 900), RANGE).length).toBeGreaterThan(prices.length);
  });
});
