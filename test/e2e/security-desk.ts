import type { Page } from 'playwright-core';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  removeFolder,
} from '../helpers/desk-app';
import { chartOf } from './chart-pane';
import { ForbiddenServer } from './forbidden-server';
import { TODAY, writeMadeUpDesk } from './made-up-desk';

export const PAGE_ADDRESS = 'app://tapeout/index.html';

/** A desk with bars in it beside a server that it must never reach. */
export interface WatchedDesk {
  readonly desk: LaunchedDesk;
  readonly page: Page;
  readonly server: ForbiddenServer;
  /** Address of the server. */
  readonly outside: string;
  readonly close: () => Promise<void>;
}

export async function openWatchedDesk(): Promise<WatchedDesk> {
  const server = new ForbiddenServer();
  const outside = await server.start();
  const folder = await freshFolder();
  const bars = await writeMadeUpDesk(folder);
  const args = [
    '--bars-folder',
    bars,
    '--symbol',
    'XNAS:GOOGL',
    '--locale',
    'en',
    '--theme',
    'dark',
  ];
  const desk = await launchDesk({ args, clock: TODAY });
  await chartOf(desk.page, 'Alphabet', 1000).waitFor();
  const close = async (): Promise<void> => {
    await closeDesk(desk);
    await removeFolder(folder);
    await server.dispose();
  };
  return { desk, page: desk.page, server, outside, close };
}
