import { describe, expect, it } from 'vitest';
import { isInstalled, npmComplaint } from '../../../scripts/lib/packages.mjs';
import { requireNode } from '../../../scripts/lib/project.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-mac': { version: '2.0.0', integrity: 'sha512-m', optional: true },
};
const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };

describe('isInstalled', () => {
  it('is content without the packages for other systems', () => {
    expect(isInstalled(locked, installed)).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['a content differs', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    [
      'an optional package differs',
      { ...installed, 'node_modules/for-mac': { version: '1.9.0', integrity: 'sha512-m' } },
    ],
  ])('is not when %s', (_, found) => {
    expect(isInstalled(locked, found)).toBe(false);
  });
});

describe('npmComplaint', () => {
  it('keeps what is wrong, and leaves out how to use npm', () => {
    const output = [
      'npm warn Unknown user config',
      'npm error code EUSAGE',
      'npm error',
      'npm error Missing: a@1 from lock file',
      'npm error Clean install a project',
      'npm error Usage:',
      'npm error   --audit',
    ].join('\n');
    expect(npmComplaint(output)).toBe(
      'npm error code EUSAGE\nnpm error Missing: a@1 from lock file',
    );
  });
});

describe('requireNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('runs on Node %s', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['20.18.9', '18.20.0', '9.9.9'])('refuses Node %s, and says what it needs', (version) => {
    expect(() => requireNode(version)).toThrow(
      `needs Node 20.19 or newer; this is Node ${version}`,
    );
  });
});
