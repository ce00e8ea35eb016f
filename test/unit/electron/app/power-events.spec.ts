import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PowerEvents, SAME_SLEEP_MS } from '../../../../electron/app/power-events';
import { ManualTime } from '../../../helpers/manual-time';

vi.mock('electron', () => ({ powerMonitor: {} }));

let time: ManualTime;
let monitor: EventEmitter;
let heard: string[];
let errors: unknown[];
let power: PowerEvents;

beforeEach(() => {
  time = new ManualTime(0);
  monitor = new EventEmitter();
  [heard, errors] = [[], []];
  const failing = {
    suspended: () => undefined,
    resumed: () => {
      throw new Error('no');
    },
  };
  const observer = {
    suspended: () => void heard.push('suspended'),
    resumed: () => void heard.push('resumed'),
  };
  power = new PowerEvents(
    { observers: [failing, observer], now: time.now, onError: (error) => errors.push(error) },
    monitor,
  );
  power.start();
});

const doubled = (event: string): void => {
  monitor.emit(event);
  time.move(3);
  monitor.emit(event);
};

describe('PowerEvents', () => {
  it('tells once of what Electron tells twice', () => {
    doubled('suspend');
    time.move(3_600_000);
    doubled('resume');
    time.move(60_000);
    doubled('suspend');
    doubled('resume');
    expect(heard).toEqual(['suspended', 'resumed', 'suspended', 'resumed']);
  });

  it('tells once of what it tells twice in a short sleep, one pair behind the other', () => {
    for (const event of ['suspend', 'resume', 'suspend', 'resume']) monitor.emit(event);
    expect(heard).toEqual(['suspended', 'resumed']);
  });

  it('tells of a second sleep', () => {
    monitor.emit('resume');
    time.move(SAME_SLEEP_MS);
    monitor.emit('resume');
    expect(heard).toEqual(['resumed', 'resumed']);
  });

  it('tells the others where one fails', () => {
    monitor.emit('resume');
    expect(heard).toEqual(['resumed']);
    expect(errors).toEqual([new Error('no')]);
  });

  it('hears nothing any more at the end', () => {
    power.dispose();
    expect(monitor.eventNames()).toEqual([]);
  });
});
