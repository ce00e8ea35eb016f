import type { BrowserWindowConstructorOptions, MessagePortMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskWindow } from '../../../../electron/window/desk-window';
import type { WindowBounds } from '../../../../electron/window/window-bounds';
import { ManualScheduler } from '../core/quotes/manual-scheduler';
import { FakeBrowserWindow } from './fake-browser-window';

const made = vi.hoisted(() => [] as unknown[]);

vi.mock('electron', () => ({
  BrowserWindow: function (options: BrowserWindowConstructorOptions) {
    const window = new FakeBrowserWindow(options);
    made.push(window);
    return window;
  },
  nativeTheme: { shouldUseDarkColors: true },
  screen: {
    getPrimaryDisplay: () => ({ id: 2, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }),
    getAllDisplays: () => [
      { id: 1, workArea: { x: -1280, y: 0, width: 1280, height: 1024 } },
      { id: 2, workArea: { x: 0, y: 0, width: 1920, height: 1040 } },
    ],
  },
}));

let remembered: WindowBounds[];
let steps: string[];
let visible: boolean[];
let closed: number;
let mayClose: boolean;
/** How many windows there were when the page was prepared. */
let prepared: number[];

function openDesk(
  isScreenshot = false,
  known: WindowBounds | null = null,
): [DeskWindow, FakeBrowserWindow] {
  const desk = new DeskWindow({
    preloadPath: '/preload.cjs',
    preparePage: () => void prepared.push(made.length),
    screenshot: isScreenshot,
    allowDevTools: false,
    bounds: {
      load: () => known,
      remember: (bounds: WindowBounds) => void remembered.push(bounds),
    } as never,
    scheduler: new ManualScheduler(),
    log: { error: () => undefined },
    onStep: (step) => steps.push(step),
    onVisibleChanged: (isVisible) => visible.push(isVisible),
    mayClose: () => mayClose,
    onClosed: () => (closed += 1),
    onBroken: () => undefined,
  });
  desk.open();
  return [desk, made.at(-1) as FakeBrowserWindow];
}

beforeEach(() => {
  made.length = 0;
  remembered = [];
  steps = [];
  visible = [];
  closed = 0;
  mayClose = true;
  prepared = [];
});

describe('DeskWindow', () => {
  it('has its page prepared before the window is made', () => {
    openDesk();
    expect(prepared).toEqual([0]);
  });

  it('makes a hidden window with the page’s colour and locked preferences', () => {
    const [, { options }] = openDesk();
    expect(options).toMatchObject({
      ...{ width: 1440, height: 900, minWidth: 640, minHeight: 480, show: false },
      ...{ backgroundColor: '#0c0f14', useContentSize: false, enableLargerThanScreen: false },
    });
    expect(options.webPreferences).toMatchObject({
      ...{ preload: '/preload.cjs', devTools: false, v8CacheOptions: 'bypassHeatCheck' },
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
  });

  it('loads the page at once and shows it when it has painted', () => {
    const [, window] = openDesk();
    expect(window.happened).toEqual(['load app://tapeout/index.html']);
    window.emit('ready-to-show');
    expect(window.happened.at(-1)).toBe('show');
    expect(steps).toEqual(['windowConstructed', 'loadUrlCalled', 'shellPainted']);
  });

  it('stands where it stood, maximized where it was', () => {
    const known = { x: -1200, y: 10, width: 1000, height: 800, maximized: true };
    const [, window] = openDesk(false, known);
    expect(window.options).toMatchObject({ x: -1200, y: 10, width: 1000, height: 800 });
    window.emit('ready-to-show');
    expect(window.happened.slice(-2)).toEqual(['maximize', 'show']);
  });

  it('remembers its normal bounds, not those of a minimized window', () => {
    const [, window] = openDesk();
    window.emit('resize');
    window.isMaximizedNow = true;
    window.emit('maximize');
    window.isMinimizedNow = true;
    window.emit('move');
    expect(remembered).toEqual([
      { x: 1, y: 2, width: 900, height: 700, maximized: false },
      { x: 1, y: 2, width: 900, height: 700, maximized: true },
    ]);
  });

  it('has always the same size for a picture, takes no pointer and remembers nothing', () => {
    const known = { x: 5, y: 10, width: 1000, height: 800, maximized: true };
    const [, window] = openDesk(true, known);
    expect(window.options).toMatchObject({ width: 1440, height: 900, useContentSize: true });
    expect(window.options).not.toHaveProperty('x');
    expect(window.happened).toContain('ignore mouse');
    window.emit('resize');
    expect(remembered).toEqual([]);
  });

  it('tells when it can be seen', () => {
    const [, window] = openDesk();
    for (const event of ['show', 'minimize', 'restore', 'hide', 'closed']) window.emit(event);
    expect(visible).toEqual([true, false, true, false, false]);
    expect(closed).toBe(1);
  });

  it('closes only where it may, and is hidden, minimized or destroyed as it is told', () => {
    const [desk, window] = openDesk();
    const prevented = vi.fn();
    window.emit('close', { preventDefault: prevented });
    expect(prevented).not.toHaveBeenCalled();
    mayClose = false;
    window.emit('close', { preventDefault: prevented });
    expect(prevented).toHaveBeenCalledOnce();
    expect(desk.isOpen).toBe(true);
    desk.hide();
    desk.minimize();
    desk.destroy();
    expect(window.happened.slice(1)).toEqual(['hide', 'minimize', 'destroy']);
    window.emit('closed');
    desk.hide();
    desk.minimize();
    desk.destroy();
    expect(window.happened).toHaveLength(4);
    expect(desk.isOpen).toBe(false);
  });

  it('talks to the page while there is one', () => {
    const [desk, window] = openDesk();
    const port = {} as MessagePortMain;
    desk.send('channel', 1);
    desk.deliver('port-channel', port);
    desk.repaintBackground();
    expect(window.happened.slice(1)).toEqual([
      ['send', 'channel', 1],
      ['postMessage', 'port-channel', null, [port]],
      'background #0c0f14',
    ]);
    window.emit('closed');
    desk.send('channel', 2);
    desk.deliver('port-channel', port);
    desk.repaintBackground();
    desk.focus();
    expect(window.happened).toHaveLength(4);
    expect(desk.current).toBeNull();
  });

  it('comes to the front, restored where it was minimized', () => {
    const [desk, window] = openDesk();
    desk.focus();
    window.isMinimizedNow = true;
    desk.focus();
    expect(window.happened.slice(1)).toEqual(['show', 'focus', 'restore', 'show', 'focus']);
  });

  it('takes no picture of a closed window', async () => {
    const [desk, window] = openDesk(true);
    window.emit('closed');
    await expect(desk.capture('/a.png')).rejects.toThrow('the window is closed');
  });
});
