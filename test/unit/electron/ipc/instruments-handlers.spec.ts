import { describe, expect, it } from 'vitest';
import { createInstrumentsHandlers } from '../../../../electron/ipc/instruments-handlers';
import { madeUp } from '../core/quotes/live-samples';

describe('createInstrumentsHandlers', () => {
  const found = madeUp('XNAS:AAAA');
  const handlers = createInstrumentsHandlers({
    catalogue: {
      resolve: async (text) => ({ candidates: [], ambiguous: text === 'two' }),
      search: async (text) => ({ instruments: text === 'made' ? [found] : [], failure: null }),
      learnFound: (id) => id === found.id,
    },
  });

  it('reads spellings', async () => {
    expect(await handlers.resolve({ text: 'two' })).toEqual({ candidates: [], ambiguous: true });
  });

  it('searches, and learns what was found', async () => {
    expect(await handlers.search({ text: 'made' })).toEqual({
      instruments: [found],
      failure: null,
    });
    expect(await handlers.learn({ id: 'XNAS:AAAA' })).toEqual({ learned: true });
    expect(await handlers.learn({ id: 'XNAS:BBBB' })).toEqual({ learned: false });
  });
});
