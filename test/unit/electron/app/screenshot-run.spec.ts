import { beforeEach, describe, expect, it } from 'vitest';
import { type Painted, ScreenshotRun } from '../../../../electron/app/screenshot-run';
import { ManualScheduler } from '../core/quotes/manual-scheduler';

const PAINTED: Painted = {
  symbol: 'XNAS:GOOGL',
  interval: 'D',
  bars: 252,
  firstBar: '2016-01-04',
  lastBar: '2016-12-30',
  source: 'csv-folder',
  announcements: 287,
  markers: 1,
};

let happened: string[];
let scheduler: ManualScheduler;
let capture: () => Promise<void>;
let run: ScreenshotRun;

beforeEach(() => {
  happened = [];
  scheduler = new ManualScheduler();
  capture = async () => void happened.push('captured');
  run = new ScreenshotRun({
    electronVersion: '33.2.1',
    sinceCreationMs: () => 812.6,
    capture: () => capture(),
    print: (line) => happened.push(line),
    complain: (line) => happened.push(`stderr ${line}`),
    end: async (code) => void happened.push(`end ${code}`),
    scheduler,
  });
  run.start();
});

describe('ScreenshotRun', () => {
  it('captures, prints one line of JSON and ends with 0', async () => {
    await run.paint(PAINTED);
    expect(happened).toEqual([
      'captured',
      '{"electron":"33.2.1","symbol":"XNAS:GOOGL","interval":"D","bars":252,"firstBar":"2016-01-04",' +
        '"lastBar":"2016-12-30","source":"csv-folder","announcements":287,"markers":1,' +
        '"coldStartMs":813}',
      'end 0',
    ]);
    expect(scheduler.pending).toBe(0);
  });

  it('takes one picture, of the first report', async () => {
    await Promise.all([run.paint(PAINTED), run.paint({ ...PAINTED, bars: 1 })]);
    expect(happened.filter((line) => line === 'captured')).toHaveLength(1);
    expect(happened[1]).toContain('"bars":252');
  });

  it('ends with 1 after 60 seconds without a report', () => {
    scheduler.advance(59_999);
    expect(happened).toEqual([]);
    scheduler.advance(1);
    expect(happened).toEqual(['stderr tapeout: nothing was painted within 60 s', 'end 1']);
  });

  it('ignores a report that comes too late', async () => {
    scheduler.advance(60_000);
    await run.paint(PAINTED);
    expect(happened).not.toContain('captured');
  });

  it('ends with 1 and prints no JSON where the picture cannot be written', async () => {
    capture = () => Promise.reject(new Error('disk full'));
    await run.paint(PAINTED);
    expect(happened).toEqual([
      'stderr tapeout: the picture could not be written: disk full',
      'end 1',
    ]);
  });

  it('ends with 1 where the picture is never taken', () => {
    capture = () => new Promise(() => undefined);
    void run.paint(PAINTED);
    scheduler.advance(20_000);
    expect(happened).toEqual(['stderr tapeout: the picture was not taken within 20 s', 'end 1']);
  });

  it('prints nothing for a picture that comes too late', async () => {
    let finishCapture = (): void => undefined;
    capture = () => new Promise((resolve) => (finishCapture = resolve));
    const painted = run.paint(PAINTED);
    scheduler.advance(20_000);
    finishCapture();
    await painted;
    expect(happened.filter((line) => line.startsWith('{'))).toEqual([]);
    expect(happened.filter((line) => line.startsWith('end'))).toEqual(['end 1']);
  });

  it('ends once where something else fails', async () => {
    await run.fail('the page could not be loaded');
    await run.fail('again');
    scheduler.advance(60_000);
    expect(happened).toEqual(['stderr tapeout: the page could not be loaded', 'end 1']);
  });
});
