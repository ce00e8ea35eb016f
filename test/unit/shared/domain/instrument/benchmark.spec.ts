import { describe, expect, it } from 'vitest';
import {
  benchmarkOf,
  evidenceIndices,
  SEMICONDUCTOR_INDEX,
} from '../../../../../src/shared/domain/instrument/benchmark';
import { catalogue, readAsset } from '../../../../helpers/announcement-set';

const { exchanges } = readAsset('exchanges/exchanges.json') as {
  exchanges: { mic: string; currency: string }[];
};

describe('the benchmark of an instrument', () => {
  it.each([
    ['XNAS:NVDA', 'INDEX:^IXIC'],
    ['XNYS:TSM', 'INDEX:^GSPC'],
    ['XHKG:02513', 'INDEX:^HSI'],
    ['XSHG:688256', 'XSHG:000001'],
    ['XKRX:000660', 'INDEX:^KS11'],
  ] as const)('of %s is the index of its own exchange', (id, index) => {
    expect(benchmarkOf({ id })).toBe(index);
  });

  it('is that of the exchange whose sessions an index has', () => {
    expect(benchmarkOf({ id: 'INDEX:^SOX', calendar: 'XNAS' })).toBe('INDEX:^IXIC');
  });

  it('is none where no exchange lists it', () => {
    expect(benchmarkOf({ id: 'BINANCE:BTCUSDT' })).toBeNull();
  });

  it('stands beside the index of the industry for evidence, each once', () => {
    const charted = [{ id: 'XNAS:NVDA' }, { id: 'XNAS:AMD' }, { id: 'XHKG:02513' }] as const;
    expect(evidenceIndices(charted)).toEqual(['INDEX:^IXIC', 'INDEX:^HSI', 'INDEX:^SOX']);
    expect(evidenceIndices([{ id: 'INDEX:^SOX', calendar: 'XNAS' }])).toEqual(['INDEX:^IXIC']);
    expect(evidenceIndices([])).toEqual(['INDEX:^SOX']);
  });

  it('is known for every exchange, in the catalogue, in its currency', () => {
    for (const { mic, currency } of exchanges) {
      const index = catalogue.find(({ id }) => id === benchmarkOf({ id: `${mic}:ANY` }));
      expect(index, mic).toMatchObject({ kind: 'index', currency });
    }
    expect(catalogue.map(({ id }) => id)).toContain(SEMICONDUCTOR_INDEX);
  });
});
