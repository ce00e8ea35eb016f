import { describe, expect, it } from 'vitest';
import { findSymbol, resolveAnswer } from '../../../../electron/app/symbol-argument';
import type { ExchangesFile } from '../../../../src/shared/domain/calendar/exchanges-file';
import { catalogue, readAsset } from '../../../helpers/announcement-set';

const BOOK = {
  instruments: catalogue,
  exchanges: readAsset('exchanges/exchanges.json') as ExchangesFile,
};

describe('findSymbol', () => {
  it.each([
    ['XHKG:02513', 'XHKG:02513'],
    ['xhkg:02513', 'XHKG:02513'],
    ['2513.hk', 'XHKG:02513'],
    ['HK02513', 'XHKG:02513'],
    [' GOOGL ', 'XNAS:GOOGL'],
    ['XNAS:ZZZZ', 'XNAS:ZZZZ'],
  ])('takes %j for %s', (text, id) => {
    expect(findSymbol(text, BOOK)).toEqual({ kind: 'found', id });
  });

  it.each(['', 'NOSUCH', 'XNAS:NOSUCH', 'GOOGL,'])('does not know %j', (text) => {
    expect(findSymbol(text, BOOK)).toEqual({ kind: 'unknown' });
  });

  it('names all candidates where the spelling does not settle it', () => {
    expect(findSymbol('000660', BOOK)).toEqual({
      kind: 'ambiguous',
      candidates: ['XSHE:000660', 'XKRX:000660'],
    });
    expect(findSymbol('700', BOOK)).toEqual({ kind: 'ambiguous', candidates: ['XHKG:00700'] });
  });
});

describe('resolveAnswer', () => {
  it('is one line of JSON, keys in order, names in English', () => {
    expect(resolveAnswer('2513.HK', BOOK)).toBe(
      '{"candidates":[{"id":"XHKG:02513","name":"Zhipu","currency":"HKD","kind":"share"}],' +
        '"ambiguous":false}',
    );
  });

  it('says null for what is not known', () => {
    expect(JSON.parse(resolveAnswer('NESN.SW', BOOK))).toEqual({
      candidates: [{ id: 'XSWX:NESN', name: null, currency: 'CHF', kind: null }],
      ambiguous: false,
    });
  });

  it('is an empty list for what is no symbol', () => {
    expect(resolveAnswer('no\nsymbol', BOOK)).toBe('{"candidates":[],"ambiguous":false}');
  });
});
