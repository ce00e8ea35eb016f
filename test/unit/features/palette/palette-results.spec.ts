import { describe, expect, it } from 'vitest';
import { searchableCommands } from '../../../../src/features/palette/desk-commands';
import type { DeskCommand } from '../../../../src/features/palette/desk-command';
import { instrumentOffers } from '../../../../src/features/instrument/instrument-offers';
import {
  findInstruments,
  searchableInstruments,
} from '../../../../src/features/palette/instrument-search';
import {
  type PaletteIndex,
  palettePreview,
  searchPalette,
} from '../../../../src/features/palette/palette-results';
import { searchableFilters } from '../../../../src/features/palette/saved-filter-search';
import { NO_FILTER } from '../../../../src/shared/domain/announcement-filter/announcement-filter';
import { searchText } from '../../../../src/shared/domain/text/text-search';
import type { Resolution } from '../../../../src/shared/domain/instrument/resolve-symbol';
import { ACME, BOLT, sampleAnnouncements, sampleInstruments } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';

const commands: readonly DeskCommand[] = [
  { name: 'themeDark', run: () => undefined },
  { name: 'hideTimeline', run: () => undefined },
];

const index: PaletteIndex = {
  announcements: sampleAnnouncements.map((announcement) => ({
    item: summaryOf(announcement),
    texts: [
      announcement.company,
      ...announcement.chips,
      announcement.title.en,
      announcement.title.zh,
    ].map((text) => searchText(text)),
  })),
  commands: searchableCommands(commands),
  filters: searchableFilters([{ name: 'Fabco only', filter: NO_FILTER }]),
};

const searchable = searchableInstruments(sampleInstruments);
const NOTHING: Resolution = { candidates: [], ambiguous: false };
const groupsFor = (query: string, meaning = NOTHING) =>
  searchPalette(
    index,
    instrumentOffers({
      found: findInstruments(searchable, query, 6),
      ...{ meaning, ofSources: [] },
      known: (id) => sampleInstruments.find((line) => line.id === id),
    }),
    query,
  );

const answersTo = (query: string, meaning?: Resolution): string[] =>
  groupsFor(query, meaning).flatMap(({ results }) => results.map(({ key }) => key));

describe('the answers', () => {
  it('are nothing where nothing fits', () => {
    expect(groupsFor('nothing of the kind')).toEqual([]);
  });

  it('begin with the instrument whose code is written out', () => {
    expect(answersTo('ACME').slice(0, 2)).toEqual([ACME, 'XHKG:07777']);
  });

  it('begin with what a spelling means, known or not, and end with what it hardly means', () => {
    const line = { name: null, currency: 'USD', kind: null } as const;
    const settled = { candidates: [{ id: 'XSWX:NESN', ...line }], ambiguous: false } as const;
    expect(answersTo('NESN.SW', settled)).toEqual(['XSWX:NESN']);
    const ticker = { candidates: [{ id: 'XNYS:DARK', ...line }], ambiguous: true } as const;
    expect(answersTo('dark', ticker)).toEqual(['themeDark', 'XNYS:DARK']);
  });

  it('find commands in both languages', () => {
    expect(answersTo('dark')).toEqual(['themeDark']);
    expect(answersTo('深色')).toEqual(['themeDark']);
    expect(answersTo('hide time')).toEqual(['hideTimeline']);
  });

  it('find saved filters by name', () => {
    expect(groupsFor('fabco').map(({ kind }) => kind)).toEqual(['filters']);
    expect(answersTo('only fab')).toEqual(['filter-Fabco only']);
  });

  it('find announcements in both languages and put the best group first', () => {
    expect(answersTo('acme-a1的标题')).toEqual(['acme-a1']);
    expect(groupsFor('b1').map(({ kind }) => kind)).toEqual(['announcements']);
  });

  it('keep the newest announcement first among equals', () => {
    const found = answersTo('title of acme');
    expect(found).toEqual(['acme-a2', 'acme-a1', 'acme-plan']);
  });
});

describe('before anything is written', () => {
  const listed = sampleInstruments.slice(0, 3);

  it('are the first instruments of the list, then the commands', () => {
    expect(palettePreview(listed, commands).map(({ kind }) => kind)).toEqual([
      'instruments',
      'commands',
    ]);
    expect(palettePreview(listed, commands)[0]?.results.map(({ key }) => key)).toEqual([
      ACME,
      'XHKG:07777',
      BOLT,
    ]);
  });

  it('are the commands alone where the list is empty', () => {
    expect(palettePreview([], commands).map(({ kind }) => kind)).toEqual(['commands']);
  });
});
