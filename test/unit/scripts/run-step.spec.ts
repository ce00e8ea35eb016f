import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runStep } from '../../../scripts/lib/run-step.mjs';

describe('runStep', () => {
  let said: string[];
  const out = { write: (text: string) => said.push(text) };

  beforeEach(() => {
    said = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A step that takes so long, and then does something. */
  function stepOf<T>(durationMs: number, end: () => T) {
    return new Promise<T>((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(end());
        } catch (error) {
          reject(error as Error);
        }
      }, durationMs);
    });
  }

  it('says nothing about a quick step', async () => {
    const step = runStep('Quick', () => stepOf(1900, () => 'result'), { out });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await step).toBe('result');
    expect(said).toEqual([]);
  });

  it('says what a longer step does while it lasts, and how long it took', async () => {
    const step = runStep('Building', () => stepOf(7000, () => 1), { out });
    await vi.advanceTimersByTimeAsync(2000);
    expect(said).toEqual(['Building ...\n']);
    await vi.advanceTimersByTimeAsync(5000);
    await step;
    expect(said.at(-1)).toBe('Building: done in 7 s\n');
  });

  it('tells progress now and then', async () => {
    const step = runStep(
      'Downloading',
      (progress) => {
        progress('84 of 196 MB');
        return stepOf(50_000, () => 1);
      },
      { out },
    );
    await vi.advanceTimersByTimeAsync(50_000);
    await step;
    expect(said).toEqual([
      'Downloading ...\n',
      'Downloading: 84 of 196 MB\n',
      'Downloading: done in 50 s\n',
    ]);
  });

  it('says that a step failed, and passes on why', async () => {
    const fail = () => {
      throw new Error('no network');
    };
    const step = runStep('Downloading', () => stepOf(3000, fail), { out });
    const outcome = expect(step).rejects.toThrow('no network');
    await vi.advanceTimersByTimeAsync(3000);
    await outcome;
    expect(said.at(-1)).toBe('Downloading: failed after 3 s\n');
  });

  it('announces at once what changes the machine', async () => {
    await runStep('Installing', async () => undefined, { out, announceAtOnce: true });
    expect(said).toEqual(['Installing ...\n', 'Installing: done in 1 s\n']);
  });
});
