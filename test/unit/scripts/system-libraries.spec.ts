import { describe, expect, it } from 'vitest';
import { namesHere } from '../../../scripts/lib/install-system-libraries.mjs';
import { distributionFamily, missingParts } from '../../../scripts/lib/system-libraries.mjs';
import { needsVirtualDisplay } from '../../../scripts/lib/virtual-display.mjs';

const nothing = () => false;
const names = (parts: readonly { package: string }[]) => parts.map((part) => part.package);

describe('missingParts', () => {
  it('is empty where everything is there', () => {
    expect(missingParts({ forTests: true, virtualDisplay: true }, () => true)).toEqual([]);
  });

  it('asks for a display server only without a display', () => {
    const desktop = names(missingParts({ forTests: false, virtualDisplay: false }, nothing));
    expect(desktop).toContain('libgtk-3-0');
    expect(desktop).not.toContain('xvfb');
    const server = missingParts({ forTests: false, virtualDisplay: true }, nothing);
    expect(server).toContainEqual(expect.objectContaining({ package: 'xvfb', required: true }));
  });

  it('asks for the browser and the bus mock only for the tests', () => {
    const forApp = names(missingParts({ forTests: false, virtualDisplay: true }, nothing));
    const forTests = names(missingParts({ forTests: true, virtualDisplay: true }, nothing));
    expect(forTests.filter((name) => !forApp.includes(name))).toEqual([
      'chromium',
      'python3-dbusmock',
    ]);
  });
});

describe('namesHere', () => {
  it('takes the new names where the system knows them', () => {
    const policy = [
      'libgtk-3-0t64:',
      '  Installed: (none)',
      '  Candidate: 3.24.49-3',
      '  Version table:',
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '',
    ].join('\n');
    expect(namesHere(['libgtk-3-0', 'libasound2', 'libnss3'], policy)).toEqual([
      'libgtk-3-0t64',
      'libasound2',
      'libnss3',
    ]);
  });

  it('keeps the old names where it does not', () => {
    expect(namesHere(['libgtk-3-0'], '')).toEqual(['libgtk-3-0']);
  });
});

describe('distributionFamily', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"', 'debian'],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', 'ubuntu'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', 'ubuntu'],
    ['ID="fedora"', 'other'],
    ['', 'other'],
  ])('reads %j as %s', (osRelease, family) => {
    expect(distributionFamily(osRelease)).toBe(family);
  });
});

describe('needsVirtualDisplay', () => {
  it('is a matter of Linux without any display', () => {
    expect(needsVirtualDisplay({}, 'linux')).toBe(true);
    expect(needsVirtualDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false);
    expect(needsVirtualDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false);
    expect(needsVirtualDisplay({}, 'darwin')).toBe(false);
    expect(needsVirtualDisplay({}, 'win32')).toBe(false);
  });
});
