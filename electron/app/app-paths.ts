import { join } from 'node:path';
import type { App } from 'electron';
import type { HiddenFolders } from './redaction';

/** Where the app finds its parts and keeps its files; all absolute. */
export interface AppPaths {
  /** Holds `user.db`, its backups and everything below. */
  readonly userData: string;
  readonly cacheFile: string;
  readonly windowBounds: string;
  readonly tickerBounds: string;
  readonly trayIcons: string;
  readonly logs: string;
  readonly pageFolder: string;
  readonly preload: string;
  readonly dataProcess: string;
  readonly listProcess: string;
  /** What stands for these folders in the log. */
  readonly hidden: HiddenFolders;
}

/** @param mainFolder - folder of the built main script; page and preload script stand beside it */
export function appPaths(app: Pick<App, 'getPath' | 'getAppPath'>, mainFolder: string): AppPaths {
  const userData = app.getPath('userData');
  return {
    userData,
    cacheFile: join(userData, 'cache.db'),
    windowBounds: join(userData, 'window.json'),
    tickerBounds: join(userData, 'ticker.json'),
    trayIcons: join(mainFolder, 'tray'),
    logs: join(userData, 'logs'),
    pageFolder: join(mainFolder, '../page'),
    preload: join(mainFolder, '../preload/preload.cjs'),
    dataProcess: join(mainFolder, 'data-process.js'),
    listProcess: join(mainFolder, 'list-process.js'),
    hidden: [
      [userData, '<user data>'],
      [app.getAppPath(), '<app>'],
      [app.getPath('home'), '~'],
    ],
  };
}
