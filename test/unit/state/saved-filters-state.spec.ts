import { beforeEach, describe, expect, it } from 'vitest';
import {
  NO_FILTER,
  withValues,
} from '../../../src/shared/domain/announcement-filter/announcement-filter';
import { SavedFiltersState } from '../../../src/state/saved-filters-state.svelte';
import { FakeMain } from '../../helpers/fake-client';

const TSMC = withValues(NO_FILTER, 'foundry', ['TSMC']);
let saved: SavedFiltersState;
const names = (): string[] => saved.all.map(({ name }) => name);

beforeEach(() => {
  saved = new SavedFiltersState(new FakeMain().client);
});

describe('saved filters', () => {
  it('are kept by name, in order', async () => {
    expect(await saved.save('b', NO_FILTER)).toBeNull();
    expect(await saved.save('a', TSMC)).toBeNull();
    expect(names()).toEqual(['a', 'b']);
    expect(saved.all[0]?.filter).toEqual(TSMC);
  });

  it('are replaced under the same name', async () => {
    await saved.save('a', NO_FILTER);
    await saved.save('a', TSMC);
    expect(saved.all).toEqual([{ name: 'a', filter: TSMC }]);
  });

  it('are renamed and removed', async () => {
    await saved.save('a', TSMC);
    expect(await saved.rename('a', 'c')).toBeNull();
    expect(saved.all).toEqual([{ name: 'c', filter: TSMC }]);
    await saved.remove('c');
    expect(names()).toEqual([]);
  });

  it('stay as they were where main refuses', async () => {
    await saved.save('a', TSMC);
    await saved.save('b', NO_FILTER);
    expect(await saved.rename('a', 'b')).toBe('name-taken');
    expect(await saved.rename('gone', 'x')).toBe('unknown');
    expect(names()).toEqual(['a', 'b']);
  });

  it('are read when the desk starts', async () => {
    const { client } = new FakeMain();
    await new SavedFiltersState(client).save('a', TSMC);
    const again = new SavedFiltersState(client);
    await again.load();
    expect(again.all.map(({ name }) => name)).toEqual(['a']);
  });
});
