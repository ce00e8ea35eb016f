import { SvelteSet } from 'svelte/reactivity';
import type { ItemEntry, WatchlistEntry } from './watchlist-entries';

interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Which instruments are marked, to do something with all of them at once. */
export class ListSelection {
  readonly #entries: () => readonly WatchlistEntry[];
  readonly #keys = new SvelteSet<string>();
  /** Where a range begins. */
  #anchor: string | null = null;

  constructor(entries: () => readonly WatchlistEntry[]) {
    this.#entries = entries;
  }

  /** In the order in which they are shown; what is folded away is not among them. */
  readonly entries: readonly ItemEntry[] = $derived.by(() =>
    this.#entries().filter(
      (entry): entry is ItemEntry => entry.kind === 'item' && this.#keys.has(entry.key),
    ),
  );

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** What a command is to be done with: all that is marked where the entry is among it, else it alone. */
  around(entry: ItemEntry): readonly ItemEntry[] {
    return this.#keys.has(entry.key) && this.entries.length > 1 ? this.entries : [entry];
  }

  /**
   * A press of the mouse: with Ctrl one more or less, with Shift all from the last one on.
   *
   * @returns false for a press without either, which marks nothing but what it is on
   */
  press(key: string, { ctrlKey, metaKey, shiftKey }: Modifiers): boolean {
    if (shiftKey) {
      this.#range(key);
      return true;
    }
    const adds = ctrlKey || metaKey;
    if (!adds) this.#keys.clear();
    if (adds && this.#keys.has(key)) this.#keys.delete(key);
    else this.#keys.add(key);
    this.#anchor = key;
    return adds;
  }

  /** Marks all from where the marking began to this one. */
  extendTo(from: string, to: string): void {
    this.#anchor ??= from;
    this.#range(to);
  }

  all(): void {
    for (const { key, kind } of this.#entries()) if (kind === 'item') this.#keys.add(key);
  }

  /** @returns false where nothing was marked */
  clear(): boolean {
    const some = this.#keys.size > 1;
    this.#keys.clear();
    this.#anchor = null;
    return some;
  }

  only(keys: readonly string[]): void {
    this.#keys.clear();
    for (const key of keys) this.#keys.add(key);
    this.#anchor = keys[0] ?? null;
  }

  #range(to: string): void {
    const entries = this.#entries();
    const at = (key: string | null): number => entries.findIndex((entry) => entry.key === key);
    const [end, start] = [at(to), at(this.#anchor)];
    const from = start < 0 ? end : start;
    this.#keys.clear();
    for (const { key, kind } of entries.slice(Math.min(from, end), Math.max(from, end) + 1)) {
      if (kind === 'item') this.#keys.add(key);
    }
    if (start < 0) this.#anchor = to;
  }
}
