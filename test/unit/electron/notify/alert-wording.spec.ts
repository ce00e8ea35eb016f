import { describe, expect, it } from 'vitest';
import {
  firingNotice,
  noticeTag,
  type WordingParts,
} from '../../../../electron/notify/alert-wording';
import {
  type Condition,
  type Measure,
  PRICE,
} from '../../../../src/shared/domain/alert/alert-condition';
import { draftFor } from '../../../../src/shared/domain/alert/alert-rule';
import type { Firing } from '../../../../src/shared/domain/alert/firing';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';
import { firingOf, sampleFiring, sampleRule } from '../../../helpers/sample-firing';

const NVIDIA: Instrument = {
  ...{ id: 'XNAS:NVDA', name: { en: 'NVIDIA', zh: '英伟达' }, kind: 'share', currency: 'USD' },
  ...{ issuer: 'nvidia', aliases: [], priceDecimals: 2, listedOn: null },
};
const parts: WordingParts = {
  ...{ locale: 'en', timeZone: 'Asia/Shanghai' },
  instrument: (id) => (id === NVIDIA.id ? NVIDIA : undefined),
};
const chinese: WordingParts = { ...parts, locale: 'zh-CN' };
const NOTHING_READ = { before: null, value: 1, level: 1, high: null };
const bodyOf = (condition: Condition, reading = NOTHING_READ): string =>
  firingNotice(firingOf(condition, reading), parts).body.split(' · ')[0] ?? '';

describe('firingNotice', () => {
  it('begins with code and price', () => {
    expect(firingNotice(sampleFiring(), parts)).toEqual({
      title: 'NVDA 201.35 USD',
      body: 'Price rose above 200 · NVIDIA',
      isUrgent: false,
      tag: noticeTag([sampleFiring()]),
    });
  });

  it('has one mark for one message, and another for any other', () => {
    const [one, two, three] = [1, 2, 3].map((id) => sampleFiring({ id }));
    const messages = [[one], [two], [one, two], [two, three], [one, two, three]] as Firing[][];
    expect(new Set(messages.map(noticeTag)).size).toBe(messages.length);
    expect(noticeTag([sampleFiring({ id: 1, acknowledgedAt: 5 })])).toBe(
      noticeTag([sampleFiring()]),
    );
    expect(noticeTag([sampleFiring({ seenAt: 5 })])).not.toBe(noticeTag([sampleFiring()]));
  });

  it('speaks Chinese', () => {
    expect(firingNotice(sampleFiring(), chinese)).toMatchObject({
      title: 'NVDA 201.35 USD',
      body: '价格上穿 200 · 英伟达',
    });
  });

  it('shows a price with the decimals of its instrument', () => {
    const { after } = sampleFiring();
    const firing = sampleFiring({ after: after && { ...after, price: 201.5 } });
    expect(firingNotice(firing, parts).title).toBe('NVDA 201.50 USD');
  });

  it('does without what is not known of an instrument', () => {
    const firing = firingOf({ of: PRICE, op: 'lessThan', value: 0.5 }, NOTHING_READ, 'XKRX:000660');
    expect(firingNotice(firing, parts)).toMatchObject({
      title: '000660 201.35',
      body: 'Price is below 0.50',
    });
  });

  it.each<[Condition, string]>([
    [{ of: PRICE, op: 'crossingDown', value: 199.5 }, 'Price fell below 199.50'],
    [{ of: PRICE, op: 'insideChannel', low: 1, high: 2 }, 'Price is between 1 and 2'],
    [
      { of: { kind: 'change', instrument: null }, op: 'greaterThan', value: 5 },
      'Change is above 5\u00a0%',
    ],
    [
      { of: { kind: 'volume', instrument: 'XNAS:AMD' }, op: 'greaterThan', value: 1_500_000 },
      'AMD Volume is above 1,500,000',
    ],
    [
      { of: PRICE, op: 'movingUpPercent', amount: 3, bars: 1, interval: 'D' },
      'Price is up 3 % within 1 bar (D)',
    ],
  ])('says what held: %j', (condition, text) => {
    expect(bodyOf(condition)).toBe(text);
  });

  it('names a level that is another measure, and what it was', () => {
    const average: Measure = {
      ...{ kind: 'indicator', instrument: null, indicator: 'ema', params: { length: 20 } },
      ...{ output: 'ema', interval: 'D' },
    };
    const reading = { before: null, value: 201.35, level: 198.4, high: null };
    expect(bodyOf({ of: PRICE, op: 'crossing', value: average }, reading)).toBe(
      'Price crossed EMA 20 (D) (198.40)',
    );
  });

  it('says which value of an indicator with several is meant', () => {
    const band: Measure = {
      ...{ kind: 'indicator', instrument: null, indicator: 'bollinger', output: 'lower' },
      ...{ params: { period: 20, deviations: 2 }, interval: 'D' },
    };
    const reading = { before: null, value: 201.35, level: 198.4, high: null };
    expect(bodyOf({ of: PRICE, op: 'crossingDown', value: band }, reading)).toBe(
      'Price fell below Bollinger 20 2 lower (D) (198.40)',
    );
  });

  it('says all conditions, the note, when a late one happened, and that it was simulated', () => {
    const conditions: Condition[] = [
      { of: PRICE, op: 'greaterThan', value: 200 },
      { of: { kind: 'change', instrument: null }, op: 'greaterThan', value: 3 },
    ];
    const rule = sampleRule({ ...draftFor('XNAS:NVDA', ...conditions), note: 'sell a third' });
    const firing = sampleFiring({
      ...{ rule, late: true, simulated: true },
      at: Date.parse('2026-05-27T16:05:00Z'),
      seenAt: Date.parse('2026-05-28T07:40:00Z'),
    });
    expect(firingNotice({ ...firing, at: Date.parse('2026-05-28T05:05:00Z') }, parts).body).toBe(
      'Price is above 200 · Change is above 3\u00a0% · NVIDIA · sell a third · happened 13:05, seen 15:40 · simulated market',
    );
    const night = sampleFiring({ ...firing, at: Date.parse('2026-05-27T15:05:00Z') });
    expect(firingNotice(night, parts).body).toContain('happened May 27, 23:05, seen 15:40');
  });

  it('takes the mark of urgency out of the note', () => {
    for (const note of ['! stop', '！stop']) {
      const notice = firingNotice(sampleFiring({ rule: sampleRule({ note }) }), parts);
      expect(notice).toMatchObject({
        isUrgent: true,
        body: 'Price rose above 200 · NVIDIA · stop',
      });
    }
  });

  it('keeps the text of a user on one line, as it is', () => {
    const rule = sampleRule({ note: 'a\n<b>b</b>\u202e' });
    expect(firingNotice(sampleFiring({ rule }), parts).body).toMatch(/ · a <b>b<\/b>$/);
  });

  it('tells of a new announcement without a price', () => {
    const filter = {} as never;
    const watch = { kind: 'announcement', filterName: 'My chips', filter } as const;
    const rule = sampleRule({ watch });
    const firing = sampleFiring({ rule, instrument: null, after: null, readings: [] });
    expect(firingNotice(firing, parts)).toMatchObject({
      title: 'New in the record',
      body: 'A new announcement matches “My chips”',
    });
  });
});
