import { describe, expect, it } from 'vitest';
import { instrumentOffers } from '../../../../src/features/instrument/instrument-offers';
import { offerCode, offerName, offerWords } from '../../../../src/features/instrument/offer-words';
import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { SymbolCandidate } from '../../../../src/shared/domain/instrument/resolve-symbol';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import { BOLT, sampleInstruments } from '../../../helpers/desk-sample';

const bolt = sampleInstruments.find(({ id }) => id === BOLT) as Instrument;
const known = (id: string) => sampleInstruments.find((line) => line.id === id);
const candidate = (id: InstrumentId): SymbolCandidate => ({
  ...{ id, name: null, currency: 'JPY', kind: 'share' },
});

interface Given {
  readonly found?: readonly Instrument[];
  readonly candidates?: readonly SymbolCandidate[];
  readonly ambiguous?: boolean;
  readonly ofSources?: readonly Instrument[];
}

function offersOf({ found = [], candidates = [], ambiguous = false, ofSources = [] }: Given) {
  return instrumentOffers({
    found: found.map((item) => ({ item, rank: 2 })),
    meaning: { candidates, ambiguous },
    ...{ ofSources, known },
  });
}

describe('what a text may mean', () => {
  it('is nothing where nobody knows it', () => {
    expect(offersOf({})).toEqual({ offers: [], asks: false, isSpelling: false, rank: 0 });
  });

  it('is said with name, currency and kind by the source that knows it', () => {
    const heard = { ...bolt, id: 'XTKS:2345', currency: 'JPY', kind: 'etf' } as const;
    expect(offersOf({ candidates: [candidate('XTKS:2345')], ofSources: [heard] }).offers).toEqual([
      { id: 'XTKS:2345', name: bolt.name, currency: 'JPY', kind: 'etf', origin: 'source' },
    ]);
  });

  it('asks where several are meant, and one of them is known', () => {
    const candidates = [candidate(BOLT), candidate('XTKS:2345')];
    const { asks, offers, rank } = offersOf({ candidates, ambiguous: true });
    expect([asks, rank, offers.map(({ origin }) => origin)]).toEqual([
      true,
      Infinity,
      ['catalogue', 'spelling'],
    ]);
  });

  it('asks where nothing else answers, and does not where a known name begins so', () => {
    const candidates = [candidate('XNAS:BOL'), candidate('XNYS:BOL')];
    expect(offersOf({ candidates, ambiguous: true })).toMatchObject({ asks: true, rank: 0 });
    const beginning = offersOf({ candidates, ambiguous: true, found: [bolt] });
    expect(beginning).toMatchObject({ asks: false, isSpelling: false, rank: 2 });
    expect(beginning.offers.map(({ id }) => id)).toEqual([BOLT, 'XNAS:BOL', 'XNYS:BOL']);
  });
});

describe('an offer in words', () => {
  const t = { en: deskMessages('en'), zh: deskMessages('zh-CN') };

  it('says what tells it from the others', () => {
    const [offer] = offersOf({ found: [bolt] }).offers;
    if (!offer) throw new Error('no offer');
    expect(offerWords(offer, t.en)).toBe('Hong Kong · HKD · share');
    expect(offerWords(offer, t.zh)).toBe('港交所 · HKD · 股票');
    expect([offerCode(offer), offerName(offer, 'en'), offerName(offer, 'zh-CN')]).toEqual([
      '02345',
      'Bolt',
      '博特',
    ]);
  });

  it('leaves out what is not known', () => {
    const offer = { ...candidate('INDEX:^ABC'), currency: null, kind: null };
    expect(offerWords({ ...offer, origin: 'spelling' }, t.en)).toBe('index');
    expect(offerName({ ...offer, origin: 'spelling' }, 'en')).toBe('');
  });
});
