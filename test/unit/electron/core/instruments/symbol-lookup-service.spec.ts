import { describe, expect, it } from 'vitest';
import { SymbolLookupService } from '../../../../../electron/core/instruments/symbol-lookup-service';
import type { Instrument } from '../../../../../src/shared/domain/instrument/instrument';
import { EXCHANGES } from '../../../shared/domain/instrument/symbol-context';
import { madeUp } from '../quotes/live-samples';

describe('SymbolLookupService', () => {
  let loads = 0;
  const service = new SymbolLookupService(async () => {
    loads += 1;
    return EXCHANGES;
  });
  const ids = async (text: string, known: readonly Instrument[]): Promise<readonly string[]> =>
    (await service.resolve(text, known)).candidates.map(({ id }) => id);

  it('reads spellings of what the catalogue does not have', async () => {
    expect(await service.resolve('hk00005', [])).toEqual({
      candidates: [{ id: 'XHKG:00005', name: null, currency: 'HKD', kind: 'share' }],
      ambiguous: false,
    });
  });

  it('knows what was learned since, and reads the exchanges once', async () => {
    expect(await ids('gamma', [])).toEqual(['XNAS:GAMMA', 'XNYS:GAMMA', 'ARCX:GAMMA']);
    const learned = madeUp('XHKG:09876', { name: { en: 'Gamma', zh: '伽马' } });
    expect(await ids('gamma', [learned])).toEqual(['XHKG:09876']);
    expect(loads).toBe(1);
  });
});
