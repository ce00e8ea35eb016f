import { beforeEach, describe, expect, it } from 'vitest';
import { SavedFilterService } from '../../../../../electron/core/timeline/saved-filter-service';
import {
  NO_FILTER,
  withValues,
} from '../../../../../src/shared/domain/announcement-filter/announcement-filter';
import {
  MOST_SAVED_FILTERS,
  type SavedFilter,
} from '../../../../../src/shared/domain/announcement-filter/saved-filter';
import { MemoryNamedValues } from '../../../../helpers/memory-named-values';

const saved = (name: string): SavedFilter => ({
  name,
  filter: withValues(NO_FILTER, 'company', [name]),
});

let rows: MemoryNamedValues<SavedFilter>;
let service: SavedFilterService;
const names = (): string[] => service.list().map(({ name }) => name);

beforeEach(() => {
  rows = new MemoryNamedValues();
  service = new SavedFilterService(rows);
});

describe('SavedFilterService', () => {
  it('keeps filters by name, in order, a newer one in place of the older', () => {
    service.put(saved('b'));
    service.put(saved('a'));
    const newer = { name: 'b', filter: { facets: {}, text: 'tpu' } };
    expect(service.put(newer)).toEqual({ ok: true, filters: [saved('a'), newer] });
    expect(names()).toEqual(['a', 'b']);
  });

  it('keeps no more than it may, and still replaces one', () => {
    for (let i = 0; i < MOST_SAVED_FILTERS; i += 1) service.put(saved(`filter ${i}`));
    expect(service.put(saved('one more'))).toEqual({ ok: false, reason: 'too-many' });
    expect(service.put(saved('filter 3'))).toMatchObject({ ok: true });
    expect(names()).toHaveLength(MOST_SAVED_FILTERS);
  });

  it('renames a filter, but never over another one', () => {
    service.put(saved('a'));
    service.put(saved('b'));
    expect(service.rename('a', 'b')).toEqual({ ok: false, reason: 'name-taken' });
    expect(service.rename('none', 'c')).toEqual({ ok: false, reason: 'unknown' });
    expect(service.rename('a', 'a')).toMatchObject({ ok: true });
    expect(names()).toEqual(['a', 'b']);
    expect(service.rename('a', 'c')).toMatchObject({ ok: true });
    expect(service.list()).toEqual([saved('b'), { ...saved('a'), name: 'c' }]);
  });

  it('loses no filter where the old name cannot be taken away', () => {
    service.put(saved('a'));
    const write = rows.write.bind(rows);
    rows.write = (name, value) => {
      if (value === null) throw new Error('disk full');
      write(name, value);
    };
    expect(() => service.rename('a', 'b')).toThrow('disk full');
    expect(names()).toEqual(['a', 'b']);
  });

  it('removes a filter, and leaves the others where there is none of the name', () => {
    service.put(saved('a'));
    expect(service.remove('none').map(({ name }) => name)).toEqual(['a']);
    expect(service.remove('a')).toEqual([]);
  });
});
