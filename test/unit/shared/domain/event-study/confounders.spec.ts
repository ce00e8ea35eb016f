import { describe, expect, it } from 'vitest';
import type { AnnouncementSummary } from '../../../../../src/shared/domain/announcement/announcement';
import {
  type Confounder,
  confoundersOf,
  isOwnConfounder,
  type LedgerInput,
  qualifyVerdict,
  sourcedCount,
} from '../../../../../src/shared/domain/event-study/confounders';
import type { CorporateEvent } from '../../../../../src/shared/domain/event-study/corporate-event';
import type { MarketMove } from '../../../../../src/shared/domain/event-study/session-context';
import { summaryOf } from '../../../../helpers/fake-client';
import { ACME, ACME_HONG_KONG, BOLT, sampleAnnouncements } from '../../../../helpers/desk-sample';

const [template] = sampleAnnouncements;

/** The day itself, in its own exchange's zone. */
const onDay = ({ date }: AnnouncementSummary) => ({ session: date, latest: date });
const isSameIssuer = (one: string, other: string): boolean => {
  const issuer = (id: string): string => (id === ACME_HONG_KONG ? ACME : id);
  return issuer(one) === issuer(other);
};

function news(id: string, date: string, rest: Partial<AnnouncementSummary> = {}) {
  if (!template) throw new Error('no announcement');
  return {
    ...summaryOf(template),
    ...{ id, date, kind: 'cpu' as const, contextKind: null, stage: 'announced' as const },
    instruments: [{ instrument: ACME, role: 'owner' as const }],
    ...rest,
  };
}

const event = (id: string, from: string, rest: Partial<CorporateEvent> = {}): CorporateEvent => ({
  ...{ id, instrument: ACME, kind: 'earnings', from, to: null, approximate: false },
  ...{ title: { en: id, zh: id }, source: { publisher: 'Example', url: 'https://example.com/' } },
  ...rest,
});

const move = (rest: Partial<MarketMove> = {}): MarketMove => ({
  ...{ role: 'sector', instrument: 'INDEX:^SOX', offset: 0, session: '2024-03-05' },
  ...{ change: 0.05, z: 2.6, ...rest },
});

const UNUSUAL = { verdict: 'unusual', test: 't', p: 0.01, doubts: [], gap: null } as const;

const input = (rest: Partial<LedgerInput> = {}): LedgerInput => ({
  instrument: ACME,
  announcementId: 'studied',
  sessions: [
    { offset: -1, session: '2024-03-04' },
    { offset: 0, session: '2024-03-05' },
    { offset: 1, session: '2024-03-06' },
  ],
  announcements: [news('studied', '2024-03-05')],
  events: [],
  context: { moves: [], volatilityRatio: 1, volumeRatio: 1, sectorDay: null },
  judgement: UNUSUAL,
  day: { t: 2.6, band: 1.97 },
  isSameIssuer,
  sessionOf: onDay,
  ...rest,
});

const effects = (all: readonly Confounder[]) => all.map(({ kind, effect }) => [kind, effect]);

describe('the ledger of what happened at the same time', () => {
  it('is empty where nothing did, and the verdict stays', () => {
    const ledger = confoundersOf(input());
    expect(ledger).toEqual([]);
    expect(qualifyVerdict(UNUSUAL, ledger)).toEqual({
      ...{ verdict: 'unusual', shared: 0, loweredBy: null },
    });
  });

  it('has other announcements of the company, those of the same session first', () => {
    const announcements = [
      news('studied', '2024-03-05'),
      news('before', '2024-03-04'),
      news('same', '2024-03-05', { instruments: [{ instrument: ACME_HONG_KONG, role: 'owner' }] }),
      news('far', '2024-03-08'),
      news('told-the-move', '2024-03-05', { kind: 'context', contextKind: 'price-move' }),
    ];
    const ledger = confoundersOf(input({ announcements }));
    expect(
      ledger.map((each) => each.kind === 'announcement' && [each.announcement.id, each.effect]),
    ).toEqual([
      ['same', 'shares-session'],
      ['before', 'noted'],
      ['told-the-move', 'noted'],
    ]);
    expect(qualifyVerdict(UNUSUAL, ledger)).toMatchObject({ verdict: 'unusual', shared: 1 });
    expect(sourcedCount(ledger)).toBe(3);
  });

  it('takes news without a time of day for the session that it may have reached', () => {
    const announcements = [news('maybe', '2024-03-04')];
    const sessionOf = () => ({ session: '2024-03-04', latest: '2024-03-05' });
    expect(confoundersOf(input({ announcements, sessionOf }))).toMatchObject([
      { offset: 0, session: '2024-03-05', effect: 'shares-session' },
    ]);
    expect(confoundersOf(input({ announcements, sessionOf: () => null }))).toEqual([]);
  });

  it('notes at most eight of others, the nearest', () => {
    const instruments = [{ instrument: BOLT, role: 'owner' as const }];
    const announcements = Array.from({ length: 12 }, (_, index) =>
      news(`other-${index}`, index < 6 ? '2024-03-04' : '2024-03-05', { instruments }),
    );
    const ledger = confoundersOf(input({ announcements }));
    expect(ledger).toHaveLength(8);
    const onTheDay = ledger.filter((each) => each.kind === 'announcement' && each.offset === 0);
    expect(onTheDay).toHaveLength(6);
    expect(new Set(ledger.map(({ effect }) => effect))).toEqual(new Set(['noted']));
  });

  it('has corporate events of the company: on the day, beside it, and what lasts over it', () => {
    const events = [
      event('results', '2024-03-05'),
      event('split', '2024-03-05', { kind: 'split' }),
      event('day-before', '2024-03-04'),
      event('lock-up', '2024-01-08', { kind: 'lock-up', to: '2024-07-08' }),
      event('lock-up-end', '2023-09-05', { kind: 'lock-up', to: '2024-03-05' }),
      event('another', '2024-03-05', { instrument: BOLT }),
      event('own:1', '2024-03-06'),
      event('over', '2023-01-01', { kind: 'lock-up', to: '2023-07-01' }),
    ];
    const ledger = confoundersOf(input({ events }));
    expect(
      ledger.map((each) => each.kind === 'corporate' && [each.event.id, each.offset, each.effect]),
    ).toEqual([
      ['results', 0, 'shares-session'],
      ['lock-up-end', 0, 'shares-session'],
      ['split', 0, 'noted'],
      ['day-before', -1, 'noted'],
      ['lock-up', null, 'noted'],
      ['own:1', 1, 'noted'],
    ]);
    expect(ledger.filter(isOwnConfounder)).toHaveLength(1);
    expect(qualifyVerdict(UNUSUAL, ledger).shared).toBe(2);
  });

  it('is lowered by a sector that moved as well, once that is allowed for', () => {
    const context = {
      ...{ moves: [move(), move({ role: 'index', z: 3 }), move({ offset: 1 })] },
      ...{ volatilityRatio: null, volumeRatio: null, sectorDay: { t: 0.8, band: 1.97 } },
    };
    const ledger = confoundersOf(input({ context }));
    expect(effects(ledger)).toEqual([
      ['market-move', 'lowers'],
      ['market-move', 'noted'],
      ['market-move', 'noted'],
    ]);
    expect(qualifyVerdict(UNUSUAL, ledger)).toEqual({
      ...{ verdict: 'fits-chance', shared: 0, loweredBy: 'market-move' },
    });
    const still = { ...context, sectorDay: { t: 2.5, band: 1.97 } };
    expect(qualifyVerdict(UNUSUAL, confoundersOf(input({ context: still }))).verdict).toBe(
      'unusual',
    );
    const calm = { ...context, moves: [move({ z: 0.4 })] };
    expect(qualifyVerdict(UNUSUAL, confoundersOf(input({ context: calm }))).verdict).toBe(
      'unusual',
    );
  });

  it('is lowered by a time that swung more than the one before, once that is allowed for', () => {
    const swinging = (ratio: number, t: number) => {
      const context = { moves: [], volatilityRatio: ratio, volumeRatio: 1, sectorDay: null };
      return confoundersOf(input({ context, day: { t, band: 1.97 } }));
    };
    expect(qualifyVerdict(UNUSUAL, swinging(1.6, -2.6))).toMatchObject({
      ...{ verdict: 'fits-chance', loweredBy: 'volatility' },
    });
    expect(effects(swinging(1.6, 4))).toEqual([['volatility', 'noted']]);
    expect(swinging(1.4, 2.6)).toEqual([]);
  });

  it('says where hardly anything was traded, and doubts data that the judgement doubts', () => {
    const context = { moves: [], volatilityRatio: null, volumeRatio: 0.1, sectorDay: null };
    const judgement = { ...UNUSUAL, doubts: ['thin-trading'] as const };
    const ledger = confoundersOf(input({ context, judgement, day: null }));
    expect(effects(ledger)).toEqual([
      ['data', 'doubts-data'],
      ['volume', 'noted'],
    ]);
    expect(qualifyVerdict(UNUSUAL, ledger).verdict).toBe('data-in-doubt');
  });

  it.each(['fits-chance', 'not-enough-history', 'data-in-doubt'] as const)(
    'never makes a verdict stronger: %s stays',
    (verdict) => {
      const events = [event('results', '2024-03-05')];
      const context = {
        ...{ moves: [move()], volatilityRatio: 9, volumeRatio: 0.1 },
        sectorDay: { t: 0, band: 1.97 },
      };
      const judgement = { ...UNUSUAL, verdict };
      const ledger = confoundersOf(input({ events, context, judgement }));
      expect(qualifyVerdict(judgement, ledger)).toEqual({ verdict, shared: 1, loweredBy: null });
    },
  );
});
