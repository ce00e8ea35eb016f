import { describe, expect, it } from 'vitest';
import { isLauncherSwitch, ownArguments } from '../../../../electron/app/launcher-switches';

describe('isLauncherSwitch', () => {
  it.each([
    '--no-sandbox',
    '--disable-gpu',
    '--inspect=0',
    '--inspect-brk',
    '--remote-debugging-port=9222',
    '--ozone-platform=wayland',
    '--force-device-scale-factor=2',
    '-psn_0_12345',
  ])('knows %s', (argument) => {
    expect(isLauncherSwitch(argument)).toBe(true);
  });

  it.each([
    '--offline',
    '--user-data',
    'no-sandbox',
    '-no-sandbox',
    '--no-sandboxes',
    '--',
    '-psn',
  ])('leaves %s to the app', (argument) => {
    expect(isLauncherSwitch(argument)).toBe(false);
  });
});

describe('ownArguments', () => {
  it('takes everything of a packaged app but the switches of launchers', () => {
    const argv = ['/opt/tapeout', '--no-sandbox', '--offline', '--theme', 'dark', '--dance'];
    expect(ownArguments(argv, true)).toEqual(['--offline', '--theme', 'dark', '--dance']);
  });

  it('begins behind the app folder of an unpackaged one', () => {
    const argv = ['electron', '--dance', '--inspect=0', '/src/app', '--offline', '--disable-gpu'];
    expect(ownArguments(argv, false)).toEqual(['--offline']);
  });

  it('does not take what a test driver preloads for the app folder', () => {
    const argv = ['electron', '-r', '/driver/loader.js', '--no-sandbox', '.', '--theme', 'dark'];
    expect(ownArguments(argv, false)).toEqual(['--theme', 'dark']);
  });

  it('has none where there are none', () => {
    expect(ownArguments(['/opt/tapeout'], true)).toEqual([]);
    expect(ownArguments(['electron', '.'], false)).toEqual([]);
  });
});
