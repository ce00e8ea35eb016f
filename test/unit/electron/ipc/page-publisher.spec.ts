import { describe, expect, it } from 'vitest';
import { createPublisher } from '../../../../electron/ipc/page-publisher';
import { nowWith } from '../../../helpers/watchlist-samples';

describe('createPublisher', () => {
  it('sends each push on its channel, with its payload', () => {
    const sent: unknown[] = [];
    const publisher = createPublisher((channel, payload) => sent.push([channel, payload]));
    const watchlist = nowWith(2);
    publisher.watchlist.onChanged(watchlist);
    publisher.market.onQuotesChanged({ revision: 3, quotes: [], replaces: true });
    expect(sent).toEqual([
      ['tapeout:watchlist.onChanged', watchlist],
      ['tapeout:market.onQuotesChanged', { revision: 3, quotes: [], replaces: true }],
    ]);
  });

  it('has pushes and nothing else', () => {
    const publisher = createPublisher(() => undefined);
    const names = Object.values(publisher).flatMap((group) => Object.keys(group));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !name.startsWith('on'))).toEqual([]);
  });
});
