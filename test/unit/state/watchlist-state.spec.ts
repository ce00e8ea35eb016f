import { describe, expect, it } from 'vitest';
import { WatchlistState } from '../../../src/state/watchlist-state.svelte';
import { FakeMain } from '../../helpers/fake-client';
import { ACME, BOLT, KORVO, sampleWatchlist } from '../../helpers/desk-sample';

function makeList() {
  const main = new FakeMain({ snapshot: { watchlist: sampleWatchlist } });
  const list = new WatchlistState(main.client);
  main.client.watchlist.onChanged((changed) => list.receive(changed));
  return { main, list };
}

describe('the watchlist of the page', () => {
  it('is empty until main has spoken', () => {
    const { list } = makeList();
    expect(list.sections).toEqual([]);
    list.receive(sampleWatchlist);
    expect(list.symbols).toEqual([ACME, BOLT, 'ask Ming', KORVO]);
  });
});
