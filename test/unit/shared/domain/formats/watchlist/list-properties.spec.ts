import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRITTEN_LIST_FORMATS } from '../../../../../../src/shared/domain/formats/watchlist/list-format';
import type { LossKind } from '../../../../../../src/shared/domain/formats/watchlist/list-writing';
import type {
  DocumentItem,
  WatchlistDocument,
} from '../../../../../../src/shared/domain/watchlist/watchlist-document';
import { anyList } from './arbitrary-list';
import { returned, write } from './list-context';

const RUNS = 1_000;

interface PlainItem extends Omit<DocumentItem, 'written'> {
  readonly section: string | null;
}

/**
 * A list without what is named as lost, as rows of items: whatever differs beyond that was lost
 * silently. The spelling that an item came in is no part of it, for each form has its own.
 */
function without(document: WatchlistDocument, lost: ReadonlySet<LossKind>): readonly PlainItem[] {
  const flat = lost.has('sections');
  const items = document.sections.flatMap(({ name, items: own }) =>
    own.map((item) => plainItem(item, flat ? null : name, lost)),
  );
  if (!lost.has('order') && !lost.has('joined-sections')) return items;
  return [...items].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey({ section, symbol }: PlainItem): string {
  return JSON.stringify([section, symbol]);
}

function plainItem(
  item: DocumentItem,
  section: string | null,
  lost: ReadonlySet<LossKind>,
): PlainItem {
  const keep = <Value>(kind: LossKind, value: Value, nothing: Value): Value =>
    lost.has(kind) ? nothing : value;
  return {
    symbol: item.symbol,
    section: lost.has('text-marks') ? (section?.replaceAll(',', '，') ?? null) : section,
    note: keep('notes', item.note, ''),
    flags: keep('flags', item.flags, []),
    targets: keep('targets', item.targets, []),
    lots: keep('lots', item.lots, []).map((lot) => ({
      quantity: lot.quantity,
      price: keep('lot-prices', lot.price, null),
      currency: keep('lot-currencies', lot.currency, null),
      date: keep('lot-dates', lot.date, null),
      commission: keep('lot-commissions', lot.commission, null),
      comment: keep('lot-comments', lot.comment, ''),
    })),
  };
}

/** Only those that came back: items may be lost, come back as a question, or become one with another. */
function sameSymbols(
  items: readonly PlainItem[],
  others: readonly PlainItem[],
): readonly PlainItem[] {
  const symbols = new Set(others.map(({ symbol }) => symbol));
  return items.filter(({ symbol }) => symbols.has(symbol));
}

/** What comes back is what was there, but for what is named as lost. */
function expectNothingLostSilently(
  document: WatchlistDocument,
  back: WatchlistDocument,
  lost: ReadonlySet<LossKind>,
): void {
  const before = without(document, lost);
  const after = without(back, lost);
  if (lost.has('repeated-items')) {
    const symbols = (items: readonly PlainItem[]) => new Set(items.map(({ symbol }) => symbol));
    expect(symbols(sameSymbols(after, before))).toEqual(symbols(sameSymbols(before, after)));
  } else if (lost.has('items') || lost.has('identities')) {
    expect(sameSymbols(after, before)).toEqual(sameSymbols(before, after));
  } else expect(after).toEqual(before);
}

describe.each(WRITTEN_LIST_FORMATS)('a thousand lists as %s', (format) => {
  it('lose nothing silently, and stay as they are once they have come back', () => {
    fc.assert(
      fc.property(anyList, (document) => {
        const { lost, written } = write(format, document);
        const kinds = new Set(lost.map(({ kind }) => kind));
        const count = (kind: LossKind): number =>
          lost.find((loss) => loss.kind === kind)?.count ?? 0;
        const back = returned(format, document);
        expectNothingLostSilently(document, back, kinds);

        const items = document.sections.flatMap(({ items: own }) => own);
        expect(written + count('items')).toBe(items.length);
        if (!kinds.has('repeated-items')) {
          const kept = new Set(back.sections.flatMap(({ items: own }) => own.map(symbolOf)));
          const missing = items.filter((item) => !kept.has(symbolOf(item)));
          expect(missing.length).toBe(count('items') + count('identities'));
        }

        const isWhole =
          new Set(items.map(symbolOf)).size === items.length && written === items.length;
        if (isWhole && !kinds.has('identities')) {
          const named = { notes: count('notes'), flags: count('flags'), targets: count('targets') };
          expect(differing(document, back)).toEqual(named);
        }

        const second = write(format, back);
        const again = returned(format, back);
        const lostAgain = new Set(second.lost.map(({ kind }) => kind));
        expectNothingLostSilently(back, again, lostAgain);
        if (lostAgain.size === 0) {
          expect(again).toEqual(back);
          expect(write(format, again).text).toBe(second.text);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** How many items have another note, other flags, other levels. */
function differing(document: WatchlistDocument, back: WatchlistDocument) {
  const after = new Map(
    back.sections.flatMap(({ items }) => items).map((item) => [item.symbol, item]),
  );
  const count = (of: (item: DocumentItem) => unknown): number =>
    document.sections
      .flatMap(({ items }) => items)
      .filter((item) => {
        const other = after.get(item.symbol);
        return JSON.stringify(of(item)) !== JSON.stringify(other && of(other));
      }).length;
  return {
    notes: count(({ note }) => note),
    flags: count(({ flags }) => flags),
    targets: count(({ targets }) => targets),
  };
}

function symbolOf({ symbol }: DocumentItem): string {
  return symbol;
}
