import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenValues,
  isNoFilter,
  isSameFilter,
  LONGEST_FILTER_TEXT,
  NO_FILTER,
  readAnnouncementFilter,
  toggleValue,
  withValues,
} from '../../../../../src/shared/domain/announcement-filter/announcement-filter';
import {
  isFilterName,
  LONGEST_FILTER_NAME,
  readSavedFilter,
} from '../../../../../src/shared/domain/announcement-filter/saved-filter';
import { filters } from './made-up-subjects';

describe('choosing values', () => {
  it('adds one and lets it go again', () => {
    const one = toggleValue(NO_FILTER, 'foundry', 'TSMC');
    const two = toggleValue(one, 'foundry', 'Samsung');
    expect(chosenValues(two, 'foundry')).toEqual(['TSMC', 'Samsung']);
    expect(toggleValue(two, 'foundry', 'TSMC')).toEqual(
      withValues(NO_FILTER, 'foundry', ['Samsung']),
    );
    expect(isNoFilter(toggleValue(one, 'foundry', 'TSMC'))).toBe(true);
  });

  it('twice changes nothing, whatever was chosen before', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const twice = toggleValue(toggleValue(filter, 'isa', 'a'), 'isa', 'a');
        expect(isSameFilter(twice, filter)).toBe(true);
        expect(isSameFilter(toggleValue(filter, 'isa', 'a'), filter)).toBe(false);
      }),
    );
  });

  it('keeps each value once', () => {
    expect(withValues(NO_FILTER, 'kind', ['cpu', 'cpu']).facets).toEqual({ kind: ['cpu'] });
  });
});

describe('two filters', () => {
  it('are the same in whatever order values were chosen', () => {
    const one = withValues(NO_FILTER, 'stage', ['sampling', 'deployed']);
    const other = withValues(NO_FILTER, 'stage', ['deployed', 'sampling']);
    expect(isSameFilter(one, other)).toBe(true);
    expect(isSameFilter(one, { ...other, text: ' ' })).toBe(true);
    expect(isSameFilter(one, { ...other, text: 'tpu' })).toBe(false);
    expect(isNoFilter({ facets: {}, text: ' ' })).toBe(true);
    expect(isNoFilter({ facets: {}, text: 'tpu' })).toBe(false);
  });
});

describe('a stored filter', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const read = readAnnouncementFilter(JSON.parse(JSON.stringify(filter)));
        expect(read).toEqual(filter);
      }),
    );
  });

  it.each([
    ['no object', 'text'],
    ['null', null],
    ['a list', []],
    ['no facets', { text: '' }],
    ['no text', { facets: {} }],
    ['a text that is too long', { facets: {}, text: 'x'.repeat(LONGEST_FILTER_TEXT + 1) }],
    ['an unknown facet', { facets: { colour: ['red'] }, text: '' }],
    ['a value that is no text', { facets: { kind: [1] }, text: '' }],
    ['an empty value', { facets: { kind: [''] }, text: '' }],
    ['a facet that is no list', { facets: { kind: 'cpu' }, text: '' }],
    ['a value of a facet that is too long', { facets: { kind: ['x'.repeat(200)] }, text: '' }],
    ['too many values', { facets: { kind: Array.from({ length: 501 }, String) }, text: '' }],
  ])('is none: %s', (_why, value) => {
    expect(readAnnouncementFilter(value)).toBeNull();
    expect(readSavedFilter({ name: 'Mine', filter: value })).toBeNull();
  });

  it('leaves out facets without values', () => {
    expect(readAnnouncementFilter({ facets: { kind: [] }, text: '' })).toEqual(NO_FILTER);
  });

  it('has a name without blanks around it', () => {
    expect(readSavedFilter({ name: '台积电', filter: NO_FILTER })).toEqual({
      name: '台积电',
      filter: NO_FILTER,
    });
    for (const name of ['', ' x', 'x ', 1, 'x'.repeat(LONGEST_FILTER_NAME + 1)]) {
      expect(isFilterName(name)).toBe(false);
      expect(readSavedFilter({ name, filter: NO_FILTER })).toBeNull();
    }
    expect(readSavedFilter(null)).toBeNull();
  });
});
