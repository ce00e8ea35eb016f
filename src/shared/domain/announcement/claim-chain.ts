import type { AnnouncementSummary } from './announcement';

type Claim = Pick<AnnouncementSummary, 'id' | 'date' | 'refersTo'>;

/**
 * The claims that one claim goes back to, itself, and those that go back to it, over any number of
 * steps. What only shares an earlier claim with it is another story and stays away.
 *
 * Oldest first, and always behind what it refers to: a claim of "January" stands before that of
 * 13 January which takes it up. Terminates also on references in a circle, which no good set holds.
 *
 * @returns the claim alone where nothing is connected; empty for an unknown one
 */
export function claimChain<T extends Claim>(id: string, all: readonly T[]): readonly T[] {
  const back = new Map(all.map((claim) => [claim.id, claim.refersTo.map((to) => to.id)]));
  const forth = new Map<string, string[]>();
  for (const claim of all) {
    for (const to of claim.refersTo) forth.set(to.id, [...(forth.get(to.id) ?? []), claim.id]);
  }
  const linked = new Set([...reachable(id, back), ...reachable(id, forth)]);
  return inOrder(all.filter((claim) => linked.has(claim.id)));
}

function reachable(from: string, steps: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set([from]);
  for (const id of seen) for (const next of steps.get(id) ?? []) seen.add(next);
  return seen;
}

function inOrder<T extends Claim>(claims: readonly T[]): readonly T[] {
  const waiting = [...claims].sort((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (claim) => !claim.refersTo.some(({ id }) => waiting.some((other) => other.id === id)),
    );
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}
