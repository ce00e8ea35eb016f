import { describe, expect, it } from 'vitest';
import { PollPace } from '../../../../../electron/core/quotes/poll-pace';

describe('PollPace', () => {
  it('begins small, grows where answers are quick and shrinks where they are slow', () => {
    const pace = new PollPace();
    expect(pace.batchSize('XNAS')).toBe(6);
    pace.took('XNAS', 6, 6000);
    expect(pace.batchSize('XNAS')).toBe(5);
    pace.took('XHKG', 6, 120);
    expect(pace.batchSize('XHKG')).toBe(60);
    pace.took('XHKG', 1, 60_000);
    expect(pace.batchSize('XHKG')).toBe(1);
    expect(pace.batchSize('XTKS')).toBe(6);
  });

  it('takes answers without any delay for as many as can be', () => {
    const pace = new PollPace();
    pace.took('XNAS', 3, 0);
    expect(pace.batchSize('XNAS')).toBe(60);
    expect(pace.turnMs('XNAS', 100)).toBe(0);
  });

  it('measures a turn of many, and lets the newest count half', () => {
    const pace = new PollPace();
    expect(pace.turnMs('XNAS', 100)).toBe(0);
    pace.took('XNAS', 5, 5000);
    expect(pace.turnMs('XNAS', 100)).toBe(100_000);
    pace.took('XNAS', 5, 10_000);
    expect(pace.turnMs('XNAS', 100)).toBe(150_000);
  });

  it('forgets what is not watched', () => {
    const pace = new PollPace();
    pace.took('XNAS', 1, 1000);
    pace.took('XHKG', 1, 1000);
    pace.keepOnly(new Set(['XHKG']));
    expect([pace.turnMs('XNAS', 1), pace.turnMs('XHKG', 1)]).toEqual([0, 1000]);
  });
});
