import { describe, expect, it } from 'vitest';
import { addChoices } from '../../../../src/features/watchlist/add-choices';
import {
  findInstruments,
  searchableInstruments,
} from '../../../../src/features/palette/instrument-search';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';
import { ACME, ACME_HONG_KONG, BOLT, KORVO, sampleInstruments } from '../../../helpers/desk-sample';

const searchable = searchableInstruments(sampleInstruments);
const choicesFor = (query: string, ofSources: readonly Instrument[] = []) =>
  addChoices(findInstruments(searchable, query, 8), ofSources, query);
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
      expect(choicesFor(query)).toEqual([{ kind: 'known', symbol: BOLT }]);
    },
  );

  it('is a choice where a part of it fits several: a bare 2345 is never guessed', () => {
    expect(choicesFor('2345')).toEqual([
      { kind: 'known', symbol: BOLT },
      { kind: 'known', symbol: KORVO },
      { kind: 'as-written', symbol: '2345' },
    ]);
    expect(choicesFor('acm')).toEqual([
      { kind: 'known', symbol: ACME },
      { kind: 'known', symbol: ACME_HONG_KONG },
      { kind: 'as-written', symbol: 'acm' },
    ]);
  });

  it('is an instrument outside of the catalogue, in the capitals of its exchange', () => {
    expect(choicesFor(' xtks:9999 ')).toEqual([{ kind: 'not-in-catalogue', symbol: 'XTKS:9999' }]);
  });

  it('is what sources know, behind what the catalogue has, and each once', () => {
    const inBoth = sampleInstruments.filter(({ id }) => id === BOLT);
    expect(choicesFor('bolt', [...inBoth, ELSEWHERE])).toEqual([
      { kind: 'known', symbol: BOLT },
      { kind: 'found', symbol: 'XTKS:9999', instrument: ELSEWHERE },
    ]);
    expect(choicesFor('xtks:9999', [ELSEWHERE])).toEqual([
      { kind: 'found', symbol: 'XTKS:9999', instrument: ELSEWHERE },
    ]);
  });

  it('is the text as it was written where it is no instrument at all', () => {
    expect(choicesFor('ask Ming')).toEqual([{ kind: 'as-written', symbol: 'ask Ming' }]);
  });
});
