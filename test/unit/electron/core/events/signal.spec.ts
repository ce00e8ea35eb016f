import { describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';

function signal(errors: unknown[] = []): Signal<string> {
  return new Signal<string>((error) => errors.push(error));
}

describe('Signal', () => {
  it('tells every listener, in the order of subscription', () => {
    const heard: string[] = [];
    const changed = signal();
    changed.subscribe((payload) => heard.push(`first ${payload}`));
    changed.subscribe((payload) => heard.push(`second ${payload}`));

    changed.emit('a');

    expect(heard).toEqual(['first a', 'second a']);
  });

  it('tells nobody after the subscription ended, and ending it twice is harmless', () => {
    const heard: string[] = [];
    const changed = signal();
    const listener = (payload: string): void => void heard.push(payload);
    const end = changed.subscribe(listener);
    changed.subscribe(listener);

    end();
    end();
    changed.emit('a');

    expect(heard).toEqual(['a']);
  });

  it('lets the others hear when a listener throws, and reports the error', () => {
    const heard: string[] = [];
    const errors: unknown[] = [];
    const changed = signal(errors);
    const failure = new Error('listener broke');
    changed.subscribe(() => {
      throw failure;
    });
    changed.subscribe((payload) => heard.push(payload));

    changed.emit('a');
    changed.emit('b');

    expect(heard).toEqual(['a', 'b']);
    expect(errors).toEqual([failure, failure]);
  });

  it('does not tell a listener that another one removed during the same event', () => {
    const heard: string[] = [];
    const changed = signal();
    changed.subscribe(() => endSecond());
    const endSecond = changed.subscribe((payload) => heard.push(payload));

    changed.emit('a');

    expect(heard).toEqual([]);
  });

  it('tells a listener that joined during an event only of the next one', () => {
    const heard: string[] = [];
    const changed = signal();
    const end = changed.subscribe(() => {
      end();
      changed.subscribe((payload) => heard.push(payload));
    });

    changed.emit('a');
    changed.emit('b');

    expect(heard).toEqual(['b']);
  });

  it('delivers an event that a listener emits after the present one, to all in the same order', () => {
    const first: string[] = [];
    const second: string[] = [];
    const changed = signal();
    changed.subscribe((payload) => {
      first.push(payload);
      if (payload === 'a') changed.emit('b');
    });
    changed.subscribe((payload) => second.push(payload));

    changed.emit('a');

    expect(first).toEqual(['a', 'b']);
    expect(second).toEqual(['a', 'b']);
  });
});
