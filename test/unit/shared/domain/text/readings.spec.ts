import { describe, expect, it } from 'vitest';
import { PINYIN_TABLE } from '../../../../../src/shared/domain/text/pinyin-table';
import { createReadings, NO_READINGS } from '../../../../../src/shared/domain/text/readings';
import { announcementFiles, catalogue } from '../../../../helpers/announcement-set';

const HAN = /\p{Script=Han}/gu;
const readings = createReadings(PINYIN_TABLE);

describe('readings', () => {
  it('come from rows of syllables', () => {
    const few = createReadings(['chang:长 zhang:长张', 'a:啊']);
    expect(few('长')).toEqual(['chang', 'zhang']);
    expect(few('啊')).toEqual(['a']);
    expect(few('x')).toEqual([]);
    expect(NO_READINGS('长')).toEqual([]);
  });

  it('know every character of the record and of the instruments', () => {
    const written = JSON.stringify([announcementFiles, catalogue]).match(HAN) ?? [];
    const characters = new Set(written);
    expect(characters.size).toBeGreaterThan(900);
    expect([...characters].filter((character) => readings(character).length === 0)).toEqual([]);
  });

  it('are written as a keyboard without tones writes them', () => {
    const syllables = PINYIN_TABLE.flatMap((row) => row.split(' ')).map(
      (entry) => entry.split(':')[0] ?? '',
    );
    expect(new Set(syllables).size).toBe(syllables.length);
    expect(syllables.filter((syllable) => !/^[a-z]{1,6}$/.test(syllable))).toEqual([]);
  });
});
