import { describe, expect, it, vi } from 'vitest';
import {
  IDLE_EXIT_MS,
  IdleExitController,
} from '../../../../../electron/data/process/idle-exit-controller';
import { ManualTimers } from '../manual-timers';

function setUp() {
  const timers = new ManualTimers();
  const exit = vi.fn();
  return { timers, exit, controller: new IdleExitController(timers, exit) };
}

describe('IdleExitController', () => {
  it('ends the process after a quarter of a minute without anybody', async () => {
    const { timers, exit, controller } = setUp();
    controller.start();
    await timers.advance(IDLE_EXIT_MS - 1);
    expect(exit).not.toHaveBeenCalled();
    await timers.advance(1);
    expect(exit).toHaveBeenCalledTimes(1);
    expect(IDLE_EXIT_MS).toBe(15_000);
  });

  it('waits as long as anybody holds it, and a whole minute from then on', async () => {
    const { timers, exit, controller } = setUp();
    controller.start();
    const [one, other] = [controller.hold(), controller.hold()];
    await timers.advance(10 * IDLE_EXIT_MS);
    one();
    one();
    await timers.advance(10 * IDLE_EXIT_MS);
    expect(exit).not.toHaveBeenCalled();
    other();
    await timers.advance(IDLE_EXIT_MS - 1);
    expect(exit).not.toHaveBeenCalled();
    await timers.advance(1);
    expect(exit).toHaveBeenCalledTimes(1);
  });

  it('starts over where somebody came in between', async () => {
    const { timers, exit, controller } = setUp();
    controller.start();
    await timers.advance(IDLE_EXIT_MS - 1);
    controller.hold()();
    await timers.advance(IDLE_EXIT_MS - 1);
    expect(exit).not.toHaveBeenCalled();
  });

  it('does nothing once it is disposed of', async () => {
    const { timers, exit, controller } = setUp();
    controller.start();
    controller.dispose();
    await timers.advance(10 * IDLE_EXIT_MS);
    expect(exit).not.toHaveBeenCalled();
  });
});
