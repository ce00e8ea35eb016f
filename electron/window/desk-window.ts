import { BrowserWindow, type MessagePortMain, screen } from 'electron';
import { backgroundColor } from './native-appearance';
import { PAGE_ADDRESS } from './page-files';
import { PageWatch, type PageWatchParts } from './page-watch';
import { lockPreferences } from './security-policy';
import { DEFAULT_SIZE, fitToDisplays, MINIMUM_SIZE, type WindowPlacement } from './window-bounds';
import type { WindowBoundsRepository } from './window-bounds-repository';

export interface DeskWindowParts extends PageWatchParts {
  readonly preloadPath: string;
  /** Before each window: its session is to be locked, and to have the page. */
  readonly preparePage: () => void;
  /** A picture has always the same size; bounds are neither used nor remembered. */
  readonly screenshot: boolean;
  readonly allowDevTools: boolean;
  readonly bounds: WindowBoundsRepository;
  readonly onStep: (step: 'windowConstructed' | 'loadUrlCalled' | 'shellPainted') => void;
  readonly onVisibleChanged: (visible: boolean) => void;
  readonly onClosed: () => void;
  /** The user closes the window. False where it is to stay. */
  readonly mayClose: () => boolean;
}

/** The one window. */
export class DeskWindow {
  private window: BrowserWindow | null = null;

  constructor(private readonly parts: DeskWindowParts) {}

  /** Null where the window is closed. */
  get current(): BrowserWindow | null {
    return this.window;
  }

  get isOpen(): boolean {
    return this.window !== null;
  }

  /** Makes the window and begins to load the page; it is shown once that has painted. */
  open(): void {
    const { parts } = this;
    parts.preparePage();
    const { maximized, ...place } = this.placement();
    const window = new BrowserWindow({
      ...place,
      minWidth: MINIMUM_SIZE.width,
      minHeight: MINIMUM_SIZE.height,
      show: false,
      backgroundColor: backgroundColor(),
      autoHideMenuBar: true,
      useContentSize: parts.screenshot,
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
    window.on('close', (event) => {
      if (!parts.mayClose()) event.preventDefault();
    });
    window.once('closed', () => {
      this.window = null;
      parts.onClosed();
    });
    this.watchVisibility(window);
    new PageWatch(parts).watch(window.webContents);
    // The pointer, wherever it rests, would be in the picture as a cross-hair.
    if (parts.screenshot) window.setIgnoreMouseEvents(true);
    else this.watchBounds(window);
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

  hide(): void {
    this.window?.hide();
  }

  minimize(): void {
    this.window?.minimize();
  }

  /** Takes the window away and gives back its memory; {@link open} makes another. */
  destroy(): void {
    this.window?.destroy();
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
    await captureToFile(this.window.webContents, path, this.parts.scheduler);
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
}
