import type { SavedFilter } from '../../shared/domain/announcement-filter/saved-filter';
import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { Instrument } from '../../shared/domain/instrument/instrument';
import {
  catalogueOffer,
  type InstrumentOffer,
  type InstrumentOffers,
} from '../instrument/instrument-offers';
import type { AlertOffer } from './alert-offers';
import type { DeskCommand } from './desk-command';
import { findBest, type Searchable } from './ranked-search';

export type PaletteResult =
  | { readonly kind: 'alerts'; readonly key: string; readonly alert: AlertOffer }
  | { readonly kind: 'instruments'; readonly key: string; readonly offer: InstrumentOffer }
  | {
      readonly kind: 'announcements';
      readonly key: string;
      readonly announcement: AnnouncementSummary;
    }
  | { readonly kind: 'filters'; readonly key: string; readonly saved: SavedFilter }
  | { readonly kind: 'commands'; readonly key: string; readonly command: DeskCommand };

export interface PaletteGroup {
  readonly kind: PaletteResult['kind'];
  readonly results: readonly PaletteResult[];
}

export interface PaletteIndex {
  readonly announcements: readonly Searchable<AnnouncementSummary>[];
  readonly commands: readonly Searchable<DeskCommand>[];
  readonly filters: readonly Searchable<SavedFilter>[];
}

const MOST = { announcements: 7, commands: 6, filters: 5 } as const;
/** Found instruments, and a choice between the markets that share a code. */
const MOST_OFFERS = 10;
const MOST_LISTED = 6;
const NO_OFFERS: InstrumentOffers = { offers: [], asks: false, isSpelling: false, rank: 0 };

/** What answers a query, the group with the best answer first; empty groups are left out. */
export function searchPalette(
  index: PaletteIndex,
  instruments: InstrumentOffers,
  query: string,
): readonly PaletteGroup[] {
  const announcements = findBest(index.announcements, query, MOST.announcements);
  const commands = findBest(index.commands, query, MOST.commands);
  const filters = findBest(index.filters, query, MOST.filters);
  return [
    {
      rank: instruments.rank,
      results: instruments.offers.slice(0, MOST_OFFERS).map(instrumentResult),
    },
    { rank: commands[0]?.rank, results: commands.map(({ item }) => commandResult(item)) },
    { rank: filters[0]?.rank, results: filters.map(({ item }) => filterResult(item)) },
    {
      rank: announcements[0]?.rank,
      results: announcements.map(({ item }) => announcementResult(item)),
    },
  ]
    .sort((left, right) => (right.rank ?? 0) - (left.rank ?? 0))
    .flatMap(({ results }) => groupOf(results));
}

/** What answers a query that reads as a rule: the rule, and what else is called so. */
export function alertPalette(
  index: PaletteIndex,
  alerts: readonly AlertOffer[],
  query: string,
): readonly PaletteGroup[] {
  return [...groupOf(alerts.map(alertResult)), ...searchPalette(index, NO_OFFERS, query)];
}

/** What is offered before anything is written: the first instruments of the list, and the commands. */
export function palettePreview(
  listed: readonly Instrument[],
  commands: readonly DeskCommand[],
): readonly PaletteGroup[] {
  return [
    ...groupOf(listed.slice(0, MOST_LISTED).map((line) => instrumentResult(catalogueOffer(line)))),
    ...groupOf(commands.map(commandResult)),
  ];
}

function groupOf(results: readonly PaletteResult[]): readonly PaletteGroup[] {
  const [first] = results;
  return first ? [{ kind: first.kind, results }] : [];
}

function alertResult(alert: AlertOffer): PaletteResult {
  return { kind: 'alerts', key: `alert-${alert.symbol}`, alert };
}

function instrumentResult(offer: InstrumentOffer): PaletteResult {
  return { kind: 'instruments', key: offer.id, offer };
}

function announcementResult(announcement: AnnouncementSummary): PaletteResult {
  return { kind: 'announcements', key: announcement.id, announcement };
}

function filterResult(saved: SavedFilter): PaletteResult {
  return { kind: 'filters', key: `filter-${saved.name}`, saved };
}

function commandResult(command: DeskCommand): PaletteResult {
  return { kind: 'commands', key: command.name, command };
}
