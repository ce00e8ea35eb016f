import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnnouncementFilter,
  chosenValues,
  FACETS,
  NO_FILTER,
  withValues,
} from '../../../../../src/shared/domain/announcement-filter/announcement-filter';
import {
  countFacets,
  createMatcher,
  matches,
} from '../../../../../src/shared/domain/announcement-filter/apply-filter';
import type { FilterSubject } from '../../../../../src/shared/domain/announcement-filter/filter-subject';
import { filters, subjects } from './made-up-subjects';

/** What a filter means, written the long way round. */
function isAnswer(filter: AnnouncementFilter, subject: FilterSubject): boolean {
  for (const facet of FACETS) {
    const chosen = filter.facets[facet];
    if (chosen && !chosen.some((value) => subject.values[facet].includes(value))) return false;
  }
  return filter.text === '' || subject.texts.some(({ folded }) => folded.includes(filter.text));
}

describe('a filter', () => {
  it('lets through what has any value of each facet that asks, and the text', () => {
    fc.assert(
      fc.property(filters, subjects, (filter, all) => {
        const expected = all.filter((subject) => isAnswer(filter, subject));
        expect(all.filter((subject) => matches(filter, subject))).toEqual(expected);
        expect(all.filter(createMatcher(filter))).toEqual(expected);
      }),
    );
  });

  it('lets everything through where it asks nothing', () => {
    fc.assert(
      fc.property(subjects, (all) => {
        expect(all.filter(createMatcher(NO_FILTER))).toEqual(all);
        expect(all.filter(createMatcher({ facets: {}, text: '  ' }))).toEqual(all);
      }),
    );
  });
});

describe('the count of a value', () => {
  it('is the length of the list that choosing it alone in its facet shows', () => {
    fc.assert(
      fc.property(filters, subjects, (filter, all) => {
        const counts = countFacets(filter, all);
        for (const facet of FACETS) {
          for (const value of ['a', 'b', 'c', 'd']) {
            const chosen = withValues(filter, facet, [value]);
            const shown = all.filter(createMatcher(chosen)).length;
            expect(counts[facet].get(value) ?? 0).toBe(shown);
          }
        }
      }),
    );
  });

  it('does not depend on what else is chosen in its own facet', () => {
    fc.assert(
      fc.property(filters, subjects, fc.constantFrom(...FACETS), (filter, all, facet) => {
        const without = withValues(filter, facet, []);
        expect(countFacets(filter, all)[facet]).toEqual(countFacets(without, all)[facet]);
        expect(chosenValues(without, facet)).toEqual([]);
      }),
    );
  });
});
