import { describe, expect, it } from 'vitest';
import { loadOnce } from '../../../../../electron/core/events/load-once';

describe('loadOnce', () => {
  it('loads once for all who ask, at the same time and later', async () => {
    let loads = 0;
    const load = loadOnce(() => Promise.resolve(void loads++));
    await Promise.all([load(), load()]);
    await load();
    expect(loads).toBe(1);
  });

  it('tells everybody of a failure, and loads anew for the next', async () => {
    let loads = 0;
    const load = loadOnce(() => {
      loads++;
      return loads === 1 ? Promise.reject(new Error('no such chunk')) : Promise.resolve();
    });
    const [first, second] = [load(), load()];
    await expect(first).rejects.toThrow('no such chunk');
    await expect(second).rejects.toThrow('no such chunk');
    expect(loads).toBe(1);
    await load();
    await load();
    expect(loads).toBe(2);
  });
});
