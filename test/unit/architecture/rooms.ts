import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../../helpers/electron-under-test';

/**
 * The arrows as `docs/architecture.md` tells them, written down by hand. Nothing here is read from
 * the lint configuration: it is what the configuration is measured against.
 */

/** What a room may import from the project, beside itself. `ports` are core's `*-port.ts`. */
export const ALLOWED: Readonly<Record<string, readonly Target[]>> = {
  'src/shared/domain': [],
  'src/shared/i18n': ['src/shared/domain'],
  'src/shared/ipc': ['src/shared/domain'],
  'src/shared/statistics': ['src/shared/domain'],
  'src/api': [
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
    'assets/exchanges',
  ],
  'src/state': [
    'src/api',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
  ],
  'src/chart': ['src/shared/domain'],
  'src/ui': [],
  'src/features': [
    'src/state',
    'src/chart',
    'src/ui',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
  ],
  'src/app': ['src/features', 'src/state', 'src/ui'],
  'electron/core': ['src/shared/domain'],
  'electron/market': ['ports', 'src/shared/domain', 'assets/exchanges'],
  'electron/feeds': ['ports', 'src/shared/domain'],
  'electron/store': [
    'ports',
    'src/shared/domain',
    'assets/announcements',
    'assets/evidence',
    'assets/exchanges',
    'assets/instruments',
    'assets/feeds',
  ],
  'electron/data': ['ports', 'src/shared/domain', 'src/shared/ipc'],
  'electron/notify': ['ports', 'src/shared/domain', 'src/shared/i18n'],
  'electron/window': ['ports', 'src/shared/domain', 'src/shared/i18n'],
  'electron/app': ['ports', 'src/shared/domain', 'src/shared/i18n'],
  'electron/ipc': [
    'ports',
    'electron/core',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
  ],
  'electron/preload.ts': ['src/shared/ipc'],
  'electron/data-process.ts': [
    'ports',
    'electron/data',
    'electron/market',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
    'assets/announcements',
    'assets/evidence',
    'assets/exchanges',
    'assets/feeds',
    'assets/instruments',
  ],
  'electron/live-market.ts': [
    'ports',
    'electron/core',
    'electron/market',
    'src/shared/domain',
    'assets/exchanges',
  ],
  'electron/market-services.ts': [
    'ports',
    'electron/core',
    'electron/ipc',
    'electron/live-market.ts',
    'electron/market',
    'electron/store',
    'src/shared/domain',
    'assets/exchanges',
  ],
  'electron/user-services.ts': [
    'ports',
    'electron/core',
    'electron/evidence-services.ts',
    'electron/inbox-services.ts',
    'electron/ipc',
    'electron/store',
    'src/shared/domain',
  ],
  'electron/alert-services.ts': [
    'ports',
    'electron/core',
    'electron/ipc',
    'electron/store',
    'src/shared/domain',
    'assets/exchanges',
  ],
  'electron/evidence-services.ts': [
    'ports',
    'electron/core',
    'electron/store',
    'src/shared/domain',
    'assets/evidence',
  ],
  'electron/inbox-services.ts': [
    'ports',
    'electron/core',
    'electron/feeds',
    'electron/ipc',
    'electron/store',
    'src/shared/domain',
    'assets/feeds',
  ],
  'electron/desk-services.ts': ['electron/app', 'electron/window'],
  'electron/headless-commands.ts': [
    'electron/app',
    'electron/watchlist-commands.ts',
    'electron/watchlist-desk.ts',
    'electron/alert-commands.ts',
    'electron/evidence-commands.ts',
    'src/shared/domain',
  ],
  'electron/watchlist-commands.ts': [
    'ports',
    'electron/app',
    'electron/core',
    'electron/watchlist-desk.ts',
    'src/shared/domain',
  ],
  'electron/watchlist-desk.ts': [
    'ports',
    'electron/app',
    'electron/core',
    'electron/store',
    'src/shared/domain',
    'src/shared/i18n',
  ],
  'electron/alert-commands.ts': ['ports', 'electron/app', 'electron/core', 'src/shared/domain'],
  'electron/evidence-commands.ts': [
    'ports',
    'electron/app',
    'electron/core',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
  ],
  'electron/main.ts': [
    'ports',
    'electron/desk-services.ts',
    'electron/headless-commands.ts',
    'electron/watchlist-commands.ts',
    'electron/alert-commands.ts',
    'electron/evidence-commands.ts',
    'electron/alert-services.ts',
    'electron/evidence-services.ts',
    'electron/inbox-services.ts',
    'electron/feeds',
    'electron/live-market.ts',
    'electron/market-services.ts',
    'electron/user-services.ts',
    'electron/core',
    'electron/market',
    'electron/store',
    'electron/data',
    'electron/notify',
    'electron/window',
    'electron/app',
    'electron/ipc',
    'electron/preload.ts',
    'electron/data-process.ts',
    'src/shared/domain',
    'src/shared/i18n',
    'src/shared/ipc',
    'src/shared/statistics',
    'assets/announcements',
    'assets/evidence',
    'assets/exchanges',
    'assets/feeds',
    'assets/instruments',
  ],
};

/** Rooms that stand in the plan and hold no file yet: nothing can import from them. */
export const EMPTY_ROOMS: readonly string[] = ['electron/notify'];

/** One real file for each place that somebody might import from. Lint only sees files that exist. */
export const TARGETS = {
  'src/shared/domain': 'src/shared/domain/settings/settings.ts',
  'src/shared/i18n': 'src/shared/i18n/native-catalogue.ts',
  'src/shared/ipc': 'src/shared/ipc/envelope.ts',
  'src/shared/statistics': 'src/shared/statistics/stdlib-distributions.ts',
  'src/api': 'src/api/client.ts',
  'src/state': 'src/state/desk.svelte.ts',
  'src/chart': 'src/chart/chart-types.ts',
  'src/ui': 'src/ui/Tag.svelte',
  'src/features': 'src/features/chart/chart-ranges.ts',
  'src/app': 'src/app/keyboard-map.ts',
  ports: 'electron/core/quotes/scheduler-port.ts',
  'electron/core': 'electron/core/quotes/quote-service.ts',
  'electron/market': 'electron/market/providers/csv-folder/csv-folder-provider.ts',
  'electron/feeds': 'electron/feeds/xml-tree.ts',
  'electron/store': 'electron/store/user-database.ts',
  'electron/data': 'electron/data/series/series-service.ts',
  'electron/notify': null,
  'electron/window': 'electron/window/security-policy.ts',
  'electron/app': 'electron/app/shutdown.ts',
  'electron/ipc': 'electron/ipc/router.ts',
  'electron/preload.ts': 'electron/preload.ts',
  'electron/data-process.ts': 'electron/data-process.ts',
  'electron/live-market.ts': 'electron/live-market.ts',
  'electron/market-services.ts': 'electron/market-services.ts',
  'electron/user-services.ts': 'electron/user-services.ts',
  'electron/evidence-services.ts': 'electron/evidence-services.ts',
  'electron/inbox-services.ts': 'electron/inbox-services.ts',
  'electron/alert-services.ts': 'electron/alert-services.ts',
  'electron/desk-services.ts': 'electron/desk-services.ts',
  'electron/headless-commands.ts': 'electron/headless-commands.ts',
  'electron/watchlist-commands.ts': 'electron/watchlist-commands.ts',
  'electron/watchlist-desk.ts': 'electron/watchlist-desk.ts',
  'electron/alert-commands.ts': 'electron/alert-commands.ts',
  'electron/evidence-commands.ts': 'electron/evidence-commands.ts',
  'electron/main.ts': 'electron/main.ts',
  'assets/announcements': 'assets/announcements/google.json',
  'assets/evidence': 'assets/evidence/corporate-events.json',
  'assets/exchanges': 'assets/exchanges/exchanges.json',
  'assets/feeds': 'assets/feeds/suggested-feeds.json',
  'assets/instruments': 'assets/instruments/catalogue.json',
  test: 'test/helpers/electron-under-test.ts',
  scripts: 'scripts/lib/project.mjs',
} as const satisfies Readonly<Record<string, string | null>>;

export type Target = keyof typeof TARGETS;

export const ROOM_NAMES: readonly string[] = Object.keys(ALLOWED);

/** A place for a file that is written nowhere: lint reads its text from memory. */
export function imaginedFile(room: string): string {
  return room.endsWith('.ts') ? room : `${room}/imagined-service.ts`;
}

/** Folders and files of the two sides, each of which must be a room or lead to rooms. */
export function sourcePlaces(): string[] {
  return ['electron', 'src', 'src/shared'].flatMap((parent) =>
    readdirSync(join(PROJECT_DIR, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .map((entry) => `${parent}/${entry.name}`)
      .filter((place) => place !== 'src/shared'),
  );
}
