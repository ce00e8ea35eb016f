import { describe, expect, it } from 'vitest';
import { vitestArguments } from '../../../scripts/lib/run-vitest.mjs';
import {
  addCounts,
  closingLine,
  countChecks,
  countTests,
} from '../../../scripts/lib/test-counts.mjs';

const report = {
  numPassedTests: 40,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

describe('countTests', () => {
  it('counts what Vitest reports', () => {
    expect(countTests(report, 0)).toEqual({ passed: 40, failed: 0, skipped: 0 });
    const mixed = { ...report, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 };
    expect(countTests(mixed, 1)).toEqual({ passed: 40, failed: 2, skipped: 4 });
  });

  it('counts a run without a report as failed, whatever its exit code', () => {
    expect(countTests(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a file that could not be loaded', () => {
    const broken = [...report.testResults, { status: 'failed', assertionResults: [] }];
    expect(countTests({ ...report, testResults: broken }, 1).failed).toBe(1);
  });

  it('does not count a failed test twice', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(countTests({ ...report, numFailedTests: 1, testResults }, 1).failed).toBe(1);
  });

  it('counts an error outside of all tests', () => {
    expect(countTests(report, 1)).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });
});

describe('closingLine', () => {
  it('counts each check as one', () => {
    const counts = addCounts(countChecks([true, true, false, true]), countTests(report, 0));
    expect(closingLine(counts)).toBe('43 passed, 1 failed');
  });

  it('names skipped tests only when there are some', () => {
    expect(closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
    expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});

describe('vitestArguments', () => {
  it('takes --only for a project, and passes on the rest', () => {
    expect(vitestArguments(['--only', 'unit', 'some.spec.ts', '-t', 'name'])).toEqual([
      '--project',
      'unit',
      'some.spec.ts',
      '-t',
      'name',
    ]);
    expect(vitestArguments(['--only=e2e'])).toEqual(['--project=e2e']);
  });
});
