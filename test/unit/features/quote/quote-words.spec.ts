import { describe, expect, it } from 'vitest';
import {
  stateMark,
  stateTone,
  stateWords,
  venueTag,
  venueWords,
} from '../../../../src/features/quote/quote-words';
import type { Quote } from '../../../../src/shared/domain/quote/quote';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import { ACME, quoteOf } from '../../../helpers/desk-sample';

const en = deskMessages('en');
const zh = deskMessages('zh-CN');

describe('what a price is worth, in words', () => {
  it.each<[Partial<Quote>, string, string, string, string, string]>([
    [{ state: 'live', delayMinutes: 0 }, 'live', '实时', 'live', '实时', 'accent'],
    [
      { state: 'delayed', delayMinutes: 15 },
      'delayed 15 min',
      '延时 15 分钟',
      '15m late',
      '延时15分',
      'plain',
    ],
    [{ state: 'delayed', delayMinutes: null }, 'delayed', '延时', 'late', '延时', 'plain'],
    [{ state: 'stale' }, 'stale', '过期', 'stale', '过期', 'warn'],
    [{ state: 'closed' }, 'close', '收盘', 'close', '收盘', 'plain'],
    [{ state: 'simulated' }, 'simulated', '模拟', 'SIM', '模拟', 'warn'],
    [
      { state: 'error' },
      'unusable answer, last good price',
      '报价异常，显示最后有效价',
      'fault',
      '异常',
      'warn',
    ],
  ])('%o', (facts, english, chinese, mark, chineseMark, tone) => {
    const quote = quoteOf(ACME, facts);
    expect(stateWords(quote, en)).toBe(english);
    expect(stateWords(quote, zh)).toBe(chinese);
    expect([stateMark(quote, en), stateMark(quote, zh)]).toEqual([mark, chineseMark]);
    expect(stateTone(quote)).toBe(tone);
  });

  it('names the venue, and an unknown one by its code', () => {
    expect(venueWords('XHKG:02513', en)).toBe('Hong Kong');
    expect(venueWords('BITGET:AAPLUSDT', zh)).toBe('Bitget');
    expect(venueWords('XWAR:ABC', en)).toBe('XWAR');
    expect([venueTag('XHKG:02513', en), venueTag('XHKG:02513', zh)]).toEqual(['HKEX', '港股']);
    expect(venueTag('XWAR:ABC', en)).toBe('XWAR');
  });

  it('has a short name for every venue that it has a name for', () => {
    for (const { chart, watchlist } of [en, zh]) {
      expect(Object.keys(watchlist.venueTags)).toEqual(Object.keys(chart.exchanges));
    }
  });
});
