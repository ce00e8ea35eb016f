import { DATA_PORT_MESSAGE } from '../src/shared/ipc/data-port';
import type { AppPaths } from './app/app-paths';
import type { StartTrace } from './app/start-trace';
import type { DataPage } from './ipc/data-process-client';
import { DeskWindow, type DeskWindowParts } from './window/desk-window';
import { ExternalLinks } from './window/external-links';
import { WindowBoundsRepository } from './window/window-bounds-repository';

export interface DeskServicesParts extends Pick<
  DeskWindowParts,
  | 'screenshot'
  | 'preparePage'
  | 'scheduler'
  | 'log'
  | 'onVisibleChanged'
  | 'onClosed'
  | 'onBroken'
  | 'mayClose'
> {
  readonly paths: Pick<AppPaths, 'preload' | 'windowBounds'>;
  readonly trace: Pick<StartTrace, 'mark'>;
  readonly isPackaged: boolean;
  /** Hands an address to the system's browser. */
  readonly openInBrowser: (address: string) => Promise<void>;
  readonly report: (message: string, cause?: unknown) => void;
  /** The window stands on the screen for the first time. */
  readonly onShown: () => void;
}

type PagePort = Parameters<DeskWindow['deliver']>[1];

export interface DeskServices {
  readonly desk: DeskWindow;
  /** Its page, as the data process knows it. */
  readonly page: DataPage<PagePort>;
  readonly bounds: WindowBoundsRepository;
  readonly openLink: ExternalLinks['openLink'];
}

/** Composition root of the window and of what leads out of it. */
export function createDeskServices(parts: DeskServicesParts): DeskServices {
  const { paths, trace, report } = parts;
  const links = new ExternalLinks(parts.openInBrowser, report);
  const bounds = new WindowBoundsRepository(paths.windowBounds, parts.scheduler, report);
  const desk = new DeskWindow({
    ...parts,
    bounds,
    preloadPath: paths.preload,
    allowDevTools: !parts.isPackaged,
    onStep: (step) => {
      trace.mark(step);
      if (step === 'shellPainted') parts.onShown();
    },
  });
  const page = {
    deliver: (port: PagePort): void => desk.deliver(DATA_PORT_MESSAGE, port),
  };
  return { desk, page, bounds, openLink: links.openLink.bind(links) };
}
