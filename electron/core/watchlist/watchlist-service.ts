import type { Watchlist } from '../../../src/shared/domain/watchlist/watchlist';
import type { Signal } from '../events/signal';
import { countItems, findItem, findSection, isListed } from './watchlist-lookup';
import type { WatchlistChange, WatchlistRepository } from './watchlist-repository-port';
import type { WatchlistRefusal, WatchlistResult } from './watchlist-result';

export const MAX_WATCHLIST_ITEMS = 5_000;
export const MAX_WATCHLIST_SECTIONS = 200;

/**
 * The commands on the watchlist. A command that changes nothing (a move to where the item stands)
 * succeeds without a new revision. Positions behind the end mean the end.
 */
export class WatchlistService {
  /** Null where the store has to be asked. */
  private current: Watchlist | null = null;

  constructor(
    private readonly repository: WatchlistRepository,
    private readonly changed: Signal<Watchlist>,
  ) {}

  start(): void {
    this.current = this.repository.load();
  }

  list(): Watchlist {
    this.current ??= this.repository.load();
    return this.current;
  }

  /** The same symbol may stand once in each section. */
  addItem(args: {
    readonly sectionId: number;
    readonly symbol: string;
    readonly position: number;
  }): WatchlistResult {
    const list = this.list();
    const section = findSection(list, args.sectionId);
    if (section === undefined) return refuse('unknown-section');
    if (isListed(section, args.symbol)) return refuse('already-listed');
    if (countItems(list) >= MAX_WATCHLIST_ITEMS) return refuse('list-full');
    const position = Math.min(args.position, section.items.length);
    const itemId = this.commit({ kind: 'add-item', ...args, position });
    const result = this.succeed();
    return itemId === null ? result : { ...result, itemId };
  }

  removeItem(args: { readonly itemId: number }): WatchlistResult {
    if (findItem(this.list(), args.itemId) === undefined) return refuse('unknown-item');
    this.commit({ kind: 'remove-item', ...args });
    return this.succeed();
  }

  /** Moves within a section or to another one; the item keeps its identity. */
  moveItem(args: {
    readonly itemId: number;
    readonly sectionId: number;
    readonly position: number;
  }): WatchlistResult {
    const list = this.list();
    const from = findItem(list, args.itemId);
    if (from === undefined) return refuse('unknown-item');
    const target = findSection(list, args.sectionId);
    if (target === undefined) return refuse('unknown-section');
    const stays = target.id === from.section.id;
    if (!stays && isListed(target, from.item.symbol)) return refuse('already-listed');
    const last = stays ? target.items.length - 1 : target.items.length;
    const position = Math.min(args.position, last);
    if (stays && position === from.position) return this.succeed();
    this.commit({ kind: 'move-item', ...args, position });
    return this.succeed();
  }

  addSection(args: { readonly name: string; readonly position: number }): WatchlistResult {
    const { sections } = this.list();
    if (sections.length >= MAX_WATCHLIST_SECTIONS) return refuse('list-full');
    const position = Math.min(args.position, sections.length);
    this.commit({ kind: 'add-section', ...args, position });
    return this.succeed();
  }

  renameSection(args: { readonly sectionId: number; readonly name: string }): WatchlistResult {
    const section = findSection(this.list(), args.sectionId);
    if (section === undefined) return refuse('unknown-section');
    if (section.name !== args.name) this.commit({ kind: 'rename-section', ...args });
    return this.succeed();
  }

  moveSection(args: { readonly sectionId: number; readonly position: number }): WatchlistResult {
    const { sections } = this.list();
    const from = sections.findIndex((section) => section.id === args.sectionId);
    if (from < 0) return refuse('unknown-section');
    const position = Math.min(args.position, sections.length - 1);
    if (position !== from) this.commit({ kind: 'move-section', ...args, position });
    return this.succeed();
  }

  /** Refused while the section holds items. */
  removeSection(args: { readonly sectionId: number }): WatchlistResult {
    const section = findSection(this.list(), args.sectionId);
    if (section === undefined) return refuse('unknown-section');
    if (section.items.length > 0) return refuse('section-not-empty');
    this.commit({ kind: 'remove-section', ...args });
    return this.succeed();
  }

  private commit(change: WatchlistChange): number | null {
    // Asked again after a failure too: a failed commit may still have become durable.
    this.current = null;
    const addedId = this.repository.apply(change);
    this.changed.emit(this.list());
    return addedId;
  }

  private succeed(): { readonly ok: true; readonly watchlist: Watchlist } {
    return { ok: true, watchlist: this.list() };
  }
}

function refuse(reason: WatchlistRefusal): WatchlistResult {
  return { ok: false, reason };
}
