import { describe, expect, it } from 'vitest';
import { findSymbol } from '../../../../electron/app/symbol-argument';
import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';

function instrument(id: InstrumentId, ...aliases: string[]): Instrument {
  return {
    ...{ id, aliases, name: { en: id, zh: id }, kind: 'share', currency: 'USD' },
    ...{ issuer: id, priceDecimals: 2, listedOn: null },
  };
}

const CATALOGUE = [
  instrument('XHKG:02513', '2513.HK', 'hk02513', 'SAME'),
  instrument('XNAS:GOOGL', 'GOOGL', 'usGOOGL'),
  instrument('XNYS:SAME', 'same'),
];

describe('findSymbol', () => {
  it.each([
    ['XHKG:02513', 'XHKG:02513'],
    ['xhkg:02513', 'XHKG:02513'],
    ['2513.hk', 'XHKG:02513'],
    ['HK02513', 'XHKG:02513'],
    [' GOOGL ', 'XNAS:GOOGL'],
    ['XNYS:SAME', 'XNYS:SAME'],
  ])('takes %j for %s', (text, id) => {
    expect(findSymbol(text, CATALOGUE)).toEqual({ kind: 'found', id });
  });

  it.each(['', 'GOOG', '2513', 'XNAS:NVDA', 'GOOGL,'])('does not know %j', (text) => {
    expect(findSymbol(text, CATALOGUE)).toEqual({ kind: 'unknown' });
  });

  it('names all candidates where an alias leads to several', () => {
    expect(findSymbol('same', CATALOGUE)).toEqual({
      kind: 'ambiguous',
      candidates: ['XHKG:02513', 'XNYS:SAME'],
    });
  });
});
