import { describe, expect, it } from 'vitest';
import {
  type DeskCommand,
  searchableCommands,
} from '../../../../src/features/palette/desk-commands';
import { searchableInstruments } from '../../../../src/features/palette/instrument-search';
import {
  type PaletteIndex,
  palettePreview,
  searchPalette,
} from '../../../../src/features/palette/palette-results';
import { fold } from '../../../../src/features/palette/text-search';
import { ACME, BOLT, sampleAnnouncements, sampleInstruments } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';

const commands: readonly DeskCommand[] = [
  { name: 'themeDark', run: () => undefined },
  { name: 'hideTimeline', run: () => undefined },
];

const index: PaletteIndex = {
  instruments: searchableInstruments(sampleInstruments),
  announcements: sampleAnnouncements.map((announcement) => ({
    item: summaryOf(announcement),
    texts: [
      announcement.company,
      announcement.chip,
      announcement.title.en,
      announcement.title.zh,
    ].map(fold),
  })),
  commands: searchableCommands(commands),
};

const answersTo = (query: string): string[] =>
  searchPalette(index, query).flatMap(({ results }) => results.map(({ key }) => key));

describe('the answers', () => {
  it('are nothing where nothing fits', () => {
    expect(searchPalette(index, 'nothing of the kind')).toEqual([]);
  });

  it('begin with the instrument whose code is written out', () => {
    expect(answersTo('ACME').slice(0, 2)).toEqual([ACME, 'XHKG:07777']);
  });

  it('find commands in both languages', () => {
    expect(answersTo('dark')).toEqual(['themeDark']);
    expect(answersTo('深色')).toEqual(['themeDark']);
    expect(answersTo('hide time')).toEqual(['hideTimeline']);
  });

  it('find announcements in both languages and put the best group first', () => {
    expect(answersTo('acme-a1的标题')).toEqual(['acme-a1']);
    expect(searchPalette(index, 'b1').map(({ kind }) => kind)).toEqual(['announcements']);
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
