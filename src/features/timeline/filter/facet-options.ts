import { type Facet } from '../../../shared/domain/announcement-filter/announcement-filter';
import {
  CONTEXT_PREFIX,
  NOT_STATED,
} from '../../../shared/domain/announcement-filter/filter-subject';
import { CLAIMS, SOURCE_TIERS, STAGES } from '../../../shared/domain/announcement/announcement';
import type { Desk } from '../../../state/desk.svelte';
import { facetValueWords } from './facet-words';

/** A value of a facet as it is offered. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** Announcements that choosing it would show. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Facets whose values have an order of their own. */
const ORDERED: Partial<Record<Facet, readonly string[]>> = {
  stage: STAGES,
  claim: [...CLAIMS].reverse(),
  tier: SOURCE_TIERS,
  workload: ['training', 'inference', 'general'],
};

/**
 * The values of a facet that the record has, and those that are chosen. They stand in their own order
 * or the most frequent first, and stay where they are while counts change; what nobody states is last.
 */
export function facetOptions(facet: Facet, desk: Desk): readonly FacetOption[] {
  const { filters } = desk.timeline;
  const chosen = new Set(filters.chosen(facet));
  const totals = filters.totals[facet];
  const place = (value: string): number => {
    if (value === NOT_STATED) return Infinity;
    const own = ORDERED[facet];
    return own ? own.indexOf(value) : -(totals.get(value) ?? 0);
  };
  return [...new Set([...totals.keys(), ...chosen])]
    .map((value) => ({
      value,
      label: facetValueWords(facet, value, desk),
      count: filters.counts[facet].get(value) ?? 0,
      chosen: chosen.has(value),
    }))
    .sort((one, other) => {
      const [left, right] = [place(one.value), place(other.value)];
      return left === right ? one.label.localeCompare(other.label) : left - right;
    });
}

export function isContextKind(value: string): boolean {
  return value === 'context' || value.startsWith(CONTEXT_PREFIX);
}
