import { describe, expect, it } from 'vitest';
import { createProvidersHandlers } from '../../../../electron/ipc/providers-handlers';
import type { ProviderStatus } from '../../../../src/shared/domain/market/provider-status';

const STATUS: ProviderStatus = {
  id: 'tiingo',
  enabled: false,
  addresses: [],
  key: 'missing',
  health: { state: 'unused', lastAnswerAt: null, lastFailure: null, restsUntil: null },
};

describe('createProvidersHandlers', () => {
  const asked: unknown[] = [];
  const handlers = createProvidersHandlers({
    statuses: () => [STATUS],
    providers: {
      update: (update) => {
        asked.push(update);
        return { ok: false, reason: 'refused-address' };
      },
      setKey: (...args) => {
        asked.push(args);
        return 'needs-consent';
      },
      clearKey: (id) => void asked.push(id),
    },
  });

  it('lists, updates, and takes keys without giving one back', async () => {
    expect(await handlers.list()).toEqual([STATUS]);
    expect(await handlers.update({ id: 'yahoo', enabled: false })).toEqual({
      ok: false,
      reason: 'refused-address',
    });
    expect(await handlers.setKey({ id: 'tiingo', key: 'made-up', consent: true })).toEqual({
      kept: 'needs-consent',
    });
    expect(await handlers.clearKey({ id: 'tiingo' })).toBeUndefined();
    expect(asked).toEqual([{ id: 'yahoo', enabled: false }, ['tiingo', 'made-up', true], 'tiingo']);
  });
});
