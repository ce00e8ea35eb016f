import { beforeEach, describe, expect, it } from 'vitest';
import { FailureExit } from '../../../../electron/app/failure-exit';

let happened: string[];

function failureExit(isScreenshot: boolean): FailureExit {
  return new FailureExit({
    screenshot: isScreenshot
      ? { fail: async (reason) => void happened.push(`picture failed: ${reason}`) }
      : null,
    log: { error: (message) => happened.push(`log: ${message}`) },
    tell: async (kind) => void happened.push(`dialog: ${kind}`),
    complain: (line) => happened.push(`stderr: ${line}`),
    end: async (code) => void happened.push(`end ${code}`),
  });
}

beforeEach(() => {
  happened = [];
});

describe('FailureExit', () => {
  it('writes down, prints one line, tells the user and ends with 1', async () => {
    await failureExit(false).fail('crash', 'Error: boom\n    at x');
    expect(happened).toEqual([
      'log: crash: Error: boom\n    at x',
      'stderr: tapeout: Error: boom',
      'dialog: crash',
      'end 1',
    ]);
  });

  it('shows no dialog where the app runs for a picture', async () => {
    await failureExit(true).fail('page-broken', 'no page\nat all');
    expect(happened).toEqual(['log: page-broken: no page\nat all', 'picture failed: no page']);
  });

  it('tells the first failure only', async () => {
    const failure = failureExit(false);
    await Promise.all([failure.fail('disk-full', 'full'), failure.fail('crash', 'follows')]);
    expect(happened.filter((line) => line.startsWith('dialog'))).toEqual(['dialog: disk-full']);
  });
});
