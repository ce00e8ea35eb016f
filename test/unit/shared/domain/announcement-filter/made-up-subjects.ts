import * as fc from 'fast-check';
import {
  type AnnouncementFilter,
  type Facet,
  FACETS,
} from '../../../../../src/shared/domain/announcement-filter/announcement-filter';
import type { FilterSubject } from '../../../../../src/shared/domain/announcement-filter/filter-subject';
import { searchText } from '../../../../../src/shared/domain/text/text-search';

/** Few values, so that facets overlap as those of a record do. */
const VALUES = ['a', 'b', 'c', 'd'] as const;
export const WORDS = ['tpu', '智谱', 'axion', 'm1'] as const;

const byFacet = (values: fc.Arbitrary<string[]>) =>
  fc.record(
    Object.fromEntries(FACETS.map((facet) => [facet, values])) as Record<
      Facet,
      fc.Arbitrary<string[]>
    >,
  );

export const subjects: fc.Arbitrary<FilterSubject[]> = fc
  .array(
    fc.record({
      values: byFacet(fc.subarray([...VALUES], { maxLength: 2 })),
      words: fc.subarray([...WORDS]),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ values, words }, index) => ({
      id: `subject-${index}`,
      values,
      texts: words.map((word) => searchText(word)),
    })),
  );

/** Most facets ask nothing, as in use. */
export const filters: fc.Arbitrary<AnnouncementFilter> = fc
  .record({
    chosen: byFacet(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.subarray([...VALUES], { minLength: 1 }) },
      ),
    ),
    text: fc.oneof(fc.constant(''), fc.constantFrom(...WORDS)),
  })
  .map(({ chosen, text }) => ({
    facets: Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.length > 0)),
    text,
  }));
