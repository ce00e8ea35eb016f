import { beforeEach, describe, expect, it } from 'vitest';
import { Shutdown } from '../../../../electron/app/shutdown';
import { ManualScheduler } from '../core/quotes/manual-scheduler';

let happened: string[];
let errors: string[];
let scheduler: ManualScheduler;
let shutdown: Shutdown;

beforeEach(() => {
  happened = [];
  errors = [];
  scheduler = new ManualScheduler();
  shutdown = new Shutdown({
    exit: (code) => happened.push(`exit ${code}`),
    log: { error: (message) => errors.push(message) },
    scheduler,
  });
});

const note = (name: string) => (): void => void happened.push(name);

describe('Shutdown', () => {
  it('runs the steps in their order, each after the one before has ended', async () => {
    shutdown.add('one', async () => {
      await Promise.resolve();
      happened.push('one');
    });
    shutdown.add('two', note('two'));
    await shutdown.end(0);
    expect(happened).toEqual(['one', 'two', 'exit 0']);
    expect(scheduler.pending).toBe(0);
  });

  it('runs once, whoever asks and how often; the first exit code counts', async () => {
    shutdown.add('step', note('step'));
    await Promise.all([shutdown.end(1), shutdown.end(0)]);
    await shutdown.end(0);
    expect(happened).toEqual(['step', 'exit 1']);
  });

  it('passes over a step that fails, at once or later', async () => {
    shutdown.add('now', () => {
      throw new Error('no');
    });
    shutdown.add('later', () => Promise.reject(new Error('no')));
    shutdown.add('last', note('last'));
    await shutdown.end(0);
    expect(happened).toEqual(['last', 'exit 0']);
    expect(errors).toEqual(['shutdown: now failed', 'shutdown: later failed']);
  });

  it('waits three seconds for a step that hangs', async () => {
    shutdown.add('hanging', () => new Promise<void>(() => undefined));
    shutdown.add('last', note('last'));
    const ended = shutdown.end(0);
    scheduler.advance(2999);
    await Promise.resolve();
    expect(happened).toEqual([]);
    scheduler.advance(1);
    await ended;
    expect(happened).toEqual(['last', 'exit 0']);
    expect(errors).toEqual(['shutdown: hanging did not end in time']);
  });
});
