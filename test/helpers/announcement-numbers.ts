/**
 * The numbers that a text states, as values: `$350-370 million` and `3.5亿至3.7亿美元` both give
 * 350 000 000 and 370 000 000. Digits that belong to a name (`A4`, `HBM3e`, `Q1`) are no numbers.
 */
const NUMBER = String.raw`(?<![A-Za-z\d.,])\d[\d,]*(?:\.\d+)?`;
const PLAIN = new RegExp(NUMBER, 'g');

const ENGLISH_SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const CHINESE_SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

const ENGLISH_SCALE = '(thousand|million|billion|trillion)';
const CHINESE_SCALE = '(万亿|亿|万)';
const ENGLISH_SCALED = new RegExp(`(${NUMBER})[ -]${ENGLISH_SCALE}`, 'g');
const CHINESE_SCALED = new RegExp(`(${NUMBER})${CHINESE_SCALE}`, 'g');
/** The first number of a range takes the scale of the second: `52-56 billion`, `520-560亿`. */
const ENGLISH_RANGE = new RegExp(`(${NUMBER})(?:-| to )${NUMBER}[ -]${ENGLISH_SCALE}`, 'g');
const CHINESE_RANGE = new RegExp(`(${NUMBER})(?:-|至)${NUMBER}${CHINESE_SCALE}`, 'g');

const WORDS =
  'a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
const WORD_VALUES: ReadonlyMap<string, number> = new Map(
  WORDS.split(' ').map((word, index) => [word, index === 0 ? 1 : index]),
);
const WORD_NUMBER = new RegExp(`\\b(${WORDS.replaceAll(' ', '|')})\\b(?: ${ENGLISH_SCALE})?`, 'g');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const NAMES_WITH_DIGITS = /[A-Za-z]+\d+[A-Za-z\d]*/g;
const QUARTER = /^Q[1-4]$/;

/** Values written with digits in an English text. */
export function englishNumbers(text: string): Set<number> {
  return digitNumbers(text, [ENGLISH_RANGE, ENGLISH_SCALED], ENGLISH_SCALES);
}

/** Values written with digits in a Chinese text. */
export function chineseNumbers(text: string): Set<number> {
  return digitNumbers(text, [CHINESE_RANGE, CHINESE_SCALED], CHINESE_SCALES);
}

/** What the English text says in words and Chinese may write in digits: months, `one`, `six billion`. */
export function englishWordNumbers(text: string): Set<number> {
  const values = new Set<number>();
  MONTHS.forEach((month, index) => {
    if (text.includes(month)) values.add(index + 1);
  });
  for (const [, word = '', scale = ''] of text.toLowerCase().matchAll(WORD_NUMBER)) {
    if (word !== 'a' || scale !== '') {
      values.add((WORD_VALUES.get(word) ?? 0) * (ENGLISH_SCALES[scale] ?? 1));
    }
  }
  return values;
}

/** Names of products that hold digits (`A4`, `HBM3e`); a quarter (`Q1`) is none. */
export function namesWithDigits(text: string): string[] {
  return (text.match(NAMES_WITH_DIGITS) ?? []).filter((name) => !QUARTER.test(name));
}

function digitNumbers(
  text: string,
  scaled: readonly RegExp[],
  scales: Readonly<Record<string, number>>,
): Set<number> {
  const values = new Set<number>();
  const taken = new Set<number>();
  for (const pattern of scaled) {
    for (const match of text.matchAll(pattern)) {
      taken.add(match.index);
      values.add(Math.round(toNumber(match[1]) * (scales[match[2] ?? ''] ?? 1)));
    }
  }
  for (const match of text.matchAll(PLAIN)) {
    if (!taken.has(match.index)) values.add(toNumber(match[0]));
  }
  return values;
}

function toNumber(digits = ''): number {
  return Number(digits.replaceAll(',', ''));
}
