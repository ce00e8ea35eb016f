import { Signal } from '../../../../../electron/core/events/signal';
import { WatchlistService } from '../../../../../electron/core/watchlist/watchlist-service';
import type { Watchlists } from '../../../../../src/shared/domain/watchlist/watchlist';
import type {
  WatchlistResult,
  WatchlistsNow,
} from '../../../../../src/shared/domain/watchlist/watchlist-answer';
import { MemoryWatchlistRepository } from '../../../../helpers/memory-watchlist-repository';
import { itemOf, listOf, listsOf, sectionOf } from '../../../../helpers/watchlist-samples';

export const [MAIN, OTHER] = [1, 2];
export const [LABS, FOUNDRIES, EMPTY, FAR] = [11, 12, 13, 21];
export const [ZHIPU, MINIMAX, TSMC, AMD] = [101, 102, 103, 201];

const LISTS = listsOf(
  1,
  listOf(MAIN, 'Main', [
    sectionOf(LABS, 'Labs', [itemOf(ZHIPU, 'XHKG:02513'), itemOf(MINIMAX, 'XHKG:00100')]),
    sectionOf(FOUNDRIES, 'Foundries', [itemOf(TSMC, 'XNYS:TSM')]),
    sectionOf(EMPTY, 'Empty'),
  ]),
  listOf(OTHER, 'Other', [sectionOf(FAR, 'Far', [itemOf(AMD, 'XNAS:AMD')])]),
);

/** The commands over a store in memory; `now` can be set, and what waits for later be run. */
export class ServiceUnderTest {
  readonly told: WatchlistsNow[] = [];
  later: (() => void)[] = [];
  now = 1_000;
  readonly repository: MemoryWatchlistRepository;
  readonly service: WatchlistService;

  constructor(lists: Watchlists = LISTS) {
    this.repository = new MemoryWatchlistRepository(lists);
    const changed = new Signal<WatchlistsNow>((error) => {
      throw error;
    });
    changed.subscribe((news) => this.told.push(news));
    this.service = new WatchlistService({
      ...{ repository: this.repository, changed, now: () => this.now },
      scheduler: {
        after: (_, task) => {
          this.later.push(task);
          return () => void (this.later = this.later.filter((each) => each !== task));
        },
      },
    });
    this.service.start();
  }

  /** `section: code code` for each section of a list. */
  shape(listId = MAIN): readonly string[] {
    const list = this.service.lists().lists.find(({ id }) => id === listId);
    return (list?.sections ?? []).map(({ name, items }) =>
      `${name}: ${items.map(({ symbol }) => symbol.replace(/^.*:/, '')).join(' ')}`.trim(),
    );
  }
}

export function addedBy(result: WatchlistResult): readonly number[] {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.added;
}

export const refused = (reason: string) => ({ ok: false, reason });
