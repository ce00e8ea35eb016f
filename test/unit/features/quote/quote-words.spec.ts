import { describe, expect, it } from 'vitest';
import { stateMark, stateWords, venueWords } from '../../../../src/features/quote/quote-words';
import type { Quote } from '../../../../src/shared/domain/quote/quote';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import { ACME, quoteOf } from '../../../helpers/desk-sample';

const en = deskMessages('en');
const zh = deskMessages('zh-CN');

describe('what a price is worth, in words', () => {
  it.each<[Partial<Quote>, string, string, string]>([
    [{ state: 'live', delayMinutes: 0 }, 'live', '实时', ''],
    [{ state: 'delayed', delayMinutes: 15 }, 'delayed 15 min', '延时 15 分钟', '15 min'],
    [{ state: 'delayed', delayMinutes: null }, 'delayed', '延时', 'late'],
    [{ state: 'stale' }, 'stale', '过期', ''],
    [{ state: 'closed' }, 'close', '收盘', ''],
    [{ state: 'simulated' }, 'simulated', '模拟', 'SIM'],
    [{ state: 'error' }, 'unusable answer, last good price', '报价异常，显示最后有效价', 'fault'],
  ])('%o', (facts, english, chinese, mark) => {
    const quote = quoteOf(ACME, facts);
    expect(stateWords(quote, en)).toBe(english);
    expect(stateWords(quote, zh)).toBe(chinese);
    expect(stateMark(quote, en)).toBe(mark);
  });

  it('names the venue, and an unknown one by its code', () => {
    expect(venueWords('XHKG:02513', en)).toBe('Hong Kong');
    expect(venueWords('BITGET:AAPLUSDT', zh)).toBe('Bitget');
    expect(venueWords('XWAR:ABC', en)).toBe('XWAR');
  });
});
