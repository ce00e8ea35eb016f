import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/api/client';
import type { TapeoutBridge } from '../../../src/shared/ipc/contract';
import { IpcError } from '../../../src/shared/ipc/envelope';

function bridgeOf(members: object): TapeoutBridge {
  return { watchlist: members } as unknown as TapeoutBridge;
}

describe('the client of the page', () => {
  it('hands arguments over and unwraps the value of an answer', async () => {
    const asked: unknown[] = [];
    const client = createClient(
      bridgeOf({
        removeItems: async (args: unknown) => {
          asked.push(args);
          return { ok: true, value: { ok: false, reason: 'unknown-item' } };
        },
      }),
    );
    await expect(client.watchlist.removeItems({ itemIds: [7] })).resolves.toEqual({
      ok: false,
      reason: 'unknown-item',
    });
    expect(asked).toEqual([{ itemIds: [7] }]);
  });

  it('throws the error that an envelope carries, with its code', async () => {
    const error = { code: 'bad-arguments', message: 'itemIds: not positive', details: null };
    const client = createClient(bridgeOf({ removeItems: async () => ({ ok: false, error }) }));
    const thrown = await client.watchlist.removeItems({ itemIds: [-1] }).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(IpcError);
    expect((thrown as IpcError).shape).toEqual(error);
  });

  it('leaves pushes as the bridge made them', () => {
    const onChanged = () => () => undefined;
    expect(createClient(bridgeOf({ onChanged })).watchlist.onChanged).toBe(onChanged);
  });
});
