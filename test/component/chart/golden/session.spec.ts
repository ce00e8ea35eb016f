import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SessionChart } from '../../../../src/chart/session/session-chart';
import type { SessionFormats } from '../../../../src/chart/session/session-chart-types';
import { sessionAxis } from '../../../../src/shared/domain/session-line/session-axis';
import type { SessionLine } from '../../../../src/shared/domain/session-line/session-line';
import { fitFrame } from '../mouse';
import { BARS, DESK_DARK, walk } from './golden-desk';
import { expectGolden } from './golden-picture';

const SILENT: SessionFormats = {
  price: () => '',
  percent: () => '',
  volume: () => '',
  clock: () => '',
  day: () => '',
};

/** Sessions of half-hours around the clock, of which the last one is under way. */
function lineOf(dates: SessionLine['dates']): SessionLine {
  const axis = sessionAxis(null, dates, 1800);
  const filled = Math.min(BARS, axis.slots - 18);
  const bars = walk(filled);
  const column = (): Float64Array => new Float64Array(axis.slots).fill(NaN);
  const [price, average, volume] = [column(), column(), new Float64Array(axis.slots)];
  let sum = 0;
  for (let slot = 0; slot < filled; slot++) {
    price[slot] = bars.close[slot] as number;
    sum = slot % 48 === 0 ? 0 : sum;
    sum += bars.close[slot] as number;
    average[slot] = sum / ((slot % 48) + 1);
    volume[slot] = bars.volume[slot] as number;
  }
  return {
    ...{ axis, dates, price, average, volume, filled },
    ...{ averageBasis: 'typical-price', base: 100, baseIs: 'previous-close' },
  };
}

let host: HTMLElement;
let chart: SessionChart | null = null;

beforeAll(fitFrame);
afterEach(() => {
  chart?.dispose();
  host.remove();
});

async function pictureOf(line: SessionLine): Promise<HTMLCanvasElement> {
  host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', left: '0', top: '0' });
  Object.assign(host.style, { width: '480px', height: '280px' });
  document.body.append(host);
  let tell = (): void => undefined;
  const painted = new Promise<void>((resolve) => (tell = resolve));
  const made = new SessionChart(host, {
    ...{ theme: DESK_DARK, formats: SILENT },
    events: { pointChanged: () => undefined, painted: () => tell() },
  });
  chart = made;
  made.start();
  made.setLine(line, true);
  await painted;
  return made.takePicture();
}

describe('the line of a session', () => {
  it('of one session looks as it did, with the part that is to come empty', async () => {
    await expectGolden('session-line', await pictureOf(lineOf(['2026-05-28'])));
  });

  it('of several looks as it did', async () => {
    await expectGolden('session-lines', await pictureOf(lineOf(['2026-05-27', '2026-05-28'])));
  });

  it('is not empty', async () => {
    const picture = await pictureOf(lineOf(['2026-05-28']));
    const context = picture.getContext('2d') as CanvasRenderingContext2D;
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const colours = new Set(new Uint32Array(data.buffer));
    expect(colours.size).toBeGreaterThan(10);
  });
});
