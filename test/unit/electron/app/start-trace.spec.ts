import { describe, expect, it } from 'vitest';
import { StartTrace } from '../../../../electron/app/start-trace';

const CREATED_MS = 1_000_000;

describe('StartTrace', () => {
  it('tells in one line when each step was reached, in the order of the steps', () => {
    let nowMs = CREATED_MS;
    const trace = new StartTrace(CREATED_MS, () => nowMs);
    nowMs += 289.04;
    trace.mark('ready');
    trace.mark('mainEvaluated', CREATED_MS + 180);
    nowMs += 300;
    trace.mark('painted');
    expect(trace.toLine()).toBe('{"startTrace":{"mainEvaluated":180,"ready":289,"painted":589}}');
    expect(trace.sinceCreationMs()).toBe(589);
  });

  it('keeps the first time of a step', () => {
    const trace = new StartTrace(CREATED_MS, () => CREATED_MS + 10);
    expect(trace.mark('painted')).toBe(true);
    expect(trace.mark('painted', CREATED_MS + 99)).toBe(false);
    expect(trace.toLine()).toBe('{"startTrace":{"painted":10}}');
  });
});
