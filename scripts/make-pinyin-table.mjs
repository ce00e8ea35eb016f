import { readFile, writeFile } from 'node:fs/promises';
import { runMain } from './lib/user-error.mjs';

// node scripts/make-pinyin-table.mjs Unihan_Readings.txt
// Writes src/shared/domain/text/pinyin-table.ts anew from the Unihan database of Unicode
// (https://www.unicode.org/Public/UCD/latest/ucd/Unihan.zip).

const TABLE = new URL('../src/shared/domain/text/pinyin-table.ts', import.meta.url);
const FIELDS = ['kTGHZ2013', 'kXHC1983', 'kMandarin'];
const COMMON = 'kTGHZ2013';
/** The first level of Big5: the traditional characters that are in use. */
const BIG5_ROWS = { first: 0xa4, last: 0xc6 };

/** @typedef {Map<string, Map<string, string>>} Fields value of each field by character */

await runMain(async () => {
  const [file = ''] = process.argv.slice(2);
  const fields = readFields(await readFile(file, 'utf8'));
  /** @type {Map<string, Set<string>>} */
  const bySyllable = new Map();
  for (const character of [...(fields.get(COMMON)?.keys() ?? []), ...traditional()]) {
    for (const syllable of syllablesOf(character, fields)) {
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? new Set()).add(character));
    }
  }
  await writeFile(TABLE, moduleText(bySyllable));
  return 0;
});

/**
 * From the dictionary of the common characters, else the one that has traditional forms, else the
 * usual reading.
 *
 * @param {string} character @param {Fields} fields
 */
function syllablesOf(character, fields) {
  const [common, older, usual] = FIELDS.map((name) => fields.get(name)?.get(character));
  const entries = (common ?? older ?? usual?.split(' ')[0] ?? '').split(' ');
  const readings = entries.flatMap((entry) => entry.slice(entry.indexOf(':') + 1).split(','));
  return new Set(readings.filter(Boolean).flatMap(typedForms));
}

/** Without tones; a keyboard has no ü, and both v and u are written for it. @param {string} reading */
function typedForms(reading) {
  const toneless = reading
    .normalize('NFD')
    .replace(/(?!\u0308)\p{M}/gu, '')
    .normalize('NFC');
  const forms = [toneless.replace('ü', 'v'), toneless.replace('ü', 'u')];
  return forms.map((form) => form.replace('ê', 'e'));
}

/** @param {string} text */
function readFields(text) {
  /** @type {Fields} */
  const fields = new Map(FIELDS.map((name) => [name, new Map()]));
  for (const line of text.split('\n')) {
    const [code = '', field = '', value = ''] = line.split('\t');
    if (!code.startsWith('U+') || !fields.has(field)) continue;
    fields.get(field)?.set(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), value);
  }
  return fields;
}

function traditional() {
  const decoder = new TextDecoder('big5');
  const characters = [];
  for (let row = BIG5_ROWS.first; row <= BIG5_ROWS.last; row += 1) {
    for (let cell = 0x40; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}

/** @param {Map<string, Set<string>>} bySyllable */
function moduleText(bySyllable) {
  /** @type {Map<string, string[]>} */
  const rows = new Map();
  for (const syllable of [...bySyllable.keys()].sort()) {
    // A search by name meets characters of one 16-bit unit only.
    const characters = [...(bySyllable.get(syllable) ?? [])]
      .filter(({ length }) => length === 1)
      .sort();
    const entry = `${syllable}:${characters.join('')}`;
    const letter = syllable.slice(0, 1);
    rows.set(letter, [...(rows.get(letter) ?? []), entry]);
  }
  const lines = [...rows.values()].map((entries) => `  '${entries.join(' ')}',`);
  return [
    '/**',
    ' * Syllables without tone, each with the characters that are read so: the 8,105 characters of the',
    ' * Table of General Standard Chinese Characters with all their readings, and the traditional ones of',
    ' * the first level of Big5. Written by `scripts/make-pinyin-table.mjs` from the',
    ' * Unihan database, © Unicode, Inc., under the Unicode License V3.',
    ' */',
    'export const PINYIN_TABLE: readonly string[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}
