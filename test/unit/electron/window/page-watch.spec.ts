import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { PageWatch } from '../../../../electron/window/page-watch';
import { ManualScheduler } from '../core/quotes/manual-scheduler';

class FakeContents extends EventEmitter {
  reloads = 0;

  reload(): void {
    this.reloads += 1;
  }
}

let contents: FakeContents;
let logged: string[];
let broken: string[];
let scheduler: ManualScheduler;

beforeEach(() => {
  contents = new FakeContents();
  logged = [];
  broken = [];
  scheduler = new ManualScheduler();
  new PageWatch({
    scheduler,
    log: { error: (message) => logged.push(message) },
    onBroken: (reason) => broken.push(reason),
  }).watch(contents as never);
});

const die = (reason: string) => contents.emit('render-process-gone', {}, { reason });

describe('PageWatch', () => {
  it('reports a page that does not load', () => {
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://tapeout/index.html', true);
    contents.emit('did-fail-load', {}, -2, '', 'app://tapeout/index.html', true);
    expect(broken).toEqual([
      'the page could not be loaded: ERR_FILE_NOT_FOUND',
      'the page could not be loaded: -2',
    ]);
  });

  it('does not mind a load that gave way to another one, or that of a frame', () => {
    contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://tapeout/index.html', true);
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://tapeout/a', false);
    expect(broken).toEqual([]);
  });

  it('reports a preload script that fails', () => {
    contents.emit('preload-error', {}, '/preload.cjs', new Error('no'));
    expect(broken).toEqual(['the preload script failed: no']);
  });

  it('logs errors of the page and nothing less', () => {
    contents.emit('console-message', { level: 'info', message: 'hello' });
    contents.emit('console-message', { level: 'error', message: 'oops' });
    expect(logged).toEqual(['page: oops']);
  });

  it('brings a page back whose process died', () => {
    die('crashed');
    expect(contents.reloads).toBe(1);
    expect(logged).toEqual(["the page's process is gone: crashed"]);
  });

  it('leaves a page alone that ended as it should', () => {
    die('clean-exit');
    expect(contents.reloads).toBe(0);
    expect(logged).toEqual([]);
  });

  it('gives up at the fourth time within a minute, and not at the tenth in ten minutes', () => {
    for (let minute = 0; minute < 10; minute += 1) {
      die('oom');
      scheduler.advance(60_000);
    }
    expect(contents.reloads).toBe(10);
    for (let time = 0; time < 4; time += 1) die('oom');
    expect(contents.reloads).toBe(13);
    expect(broken).toEqual(["the page's process is gone: oom"]);
  });
});
