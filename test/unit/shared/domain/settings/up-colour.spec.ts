import { describe, expect, it } from 'vitest';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { upColourOf } from '../../../../../src/shared/domain/settings/up-colour';

const MOUTAI: InstrumentId = 'XSHG:600519';
const ZHIPU: InstrumentId = 'XHKG:02513';
const NVIDIA: InstrumentId = 'XNAS:NVDA';

describe('upColourOf', () => {
  it('is what was chosen for all markets', () => {
    expect(upColourOf(MOUTAI, 'green', 'zh-CN')).toBe('green');
    expect(upColourOf(NVIDIA, 'red', 'en')).toBe('red');
  });

  it('follows the language', () => {
    expect([MOUTAI, NVIDIA, null].map((id) => upColourOf(id, 'by-language', 'en'))).toEqual([
      'green',
      'green',
      'green',
    ]);
    expect(upColourOf(NVIDIA, 'by-language', 'zh-CN')).toBe('red');
  });

  it('follows the market: mainland, Taipei, Seoul and Tokyo red, Hong Kong and New York green', () => {
    const red: readonly InstrumentId[] = [MOUTAI, 'XTAI:2330', 'XKRX:000660', 'XTKS:7203'];
    for (const id of red) expect(upColourOf(id, 'by-market', 'en')).toBe('red');
    for (const id of [ZHIPU, NVIDIA, null]) {
      expect(upColourOf(id, 'by-market', 'zh-CN')).toBe('green');
    }
  });
});
