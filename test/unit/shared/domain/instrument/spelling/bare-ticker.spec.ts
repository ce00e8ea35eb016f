import { describe, expect, it } from 'vitest';
import { readBareTicker } from '../../../../../../src/shared/domain/instrument/spelling/bare-ticker';
import { readBy } from '../symbol-context';

describe('readBareTicker', () => {
  it.each([
    ['NVDA', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['nvda', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['F', 'XNAS:F XNYS:F ARCX:F'],
    ['BRK-B', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['BRK.B', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['BRK B', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['BRK/B', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['USB', 'XNAS:USB XNYS:USB ARCX:USB'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readBareTicker, text)).toBe(ids);
  });

  it.each(['usB', 'NOSUCH', 'NVDA.O', '02513', 'A1', 'BTC-USD', 'BRK.BB', '^SOX'])(
    'leaves %j to others',
    (text) => {
      expect(readBy(readBareTicker, text)).toBe('');
    },
  );
});
