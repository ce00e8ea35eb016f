/** An ordered list of sections. `revision` rises by one with every change. */
export interface Watchlist {
  readonly id: number;
  readonly revision: number;
  readonly sections: readonly WatchlistSection[];
}

export interface WatchlistSection {
  readonly id: number;
  /** What the user called it; null while a section of the first set keeps its own, translated name. */
  readonly name: string | null;
  /** Which section of the first set it is; null for the user's own. */
  readonly seed: SeedSection | null;
  readonly items: readonly WatchlistItem[];
}

export interface WatchlistItem {
  readonly id: number;
  /** `MIC:code`, or what the user wrote where nothing resolves it: unknown symbols are kept. */
  readonly symbol: string;
}

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
