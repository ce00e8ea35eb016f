import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChartStyle } from '../../../../src/chart/chart-types';
import { settled, unmountAll } from '../chart-desk';
import { fitFrame } from '../mouse';
import { goldenDesk } from './golden-desk';
import { differingShare, expectGolden, SHARE_TOLERANCE } from './golden-picture';

beforeAll(fitFrame);
afterEach(unmountAll);

const STYLES: readonly ChartStyle[] = ['candles', 'hollow', 'bars', 'line', 'area', 'heikin-ashi'];

describe('each style', () => {
  it.each(STYLES)('%s looks as it did', async (style) => {
    const desk = await goldenDesk();
    desk.chart.setStyle(style);
    await settled(desk);
    await expectGolden(`style-${style}`, desk.chart.takePicture());
  });

  it('candles with hollow bodies looks as it did', async () => {
    const desk = await goldenDesk();
    desk.chart.setStyle('candles', 'hollow');
    await settled(desk);
    await expectGolden('style-candles-hollow-bodies', desk.chart.takePicture());
  });

  it('differs from the others by more than a golden picture forgives', async () => {
    const desk = await goldenDesk();
    const pixelsOf = async (style: ChartStyle): Promise<Uint8ClampedArray> => {
      desk.chart.setStyle(style);
      await settled(desk);
      const picture = desk.chart.takePicture();
      const context = picture.getContext('2d') as CanvasRenderingContext2D;
      return context.getImageData(0, 0, picture.width, picture.height).data;
    };
    const candles = await pixelsOf('candles');
    expect(differingShare(candles, await pixelsOf('candles'))).toBe(0);
    for (const style of STYLES.slice(1)) {
      expect(differingShare(candles, await pixelsOf(style))).toBeGreaterThan(3 * SHARE_TOLERANCE);
    }
  });
});
