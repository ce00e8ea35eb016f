import type { ItemDetails } from './watchlist-document';

/**
 * All of the user's lists. `revision` rises by one with every change; whoever holds one with a higher
 * revision drops this one.
 */
export interface Watchlists {
  readonly revision: number;
  /** In the user's order, at least one. */
  readonly lists: readonly Watchlist[];
  /** The list that stands on the desk; always one of `lists`. */
  readonly openListId: number;
  /** Symbols that the user starred, each once, in the order in which he did. They show in the tray. */
  readonly starred: readonly string[];
}

/** One list: sections in the user's order. */
export interface Watchlist {
  readonly id: number;
  /** What the user called it; null while the first list keeps its own, translated name. */
  readonly name: string | null;
  /** Which list of the first set it is; null for the user's own. */
  readonly seed: SeedList | null;
  readonly sections: readonly WatchlistSection[];
}

export interface WatchlistSection {
  readonly id: number;
  /**
   * What the user called it; null while a section of the first set keeps its own, translated name,
   * and for the one section without a name that a list may have. That one stands first.
   */
  readonly name: string | null;
  /** Which section of the first set it is; null for the user's own. */
  readonly seed: SeedSection | null;
  readonly items: readonly WatchlistItem[];
}

/** An instrument in a section, which holds each symbol once. */
export interface WatchlistItem extends ItemDetails {
  readonly id: number;
  /** `MIC:code`, or what the user wrote where nothing resolves it: unknown symbols are kept. */
  readonly symbol: string;
  /** The spelling of the file that it came from; null where it was added in the app. */
  readonly written: string | null;
}

export const SEED_LISTS = ['chip-race'] as const;
export type SeedList = (typeof SEED_LISTS)[number];

export const SEED_SECTIONS = [
  'in-house-silicon',
  'ai-labs',
  'merchant-silicon',
  'foundry-and-memory',
] as const;
export type SeedSection = (typeof SEED_SECTIONS)[number];

/** The first watchlist, that tells the story of the app. */
export const FIRST_WATCHLIST: readonly {
  readonly seed: SeedSection;
  readonly symbols: readonly string[];
}[] = [
  {
    seed: 'in-house-silicon',
    symbols: [
      'XNAS:GOOGL',
      'XNAS:AMZN',
      'XNAS:AAPL',
      'XNAS:MSFT',
      'XNAS:META',
      'XNAS:TSLA',
      'XHKG:09988',
      'XHKG:09888',
      'XHKG:00700',
      'XHKG:01810',
    ],
  },
  { seed: 'ai-labs', symbols: ['XHKG:02513', 'XHKG:00100'] },
  {
    seed: 'merchant-silicon',
    symbols: ['XNAS:NVDA', 'XNAS:AMD', 'XNAS:INTC', 'XNAS:ARM', 'XNAS:QCOM', 'XSHG:688256'],
  },
  {
    seed: 'foundry-and-memory',
    symbols: [
      'XNYS:TSM',
      'XHKG:00981',
      'XKRX:005930',
      'XKRX:000660',
      'XNAS:MU',
      'XNAS:ASML',
      'XNAS:AVGO',
      'XNAS:MRVL',
    ],
  },
];
