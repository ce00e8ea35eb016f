import { describe, expect, it } from 'vitest';
import {
  changeText,
  momentText,
  priceText,
} from '../../../../../src/shared/domain/text/quote-text';

describe('priceText', () => {
  it('has the decimals of the instrument, and the thousands apart', () => {
    expect(priceText(1234.5, 2, 'en')).toBe('1,234.50');
    expect(priceText(0.123456, 4, 'zh-CN')).toBe('0.1235');
    expect(priceText(-1, 0, 'en')).toBe('\u22121');
  });
});

describe('changeText', () => {
  it('always has a sign', () => {
    expect(changeText(0.021, 'en')).toBe('+2.10\u00a0%');
    expect(changeText(-0.008, 'zh-CN')).toBe('\u22120.80%');
    expect(changeText(0, 'en')).toBe('+0.00\u00a0%');
  });
});

describe('momentText', () => {
  const now = Date.parse('2026-05-28T01:00:00Z');
  const where = { locale: 'en', timeZone: 'Asia/Shanghai' } as const;

  it('leaves out the day where it is today by the user’s own clock', () => {
    expect(momentText(Date.parse('2026-05-27T16:30:00Z'), where, now)).toBe('00:30');
    expect(momentText(Date.parse('2026-05-27T15:30:00Z'), where, now)).toBe('May 27, 23:30');
    expect(momentText(Date.parse('2026-05-27T15:30:00Z'), { ...where, locale: 'zh-CN' }, now)).toBe(
      '5月27日 23:30',
    );
  });
});
