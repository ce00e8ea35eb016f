import { describe, expect, it } from 'vitest';
import { type AddChoice, addChoices } from '../../../../src/features/instrument/add-choices';
import {
  findInstruments,
  searchableInstruments,
} from '../../../../src/features/palette/instrument-search';
import { instrumentOffers } from '../../../../src/features/instrument/instrument-offers';
import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import type { Resolution } from '../../../../src/shared/domain/instrument/resolve-symbol';
import { ACME, ACME_HONG_KONG, BOLT, KORVO, sampleInstruments } from '../../../helpers/desk-sample';

const searchable = searchableInstruments(sampleInstruments);

function choicesFor(
  query: string,
  ofSources: readonly Instrument[] = [],
  meaning: Resolution = { candidates: [], ambiguous: false },
): AddChoice[] {
  const found = findInstruments(searchable, query, 8);
  const known = (id: string) => sampleInstruments.find((line) => line.id === id);
  const offers = instrumentOffers({ found, meaning, ofSources, known });
  return addChoices(offers, query, found[0]?.rank === Infinity);
}

/** Kind of the choice (where an offer comes from) and what it adds. */
const briefly = (choices: readonly AddChoice[]): string[] =>
  choices.map((choice) =>
    [choice.kind === 'offer' ? choice.offer.origin : choice.kind, choice.symbol].join(' '),
  );

const meaningOf = (ambiguous: boolean, ...ids: readonly InstrumentId[]): Resolution => ({
  candidates: ids.map((id) => ({ id, name: null, currency: 'HKD', kind: null })),
  ambiguous,
});

const ELSEWHERE: Instrument = {
  ...(sampleInstruments[0] as Instrument),
  id: 'XTKS:9999',
  name: { en: 'Elsewhere', zh: '别处' },
};

describe('what the search field offers', () => {
  it('is nothing before anything is written', () => {
    expect(choicesFor('  ')).toEqual([]);
  });

  it.each(['2345.HK', '02345.hk', '02345', 'XHKG:02345', 'bolt', '博特'])(
    'is the instrument alone where %s names it in full',
    (query) => {
      expect(briefly(choicesFor(query))).toEqual([`catalogue ${BOLT}`]);
    },
  );

  it('is a choice where a part of it fits several: a bare 2345 is never guessed', () => {
    expect(briefly(choicesFor('2345'))).toEqual([
      `catalogue ${BOLT}`,
      `catalogue ${KORVO}`,
      'as-written 2345',
    ]);
    expect(briefly(choicesFor('acm'))).toEqual([
      `catalogue ${ACME}`,
      `catalogue ${ACME_HONG_KONG}`,
      'as-written acm',
    ]);
  });

  it('is what a spelling means, alone where it settles that', () => {
    const nestle = meaningOf(false, 'XSWX:NESN');
    expect(briefly(choicesFor('NESN.SW', [], nestle))).toEqual(['spelling XSWX:NESN']);
  });

  it('is every market that a code may be of, the known ones first, and the text itself', () => {
    const meaning = meaningOf(true, 'XTKS:2345', 'XTAI:2345', BOLT);
    expect(briefly(choicesFor('2345', [], meaning))).toEqual([
      `catalogue ${BOLT}`,
      `catalogue ${KORVO}`,
      'spelling XTKS:2345',
      'spelling XTAI:2345',
      'as-written 2345',
    ]);
  });

  it('is an instrument outside of the catalogue, in the capitals of its exchange', () => {
    expect(briefly(choicesFor(' xtks:9999 '))).toEqual(['not-in-catalogue XTKS:9999']);
  });

  it('is what sources know, behind what the catalogue has, and each once', () => {
    const inBoth = sampleInstruments.filter(({ id }) => id === BOLT);
    expect(briefly(choicesFor('bolt', [...inBoth, ELSEWHERE]))).toEqual([
      `catalogue ${BOLT}`,
      'source XTKS:9999',
    ]);
    expect(briefly(choicesFor('xtks:9999', [ELSEWHERE]))).toEqual(['source XTKS:9999']);
  });

  it('is the text as it was written where it is no instrument at all', () => {
    expect(briefly(choicesFor('ask Ming'))).toEqual(['as-written ask Ming']);
  });
});
