import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { installCrashHooks } from '../../../../electron/app/crash-hooks';

describe('installCrashHooks', () => {
  it.each(['uncaughtException', 'unhandledRejection'])('writes %s down, then stops', (event) => {
    const source = new EventEmitter();
    const happened: unknown[] = [];
    installCrashHooks(
      source,
      { error: (message, cause) => happened.push([message, cause]) },
      (error) => happened.push(error),
    );
    const error = new Error('boom');
    source.emit(event, error);
    expect(happened).toEqual([[event, error], error]);
  });
});
