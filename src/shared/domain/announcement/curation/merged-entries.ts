import type { ClaimReference, InstrumentRole } from '../announcement';
import type { EntryMarks } from './entry-marks';
import type { CuratedEntry, ShownAnnouncement } from './curated-entry';

type Entries = ReadonlyMap<string, CuratedEntry>;

/**
 * Entry -> the entry that shows it. A chain of merges ends at its last entry; what was merged into
 * an entry that is not there, or in a circle, stands by itself.
 */
export function mergeTargets(entries: Entries): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const id of entries.keys()) {
    const target = lastOf(id, entries);
    if (target !== null && target !== id) targets.set(id, target);
  }
  return targets;
}

function lastOf(id: string, entries: Entries): string | null {
  const passed = new Set<string>();
  let at = id;
  for (;;) {
    if (passed.has(at)) return null;
    passed.add(at);
    const next = entries.get(at)?.curation?.mergedInto ?? null;
    if (next === null || !entries.has(next)) return at;
    at = next;
  }
}

/**
 * The shown entries with what was merged into them: sources and listed companies that they do not
 * name themselves, and the claims that those took up. Who referred to a merged entry refers to the
 * one that shows it.
 */
export function withMerged(
  entries: Entries,
  mergedInto: ReadonlyMap<string, string>,
  shown: readonly CuratedEntry[],
  show: (entry: CuratedEntry) => ShownAnnouncement,
): readonly ShownAnnouncement[] {
  if (mergedInto.size === 0) return shown.map(show);
  const parts = new Map<string, CuratedEntry[]>();
  for (const [id, target] of mergedInto) {
    const part = entries.get(id);
    if (part) parts.set(target, [...(parts.get(target) ?? []), part]);
  }
  return shown.map((entry) => {
    const own = show(entry);
    const merged = (parts.get(entry.id) ?? []).map(show);
    const all = [own, ...merged];
    const refersTo = all.flatMap((each) => redirected(each.refersTo, mergedInto));
    const whole = {
      ...own,
      sources: onceBy(
        all.flatMap(({ sources }) => sources),
        ({ url }) => url,
      ),
      instruments: onceBy(
        all.flatMap(({ instruments }) => instruments),
        roleKey,
      ),
      refersTo: onceBy(
        refersTo.filter(({ id }) => id !== entry.id),
        ({ id }) => id,
      ),
    };
    if (merged.length === 0) return { ...own, refersTo: whole.refersTo };
    const mergedFrom = merged.map(({ id }) => id);
    return { ...whole, curation: { ...(own.curation ?? UNTOUCHED), mergedFrom } };
  });
}

const UNTOUCHED: EntryMarks = {
  ...{ own: false, edited: [], conflicts: [], wrong: null, annotation: null },
  ...{ mergedFrom: [], origin: null },
};

function redirected(
  references: readonly ClaimReference[],
  mergedInto: ReadonlyMap<string, string>,
): readonly ClaimReference[] {
  return references.map(({ id, relation }) => ({ id: mergedInto.get(id) ?? id, relation }));
}

const roleKey = ({ instrument, role }: InstrumentRole): string => `${instrument} ${role}`;

function onceBy<T>(all: readonly T[], keyOf: (each: T) => string): readonly T[] {
  const kept = new Map<string, T>();
  for (const each of all) if (!kept.has(keyOf(each))) kept.set(keyOf(each), each);
  return [...kept.values()];
}
