import { describe, expect, it } from 'vitest';
import {
  isBeijingCode,
  mainlandMic,
  mainlandRange,
} from '../../../../../src/shared/domain/instrument/mainland-code';

describe('mainlandMic', () => {
  it.each([
    ['688256', 'XSHG'],
    ['600519', 'XSHG'],
    ['605499', 'XSHG'],
    ['510300', 'XSHG'],
    ['900901', 'XSHG'],
    ['000001', 'XSHE'],
    ['002475', 'XSHE'],
    ['300308', 'XSHE'],
    ['159915', 'XSHE'],
    ['399001', 'XSHE'],
  ])('%s is listed in %s', (code, mic) => {
    expect(mainlandMic(code)).toBe(mic);
  });

  it.each(['005930', '430047', '920001', '712345', '68825', '6882567', 'ABCDEF', ''])(
    '%j is in neither',
    (code) => {
      expect(mainlandMic(code)).toBeNull();
    },
  );
});

describe('isBeijingCode', () => {
  it('knows the numbers of Beijing', () => {
    expect(['430047', '830799', '870299', '920001'].every(isBeijingCode)).toBe(true);
    expect(['600519', '000001', '43004', '9200011'].some(isBeijingCode)).toBe(false);
  });
});

describe('mainlandRange', () => {
  it.each([
    ['XSHG', '688256', 'share', 'CNY'],
    ['XSHG', '900901', 'share', 'USD'],
    ['XSHE', '200011', 'share', 'HKD'],
    ['XSHG', '510300', 'etf', 'CNY'],
    ['XSHG', '000300', 'index', 'CNY'],
    ['XSHE', '399001', 'index', 'CNY'],
    ['XSHE', '000001', 'share', 'CNY'],
  ])('%s:%s is a %s in %s', (mic, code, kind, currency) => {
    expect(mainlandRange(mic, code)).toEqual({ kind, currency });
  });

  it('does not know every number', () => {
    expect(mainlandRange('XSHE', '688256')).toBeNull();
    expect(mainlandRange('XSHG', '204001')).toBeNull();
  });
});
