import { describe, expect, it } from 'vitest';
import { exchangeLabels } from '../../../../../src/shared/domain/instrument/exchange-labels';
import { CONTEXT, EXCHANGES } from './symbol-context';

const { book } = CONTEXT;

describe('the exchange book', () => {
  it('finds an exchange by every name', () => {
    expect(book.byMic.get('XNGS')?.mic).toBe('XNAS');
    expect(book.bySuffix.get('HK')).toEqual(['XHKG']);
    expect(book.bySuffix.get('XHKG')).toEqual(['XHKG']);
    expect(book.byPrefix.get('HKEX')).toEqual(['XHKG']);
    expect(book.byBloomberg.get('HK')).toEqual(['XHKG']);
    expect(book.byEastmoney.get('116')).toEqual(['XHKG']);
  });

  it('keeps all boards that share a name, and no empty name', () => {
    expect(book.byPrefix.get('KRX')).toEqual(['XKRX', 'XKOS']);
    expect(book.byBloomberg.get('TT')).toEqual(['XTAI', 'ROCO']);
    expect(book.unitedStates).toEqual(['XNAS', 'XNYS', 'ARCX']);
    expect(book.bySuffix.has('')).toBe(false);
  });

  it('tries longer prefixes before shorter ones', () => {
    const lengths = book.vendorPrefixes.map(({ prefix }) => prefix.length);
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
    expect(book.vendorPrefixes.map(({ prefix }) => prefix)).toContain('RT_HK');
  });

  it('has further names for every exchange, and none for what is no exchange', () => {
    for (const { mic } of EXCHANGES) expect(exchangeLabels(mic).bloomberg, mic).not.toEqual([]);
    expect(exchangeLabels('NOPE')).toEqual({ bloomberg: [], suffixes: [], prefixes: [] });
  });

  it('gives one suffix to one exchange, but for the United States', () => {
    const shared = [...book.bySuffix].filter(([, mics]) => mics.length > 1).map(([name]) => name);
    expect(shared).toEqual(['US']);
  });
});
