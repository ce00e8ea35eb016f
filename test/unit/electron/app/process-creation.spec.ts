import { describe, expect, it } from 'vitest';
import { processCreatedMs } from '../../../../electron/app/process-creation';

/** 22nd field of proc(5): made 4,321,000 ms after the boot, which was 4,321.5 s ago. */
const STAT = '77 (tape (out) x) S 1 77 77 0 -1 4194560 9 0 0 0 1 2 0 0 20 0 30 0 432100 1 2 3';
const UPTIME = '4321.50 8000.00\n';
const NOW_MS = 1_000_000;
const NODE_BEGAN_MS = NOW_MS - 300;

const proc =
  (stat: string, uptime: string) =>
  (path: string): string => {
    if (path === '/proc/self/stat') return stat;
    if (path === '/proc/uptime') return uptime;
    throw new Error(`not expected: ${path}`);
  };

const told =
  (platform: NodeJS.Platform, reportedMs: number | null = NOW_MS - 900) =>
  (readText: (path: string) => string, nodeBeganMs = NODE_BEGAN_MS): number =>
    processCreatedMs(
      { platform, getCreationTime: () => reportedMs },
      nodeBeganMs,
      NOW_MS,
      readText,
    );

const onLinux = told('linux');

describe('processCreatedMs', () => {
  it('is as long ago as the process is old, on Linux', () => {
    expect(onLinux(proc(STAT, UPTIME))).toBe(NOW_MS - 500);
  });

  it('is what Electron says elsewhere', () => {
    const unread = (): string => {
      throw new Error('not to be read');
    };
    expect(told('darwin')(unread)).toBe(NOW_MS - 900);
    expect(told('win32')(unread)).toBe(NOW_MS - 900);
  });

  it.each([
    ['', ''],
    [STAT, 'soon'],
    [STAT, '100.00 1.00'],
    ['77 (x) S 1', UPTIME],
  ])('is what Electron says where /proc holds %j and %j', (stat, uptime) => {
    expect(onLinux(proc(stat, uptime))).toBe(NOW_MS - 900);
  });

  it('is what Electron says where there is no /proc', () => {
    const missing = (): string => {
      throw new Error('ENOENT');
    };
    expect(onLinux(missing)).toBe(NOW_MS - 900);
  });

  it('is never after the first moment that is known', () => {
    expect(onLinux(proc(STAT, UPTIME), NOW_MS - 600)).toBe(NOW_MS - 600);
    expect(told('darwin', null)(proc('', ''))).toBe(NODE_BEGAN_MS);
  });

  it.runIf(process.platform === 'linux')('reads the age of this very process (on Linux)', () => {
    const createdMs = processCreatedMs(
      { platform: 'linux', getCreationTime: () => null },
      Number.POSITIVE_INFINITY,
    );
    expect(Math.abs(createdMs - (Date.now() - process.uptime() * 1000))).toBeLessThan(1000);
  });
});
