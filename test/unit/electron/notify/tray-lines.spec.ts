import { describe, expect, it } from 'vitest';
import type { WordingParts } from '../../../../electron/notify/alert-wording';
import { firingLine, starredLine } from '../../../../electron/notify/tray-lines';
import type { Quote } from '../../../../src/shared/domain/quote/quote';
import { sampleFiring, sampleRule } from '../../../helpers/sample-firing';

const NOW = Date.parse('2026-05-28T14:35:00Z');
const parts: WordingParts = { locale: 'en', timeZone: 'UTC', instrument: () => undefined };
const QUOTE: Quote = {
  ...{ instrument: 'XNAS:NVDA', price: 201.35, previousClose: 195, currency: 'USD' },
  ...{ asOf: NOW - 60_000, session: '2026-05-28', source: 'yahoo', state: 'live' },
  ...{ delayMinutes: 0, openBar: null, dispute: null },
};

describe('starredLine', () => {
  it('never shows a price without its time, nor one that is not live without saying so', () => {
    const line = (quote?: Quote) => starredLine('XNAS:NVDA', quote, parts, NOW);
    expect(line(QUOTE)).toBe('NVDA  201.35  +3.26\u00a0%  (14:34)');
    expect(line({ ...QUOTE, state: 'stale', previousClose: null })).toBe(
      'NVDA  201.35  (14:34, stale)',
    );
    expect(line({ ...QUOTE, asOf: NOW - 86_400_000, state: 'closed' })).toMatch(
      /\(May 27, 14:35, closed\)$/,
    );
    expect(line()).toBe('NVDA  no price');
  });
});

describe('firingLine', () => {
  it('says when, what and why, as far as a menu is wide', () => {
    expect(firingLine(sampleFiring(), parts, NOW)).toBe('14:30 NVDA 201.35 · Price rose above 200');
    const long = sampleFiring({ rule: sampleRule({ note: 'x'.repeat(200) }) });
    expect(firingLine(long, parts, NOW)).toHaveLength(72);
    expect(firingLine(long, parts, NOW)).toMatch(/x…$/);
  });
});
