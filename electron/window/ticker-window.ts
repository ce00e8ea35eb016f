import { BrowserWindow, screen } from 'electron';
import { backgroundColor } from './native-appearance';
import { PAGE_ORIGIN } from './page-files';
import { PageWatch, type PageWatchParts } from './page-watch';
import { lockPreferences } from './security-policy';
import { fitToDisplays } from './window-bounds';
import type { WindowBoundsRepository } from './window-bounds-repository';

export interface TickerWindowParts extends Omit<PageWatchParts, 'onBroken'> {
  readonly preloadPath: string;
  /** Before each window: its session is to be locked, and to have the page. */
  readonly preparePage: () => void;
  readonly allowDevTools: boolean;
  readonly bounds: Pick<WindowBoundsRepository, 'load' | 'remember'>;
  /** The window is gone, whoever closed it. */
  readonly onClosed: () => void;
}

export const TICKER_ADDRESS = `${PAGE_ORIGIN}/ticker.html`;

const WIDTH = 252;
const HEAD_HEIGHT = 22;
const LINE_HEIGHT = 26;
const SMALLEST = { width: WIDTH, height: HEAD_HEIGHT + LINE_HEIGHT } as const;
const MOST_LINES = 12;

/** Height of the window with so many lines; longer lists scroll. */
export function tickerHeight(lines: number): number {
  return HEAD_HEIGHT + LINE_HEIGHT * Math.max(1, Math.min(lines, MOST_LINES));
}

/** The small window above all others. */
export class TickerWindow {
  private window: BrowserWindow | null = null;

  constructor(private readonly parts: TickerWindowParts) {}

  get isOpen(): boolean {
    return this.window !== null;
  }

  /** @param lines - how many instruments it is to have room for */
  open(lines: number): void {
    if (this.window) return;
    const { preloadPath, preparePage, allowDevTools, onClosed } = this.parts;
    preparePage();
    const window = new BrowserWindow({
      ...this.placement(lines),
      show: false,
      frame: false,
      resizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      backgroundColor: backgroundColor(),
      webPreferences: lockPreferences({
        preload: preloadPath,
        devTools: allowDevTools,
        spellcheck: false,
      }),
    });
    this.window = window;
    window.setAlwaysOnTop(true, 'floating');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    // The desk keeps the focus.
    window.once('ready-to-show', () => window.showInactive());
    window.on('move', () =>
      this.parts.bounds.remember({ ...window.getBounds(), maximized: false }),
    );
    window.once('closed', () => {
      this.window = null;
      onClosed();
    });
    const watch = new PageWatch({ ...this.parts, onBroken: () => this.close() });
    watch.watch(window.webContents);
    // A failure is reported by `did-fail-load`.
    window.loadURL(TICKER_ADDRESS).catch(() => undefined);
  }

  /** Gives the window room for so many lines. */
  resize(lines: number): void {
    if (!this.window) return;
    const bounds = this.window.getBounds();
    const height = tickerHeight(lines);
    if (bounds.height !== height) this.window.setBounds({ ...bounds, height });
  }

  close(): void {
    this.window?.destroy();
  }

  send(channel: string, payload: unknown): void {
    this.window?.webContents.send(channel, payload);
  }

  private placement(
    lines: number,
  ): Electron.Rectangle | Pick<Electron.Rectangle, 'width' | 'height'> {
    const size = { width: WIDTH, height: tickerHeight(lines) };
    const remembered = this.parts.bounds.load();
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const { x, y, ...fitted } = fitToDisplays(
      remembered && { ...remembered, ...size },
      [primary.workArea, ...others.map(({ workArea }) => workArea)],
      { usual: size, smallest: SMALLEST },
    );
    const { width, height } = fitted;
    return x === undefined || y === undefined ? { width, height } : { x, y, width, height };
  }
}
