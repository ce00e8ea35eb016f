/** The syllables that a Chinese character can be read as, in pinyin without tones; none for any other. */
export type Readings = (character: string) => readonly string[];

/** Before the table is there: nothing is found by how it sounds. */
export const NO_READINGS: Readings = () => [];

/** @param table - rows of `syllable:characters`, parted by spaces; as in `pinyin-table.ts` */
export function createReadings(table: readonly string[]): Readings {
  const byCharacter = new Map<string, string[]>();
  for (const entry of table.flatMap((row) => row.split(' '))) {
    const [syllable = '', characters = ''] = entry.split(':');
    for (const character of characters) {
      const readings = byCharacter.get(character);
      if (readings) readings.push(syllable);
      else byCharacter.set(character, [syllable]);
    }
  }
  return (character) => byCharacter.get(character) ?? [];
}
