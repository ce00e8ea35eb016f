import { watchlistAndSettings } from './0001-watchlist-and-settings';
import { learnedInstruments } from './0002-learned-instruments';
import { feeds } from './0003-feeds';
import { curation } from './0004-curation';
import { manyLists } from './0005-many-lists';
import { alerts } from './0006-alerts';
import { heldLists } from './0007-held-lists';
import type { Migration } from './migration';

/** In ascending order, without gaps. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  watchlistAndSettings,
  learnedInstruments,
  feeds,
  curation,
  manyLists,
  alerts,
  heldLists,
];
