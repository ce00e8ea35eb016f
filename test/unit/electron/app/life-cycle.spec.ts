import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandOver } from '../../../../electron/app/hand-over';
import { followLifeCycle } from '../../../../electron/app/life-cycle';
import { Shutdown } from '../../../../electron/app/shutdown';
import { ManualScheduler } from '../core/quotes/manual-scheduler';

class FakeApp extends EventEmitter {
  quit(): void {
    this.emit('before-quit', { preventDefault: () => happened.push('quit prevented') });
  }
}

let happened: string[];
let handedOver: HandOver[];
let app: FakeApp;
let livesInTray: boolean;

beforeEach(() => {
  happened = [];
  handedOver = [];
  app = new FakeApp();
  livesInTray = false;
  const shutdown = new Shutdown({
    exit: (code) => happened.push(`exit ${code}`),
    log: { error: () => undefined },
    scheduler: new ManualScheduler(),
  });
  shutdown.add('store', () => void happened.push('store closed'));
  followLifeCycle(
    app as never,
    shutdown,
    (wishes) => handedOver.push(wishes),
    () => livesInTray,
  );
});

describe('followLifeCycle', () => {
  it('ends in order when the window is closed', async () => {
    app.emit('window-all-closed');
    await vi.waitFor(() => expect(happened).toContain('exit 0'));
    expect(happened).toEqual(['quit prevented', 'store closed', 'exit 0']);
  });

  it('goes on without a window as long as it lives in the tray', async () => {
    livesInTray = true;
    app.emit('window-all-closed');
    expect(happened).toEqual([]);
    livesInTray = false;
    app.emit('window-all-closed');
    await vi.waitFor(() => expect(happened).toContain('exit 0'));
  });

  it('passes on what a second start wanted, as far as it makes sense', () => {
    app.emit('second-instance', {}, ['ignored'], '/ignored', {
      symbol: 'XNAS:NVDA',
      theme: 'pink',
    });
    expect(handedOver).toEqual([
      {
        symbol: 'XNAS:NVDA',
        interval: null,
        locale: null,
        theme: null,
        barsFolder: null,
        offline: false,
        listFile: null,
      },
    ]);
  });
});
