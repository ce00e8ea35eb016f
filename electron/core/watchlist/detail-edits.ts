import {
  detailsOf,
  isSameDetails,
  orderFlags,
} from '../../../src/shared/domain/watchlist/item-details';
import type { Watchlists } from '../../../src/shared/domain/watchlist/watchlist';
import type { DetailsPatch } from '../../../src/shared/domain/watchlist/watchlist-answer';
import type { Flag, ItemDetails } from '../../../src/shared/domain/watchlist/watchlist-document';
import type { WatchlistEditKind } from '../../../src/shared/domain/watchlist/watchlist-edit';
import { edited, type Editing, mapSections, refuse } from './editing';
import { findItems } from './watchlist-lookup';

const KINDS: Readonly<Record<keyof ItemDetails, WatchlistEditKind>> = {
  note: 'set-note',
  flags: 'set-flags',
  targets: 'set-targets',
  lots: 'set-lots',
};

/** Sets the named fields of every item; the others stay. */
export function setDetails(
  all: Watchlists,
  { itemIds, details }: { readonly itemIds: readonly number[]; readonly details: DetailsPatch },
): Editing {
  const fields = (Object.keys(KINDS) as (keyof ItemDetails)[]).filter(
    (field) => details[field] !== undefined,
  );
  const [only] = fields;
  const kind = only && fields.length === 1 ? KINDS[only] : 'set-details';
  return change(all, kind, itemIds, (old) => ({
    note: details.note ?? old.note,
    flags: orderFlags(details.flags ?? old.flags),
    targets: details.targets ?? old.targets,
    lots: details.lots ?? old.lots,
  }));
}

/** Gives one colour to every item or takes it away. */
export function setFlag(
  all: Watchlists,
  args: { readonly itemIds: readonly number[]; readonly flag: Flag; readonly on: boolean },
): Editing {
  return change(all, 'set-flags', args.itemIds, (old) => {
    const others = old.flags.filter((flag) => flag !== args.flag);
    return { ...detailsOf(old), flags: orderFlags(args.on ? [...others, args.flag] : others) };
  });
}

function change(
  all: Watchlists,
  kind: WatchlistEditKind,
  itemIds: readonly number[],
  edit: (details: ItemDetails) => ItemDetails,
): Editing {
  const places = findItems(all, itemIds);
  if (!places) return refuse('unknown-item');
  const wanted = new Set(itemIds);
  let count = 0;
  const after = mapSections(all, (section) => {
    let isChanged = false;
    const items = section.items.map((item) => {
      const details = wanted.has(item.id) ? edit(item) : item;
      if (isSameDetails(details, item)) return item;
      isChanged = true;
      count += 1;
      return { ...item, ...details };
    });
    return isChanged ? { ...section, items } : section;
  });
  const name = places.length === 1 ? (places[0]?.item.symbol ?? null) : null;
  return edited(kind, after, { name, count });
}
