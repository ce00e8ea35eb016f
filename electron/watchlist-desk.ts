import { setImmediate } from 'node:timers/promises';
import { createListSpelling } from '../src/shared/domain/formats/watchlist/write/list-spelling';
import { readExchangeCodes } from '../src/shared/domain/instrument/exchange-codes';
import type { Instrument } from '../src/shared/domain/instrument/instrument';
import { createSymbolResolver } from '../src/shared/domain/instrument/resolve-symbol';
import type { Locale } from '../src/shared/domain/settings/settings';
import type { SeedNames } from '../src/shared/domain/watchlist/list-document';
import type { Watchlist, Watchlists } from '../src/shared/domain/watchlist/watchlist';
import { enWatchlist } from '../src/shared/i18n/desk/en/watchlist';
import { zhWatchlist } from '../src/shared/i18n/desk/zh/watchlist';
import type { HeadlessParts } from './app/headless-command';
import { Signal } from './core/events/signal';
import { ListTextService } from './core/transfer/list-text-service';
import { type DocumentTaking, rehearseImport } from './core/transfer/rehearse-import';
import { WatchlistService } from './core/watchlist/watchlist-service';
import { SqliteLearnedInstrumentsRepository } from './store/instruments/learned-instruments-repository';
import { lookIntoUserDatabase } from './store/look-into-user-database';
import { openUserDatabase } from './store/open-user-database';
import { SqliteWatchlistRepository } from './store/watchlist/watchlist-repository';

/** The user's lists as a command finds them. */
export interface ListDesk {
  readonly lists: readonly Watchlist[];
  /** Instruments that the user picked from a search. */
  readonly learned: readonly Instrument[];
  /** Takes a document in, or only says what would become of it. */
  readonly take: (args: Parameters<typeof rehearseImport>[1]) => DocumentTaking;
  readonly close: () => void;
}

export type ListDeskOpening =
  | { readonly ok: true; readonly desk: ListDesk }
  /** `isTaken`: a running app has the user data. */
  | { readonly ok: false; readonly isTaken: boolean; readonly message: string };

const NO_LISTS: Watchlists = { revision: 0, lists: [], openListId: 0, starred: [] };

/** Looks at the lists without writing anything, also while the app runs. */
export function lookAtLists({ userData }: HeadlessParts): ListDeskOpening {
  const look = lookIntoUserDatabase(userData, (database) => ({
    watchlists: new SqliteWatchlistRepository(database).load().watchlists,
    learned: new SqliteLearnedInstrumentsRepository(database).readAll(),
  }));
  if (!look.ok && look.reason === 'other-version') {
    const message = 'user.db is of another version of Tapeout; start Tapeout once';
    return { ok: false, isTaken: false, message };
  }
  const { watchlists, learned } = look.ok ? look.result : { watchlists: NO_LISTS, learned: [] };
  return {
    ok: true,
    desk: {
      ...{ lists: watchlists.lists, learned, close: () => undefined },
      take: (args) => rehearseImport(watchlists, args),
    },
  };
}

/** Opens the lists for one change, for this process alone. */
export function openLists({ userData, claim, now }: HeadlessParts): ListDeskOpening {
  const release = claim();
  if (release === null) return { ok: false, isTaken: true, message: '' };
  const opening = openUserDatabase({ folder: userData, now });
  if (!opening.ok) {
    release();
    const { reason, detail } = opening.failure;
    return { ok: false, isTaken: reason === 'locked', message: `${reason}: ${detail}` };
  }
  const { database } = opening;
  const service = new WatchlistService({
    repository: new SqliteWatchlistRepository(database),
    changed: new Signal(() => undefined),
    // Nothing is done later: the process ends with its answer.
    scheduler: { after: () => () => undefined },
    now,
  });
  return {
    ok: true,
    desk: {
      lists: service.lists().lists,
      learned: new SqliteLearnedInstrumentsRepository(database).readAll(),
      take: (args) => service.importDocument(args),
      close: () => {
        database.dispose();
        release();
      },
    },
  };
}

export const SEED_NAMES: Readonly<Record<Locale, SeedNames>> = {
  en: { lists: enWatchlist.seedLists, sections: enWatchlist.seedSections },
  'zh-CN': { lists: zhWatchlist.seedLists, sections: zhWatchlist.seedSections },
};

/** Reads and writes lists with all instruments that the user's app knows. */
export async function listTexts(
  { loadInstruments, loadExchanges }: HeadlessParts,
  learned: readonly Instrument[],
): Promise<ListTextService> {
  const [bundled, exchanges] = await Promise.all([loadInstruments(), loadExchanges()]);
  const codes = readExchangeCodes(exchanges);
  const known = [...bundled, ...learned];
  const resolver = createSymbolResolver(codes, known);
  return new ListTextService({
    resolver: () => Promise.resolve(resolver),
    spelling: () => Promise.resolve(createListSpelling(codes, resolver, known)),
    pause: () => setImmediate(),
  });
}
