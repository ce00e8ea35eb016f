import { BrowserWindow, type MessagePortMain, screen, type WebContents } from 'electron';
import { backgroundColor } from './native-appearance';
import { PAGE_ADDRESS } from './page-files';
import { lockPreferences } from './security-policy';
import { DEFAULT_SIZE, fitToDisplays, MINIMUM_SIZE, type WindowPlacement } from './window-bounds';
import type { WindowBoundsRepository } from './window-bounds-repository';

export interface DeskWindowParts {
  readonly preloadPath: string;
  /** A picture has always the same size; bounds are neither used nor remembered. */
  readonly screenshot: boolean;
  readonly allowDevTools: boolean;
  readonly bounds: WindowBoundsRepository;
  readonly log: { error(message: string, cause?: unknown): void };
  readonly onStep: (step: 'windowConstructed' | 'loadUrlCalled' | 'shellPainted') => void;
  readonly onVisibleChanged: (visible: boolean) => void;
  readonly onClosed: () => void;
  /** The page could not be loaded, or died too often. */
  readonly onBroken: (reason: string) => void;
}

/** A page that dies again and again is not brought back for ever. */
const MOST_REVIVALS = 3;

/** The one window. */
export class DeskWindow {
  private window: BrowserWindow | null = null;
  private revivals = 0;

  constructor(private readonly parts: DeskWindowParts) {}

  /** Null where the window is closed. */
  get current(): BrowserWindow | null {
    return this.window;
  }

  /** Makes the window and begins to load the page; it is shown once that has painted. */
  open(): void {
    const { parts } = this;
    const { maximized, ...place } = this.placement();
    const window = new BrowserWindow({
      ...place,
      minWidth: MINIMUM_SIZE.width,
      minHeight: MINIMUM_SIZE.height,
      show: false,
      backgroundColor: backgroundColor(),
      autoHideMenuBar: true,
      enableLargerThanScreen: parts.screenshot,
      webPreferences: lockPreferences({
        preload: parts.preloadPath,
        devTools: parts.allowDevTools,
        v8CacheOptions: 'bypassHeatCheck',
        spellcheck: false,
      }),
    });
    this.window = window;
    parts.onStep('windowConstructed');
    window.once('ready-to-show', () => {
      parts.onStep('shellPainted');
      if (maximized) window.maximize();
      window.show();
    });
    window.once('closed', () => {
      this.window = null;
      parts.onClosed();
    });
    this.watchVisibility(window);
    this.watchPage(window.webContents);
    if (!parts.screenshot) this.watchBounds(window);
    // A failure is reported by `did-fail-load`.
    window.loadURL(PAGE_ADDRESS).catch(() => undefined);
    parts.onStep('loadUrlCalled');
  }

  /** Follows a change of the theme: the edge that shows while the window grows is the page's colour. */
  repaintBackground(): void {
    this.window?.setBackgroundColor(backgroundColor());
  }

  /** Brings the window to the front. */
  focus(): void {
    if (!this.window) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  /** Says something to the page, where there is one. */
  send(channel: string, payload: unknown): void {
    this.window?.webContents.send(channel, payload);
  }

  /** Hands a port to the page, where there is one. */
  deliver(channel: string, port: MessagePortMain): void {
    this.window?.webContents.postMessage(channel, null, [port]);
  }

  /** @throws Error where there is no window, or the file cannot be written */
  async capture(path: string): Promise<void> {
    if (!this.window) throw new Error('the window is closed');
    const { captureToFile } = await import('./screenshot-capture');
    await captureToFile(this.window.webContents, path);
  }

  private placement(): WindowPlacement {
    if (this.parts.screenshot) return { ...DEFAULT_SIZE, maximized: false };
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    return fitToDisplays(this.parts.bounds.load(), [
      primary.workArea,
      ...others.map(({ workArea }) => workArea),
    ]);
  }

  private watchBounds(window: BrowserWindow): void {
    const { bounds } = this.parts;
    const remember = (): void => {
      if (window.isMinimized() || window.isFullScreen()) return;
      bounds.remember({ ...window.getNormalBounds(), maximized: window.isMaximized() });
    };
    window.on('resize', remember);
    window.on('move', remember);
    window.on('maximize', remember);
    window.on('unmaximize', remember);
    window.on('close', remember);
  }

  private watchVisibility(window: BrowserWindow): void {
    const { onVisibleChanged } = this.parts;
    window.on('show', () => onVisibleChanged(true));
    window.on('restore', () => onVisibleChanged(true));
    window.on('hide', () => onVisibleChanged(false));
    window.on('minimize', () => onVisibleChanged(false));
    window.on('closed', () => onVisibleChanged(false));
  }

  private watchPage(contents: WebContents): void {
    const { log, onBroken } = this.parts;
    contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
      if (isMainFrame) onBroken(`the page could not be loaded: ${description || code}`);
    });
    contents.on('preload-error', (_event, _path, error) => {
      log.error('the preload script failed', error);
      onBroken(`the preload script failed: ${error.message}`);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      log.error(`the page's process is gone: ${reason}`);
      this.revivals += 1;
      if (this.revivals > MOST_REVIVALS) onBroken(`the page's process is gone: ${reason}`);
      else contents.reload();
    });
  }
}
