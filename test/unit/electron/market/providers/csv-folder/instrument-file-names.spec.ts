import { describe, expect, it } from 'vitest';
import {
  InstrumentFileNames,
  isBarsFileName,
} from '../../../../../../electron/market/providers/csv-folder/instrument-file-names';
import type {
  Instrument,
  InstrumentId,
} from '../../../../../../src/shared/domain/instrument/instrument';
import { CATALOGUE } from '../../../data/catalogue';

function instrument(id: InstrumentId, ...aliases: readonly string[]): Instrument {
  return {
    id,
    name: { en: id, zh: id },
    kind: 'share',
    currency: 'USD',
    issuer: id,
    aliases,
    priceDecimals: 2,
    listedOn: null,
  };
}

describe('InstrumentFileNames', () => {
  const names = new InstrumentFileNames(CATALOGUE);

  it.each([
    ['GOOGL.csv', 'XNAS:GOOGL'],
    ['googl.CSV', 'XNAS:GOOGL'],
    ['GOOGL.csv.gz', 'XNAS:GOOGL'],
    ['XNAS_GOOGL.csv', 'XNAS:GOOGL'],
    ['XNAS-GOOGL.csv', 'XNAS:GOOGL'],
    ['XNAS:GOOGL.csv', 'XNAS:GOOGL'],
    ['NASDAQ_GOOGL.csv', 'XNAS:GOOGL'],
    ['GOOG.csv', 'XNAS:GOOG'],
    ['2513.HK.csv', 'XHKG:02513'],
    ['2513.hk.csv.GZ', 'XHKG:02513'],
    ['02513.HK.csv', 'XHKG:02513'],
    ['02513.csv', 'XHKG:02513'],
    ['HKEX_2513.csv', 'XHKG:02513'],
    ['XHKG_02513.csv', 'XHKG:02513'],
    ['688256.SS.csv', 'XSHG:688256'],
    ['2330.TW.csv', 'XTAI:2330'],
    ['港股02513.csv', 'XHKG:02513'],
  ])('takes %s for %s', (fileName, id) => {
    expect(names.resolve(fileName)).toBe(id);
  });

  it.each(['2513.csv', 'GOOGL-old.csv', 'GOOGL (1).csv', 'notes.csv', '.csv', 'XXXX_GOOGL.csv'])(
    'does not guess what %s is',
    (fileName) => {
      expect(names.resolve(fileName)).toBeNull();
    },
  );

  it('refuses a name that two instruments go by, and still knows them by their ids', () => {
    const shared = new InstrumentFileNames([
      instrument('XNAS:ABC', 'ABC', 'ONE'),
      instrument('XLON:ABC', 'ABC', 'ONE', 'TWO'),
    ]);
    expect(shared.resolve('ABC.csv')).toBeNull();
    expect(shared.resolve('TWO.csv')).toBe('XLON:ABC');
    expect(shared.resolve('XLON_ABC.csv')).toBe('XLON:ABC');
  });

  it('takes an id for its own instrument, though another claims it as an alias', () => {
    const claimed = new InstrumentFileNames([
      instrument('XNAS:ABC'),
      instrument('XLON:DEF', 'XNAS:ABC'),
    ]);
    expect(claimed.resolve('XNAS_ABC.csv')).toBe('XNAS:ABC');
  });
});

describe('isBarsFileName', () => {
  it.each([
    ['GOOGL.csv', true],
    ['GOOGL.CSV.GZ', true],
    ['a b.csv', true],
    ['GOOGL.txt', false],
    ['GOOGL.csv.zip', false],
    ['GOOGL.csv.part', false],
    ['.GOOGL.csv', false],
    ['._GOOGL.csv', false],
    ['csv', false],
  ])('of %s is %s', (fileName, isBars) => {
    expect(isBarsFileName(fileName)).toBe(isBars);
  });
});
