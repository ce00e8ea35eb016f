import { resolve } from 'node:path';

/**
 * The rooms and arrows of docs/architecture.md as lint zones: what a folder may import from the
 * project. `test/unit/architecture` breaks each arrow on purpose and expects lint to fail.
 */

/** Folder -> folders and files that it may import from, itself included by default. */
const rooms = {
  'src/shared/domain': [],
  'src/shared/i18n': ['src/shared/domain'],
  'src/shared/ipc': ['src/shared/domain'],
  'src/shared/statistics': ['src/shared/domain'],
  'src/api': ['src/shared', 'assets/exchanges'],
  'src/state': ['src/api', 'src/shared'],
  'src/chart': ['src/shared/domain'],
  'src/ui': [],
  'src/features': ['src/state', 'src/chart', 'src/ui', 'src/shared'],
  'src/app': ['src/features', 'src/state', 'src/ui'],
  'electron/core': ['src/shared/domain'],
  'electron/market': ['electron/core/**/*-port.ts', 'src/shared/domain', 'assets/exchanges'],
  'electron/feeds': ['electron/core/**/*-port.ts', 'src/shared/domain'],
  'electron/store': ['electron/core/**/*-port.ts', 'src/shared/domain', 'assets'],
  'electron/data': ['electron/core/**/*-port.ts', 'src/shared/domain', 'src/shared/ipc'],
  'electron/notify': ['electron/core/**/*-port.ts', 'src/shared/domain', 'src/shared/i18n'],
  'electron/window': ['electron/core/**/*-port.ts', 'src/shared/domain', 'src/shared/i18n'],
  'electron/app': ['electron/core/**/*-port.ts', 'src/shared/domain', 'src/shared/i18n'],
  'electron/ipc': ['electron/core', 'src/shared'],
  'electron/preload.ts': ['src/shared/ipc'],
  'electron/data-process.ts': [
    'electron/data',
    'electron/market',
    'electron/core/**/*-port.ts',
    'src/shared',
    'assets',
  ],
  'electron/list-process.ts': ['electron/core', 'src/shared/domain'],
  'electron/live-market.ts': [
    'electron/core',
    'electron/market',
    'src/shared/domain',
    'assets/exchanges',
  ],
  'electron/market-services.ts': [
    'electron/core',
    'electron/ipc',
    // The pattern stands for one file: exceptions have to be patterns.
    'electron/live-*.ts',
    'electron/market',
    'electron/store',
    'src/shared/domain',
    'assets/exchanges',
  ],
  'electron/transfer-services.ts': [
    'electron/core',
    'electron/ipc',
    'src/shared/domain',
    'src/shared/i18n',
  ],
  'electron/user-services.ts': [
    'electron/core',
    'electron/evidence-serv*.ts',
    'electron/inbox-*.ts',
    'electron/ipc',
    'electron/store',
    'src/shared/domain',
  ],
  'electron/alert-services.ts': [
    'electron/core',
    'electron/ipc',
    'electron/store',
    'src/shared/domain',
  ],
  'electron/evidence-services.ts': [
    'electron/core',
    'electron/store',
    'src/shared/domain',
    'assets/evidence',
  ],
  'electron/inbox-services.ts': [
    'electron/core',
    'electron/feeds',
    'electron/ipc',
    'electron/store',
    'src/shared/domain',
    'assets/feeds',
  ],
  'electron/desk-services.ts': [
    'electron/app',
    'electron/ipc',
    'electron/window',
    'src/shared/ipc',
  ],
  'electron/tray-services.ts': [
    'electron/core',
    'electron/ipc',
    // The pattern stands for one file: exceptions have to be patterns.
    'electron/tray-d*.ts',
    'electron/window',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
  ],
  'electron/tray-ticker.ts': [
    'electron/core',
    'electron/ipc',
    'electron/window',
    'src/shared/domain',
    'src/shared/ipc',
  ],
  'electron/tray-desktop.ts': [
    'electron/app',
    'electron/tray-t*.ts',
    'electron/core',
    'electron/ipc',
    'electron/notify',
    'electron/window',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
  ],
  'electron/headless-commands.ts': [
    'electron/app',
    'electron/watchlist-*.ts',
    'electron/alert-com*.ts',
    'electron/evidence-com*.ts',
    'src/shared/domain',
  ],
  'electron/watchlist-commands.ts': [
    'electron/app',
    'electron/core',
    'electron/watchlist-*.ts',
    'src/shared/domain',
  ],
  'electron/watchlist-desk.ts': [
    'electron/app',
    'electron/core',
    'electron/store',
    'src/shared/domain',
    'src/shared/i18n',
  ],
  'electron/alert-commands.ts': ['electron/app', 'electron/core', 'src/shared/domain'],
  'electron/evidence-commands.ts': ['electron/app', 'electron/core', 'src/shared'],
  'electron/backend-services.ts': [
    'electron/app',
    'electron/alert-serv*.ts',
    'electron/core',
    'electron/ipc',
    'electron/market-*.ts',
    'electron/store',
    'electron/transfer-*.ts',
    'electron/user-*.ts',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
  ],
  'electron/main.ts': ['electron', 'src/shared', 'assets'],
};

const PROJECT_FOLDERS = ['electron', 'src', 'assets', 'test', 'scripts'];

/** @returns zones for `import-x/no-restricted-paths`: one for each room and top-level folder */
export function zones() {
  return Object.entries(rooms).flatMap(([room, allowed]) =>
    PROJECT_FOLDERS.map((folder) => ({
      target: `./${room}`,
      from: `./${folder}/**/*`,
      except: exceptions(folder, room.endsWith('.ts') ? allowed : [room, ...allowed]),
      message: `${room} may import only: ${[...allowed, 'itself'].join(', ')}`,
    })),
  );
}

/** @param {string} folder @param {string[]} allowed */
function exceptions(folder, allowed) {
  return allowed
    .filter((path) => path === folder || path.startsWith(`${folder}/`))
    .map((path) => resolve(import.meta.dirname, path.endsWith('.ts') ? path : `${path}/**/*`));
}

/** Where Electron itself may be imported. */
export const ELECTRON_ROOMS = [
  'electron/main.ts',
  'electron/preload.ts',
  'electron/data-process.ts',
  'electron/list-process.ts',
  'electron/app/**',
  'electron/window/**',
  'electron/ipc/**',
  'electron/notify/**',
];
