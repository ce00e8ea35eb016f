import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTickers } from '../../../../src/features/timeline/fit-tickers';

describe('the tickers of a line', () => {
  const texts = ['22 Apr', 'accelerator', '3 sources'];

  it('stand there all where there is room', () => {
    expect(fitTickers(texts, ['GOOGL', 'AVGO', 'TSM'], 600)).toBe(3);
    expect(fitTickers(texts, [], 600)).toBe(0);
  });

  // About 191 px of text and gaps leave 117 of 308. GOOGL (43), AVGO (34 and a gap) and a count
  // (16 and a gap) need about 105; 2454.TW would need another 60.
  it('stand there whole, with room for the count of the others', () => {
    expect(fitTickers(texts, ['GOOGL', 'AVGO', '2454.TW', 'TSM'], 308)).toBe(2);
  });

  it('are one at least', () => {
    expect(fitTickers(texts, ['GOOGL', 'AVGO'], 10)).toBe(1);
  });

  it('are never fewer where there is more room', () => {
    const tickers = fc.array(fc.stringMatching(/^[A-Z]{1,5}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tickers, fc.nat({ max: 700 }), fc.nat({ max: 300 }), (all, widthPx, morePx) => {
        const fitting = fitTickers(texts, all, widthPx);
        expect(fitTickers(texts, all, widthPx + morePx)).toBeGreaterThanOrEqual(fitting);
        expect(fitting).toBeGreaterThanOrEqual(1);
        expect(fitting).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
