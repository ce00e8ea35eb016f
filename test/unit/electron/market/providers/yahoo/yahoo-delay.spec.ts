import { describe, expect, it } from 'vitest';
import { yahooDelayMinutes } from '../../../../../../electron/market/providers/yahoo/yahoo-delay';
import { catalogue } from '../../../../../helpers/announcement-set';

const delayOf = (id: string): number | null | undefined => {
  const line = catalogue.find((instrument) => instrument.id === id);
  return line && yahooDelayMinutes(line);
};

describe('yahooDelayMinutes', () => {
  it('is that of the exchange, and for an index that of the exchange that it follows', () => {
    expect(delayOf('XHKG:02513')).toBe(15);
    expect(delayOf('INDEX:^HSI')).toBe(15);
    expect(delayOf('INDEX:^GSPC')).toBe(delayOf('XNYS:BABA'));
    expect(yahooDelayMinutes({ id: 'INDEX:^NOSUCH' })).toBeNull();
  });

  it('is none where trades are made everywhere', () => {
    expect([delayOf('CRYPTO:BTC-USD'), delayOf('FOREX:EURUSD')]).toEqual([0, 0]);
  });
});
