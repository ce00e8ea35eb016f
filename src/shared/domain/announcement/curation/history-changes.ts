import type { Announcement } from '../announcement';
import type { EditLine } from './edit-log';
import type { EntryCuration, FacetEdit } from './entry-curation';
import { facetsOf } from './facet';
import { FACET_NAMES, type FacetName } from './facet-name';
import { isSameValue } from './same-value';

/** One thing that an edit changed. */
export type HistoryChange =
  | {
      readonly kind: 'facet';
      readonly name: FacetName;
      /** Undefined where there was no entry, or the record no longer has it. */
      readonly from: unknown;
      readonly to: unknown;
    }
  | {
      readonly kind: 'remark';
      readonly field: 'annotation' | 'wrong';
      readonly from: string | null;
      readonly to: string | null;
    };

/**
 * What an edit changed of an entry. Without an edit of its own a part has what the record says, as
 * far as the edit beside it still knows it. The first version of an own entry is no list of changes.
 */
export function historyChanges(
  { before, after }: Pick<EditLine, 'before' | 'after'>,
  shipped: Announcement | null,
): readonly HistoryChange[] {
  const isFirstOrLast = shipped === null && (before === null || after === null);
  const names = isFirstOrLast ? [] : FACET_NAMES;
  const remarks = (['annotation', 'wrong'] as const).flatMap((field): HistoryChange[] => {
    const [from, to] = [before?.[field] ?? null, after?.[field] ?? null];
    return from === to ? [] : [{ kind: 'remark', field, from, to }];
  });
  const facets = names.flatMap((name): HistoryChange[] => {
    const [from, to] = [
      valueOf(name, before, after, shipped),
      valueOf(name, after, before, shipped),
    ];
    return isSameValue(from, to) ? [] : [{ kind: 'facet', name, from, to }];
  });
  return [...facets, ...remarks];
}

function valueOf(
  name: FacetName,
  curation: EntryCuration | null,
  other: EntryCuration | null,
  shipped: Announcement | null,
): unknown {
  if (curation?.own) return facetsOf(curation.own)[name];
  const edit: FacetEdit | undefined = curation?.facets[name];
  const beside: FacetEdit | undefined = other?.facets[name];
  if (edit) return edit.mine;
  return beside ? beside.base : shipped && facetsOf(shipped)[name];
}
