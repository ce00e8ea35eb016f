const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.?[ -](\d{1,2}),?[ -](\d{4}|\d{2})(?!\d)(.*)$/i;
const DAY_FIRST = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2})(?!\d)(.*)$/i;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日(.*)$/;

/** A date in words; the year as it is written, of two digits or four. */
export interface DateInWords {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  /** What stands behind the date, without blanks around it. */
  readonly rest: string;
}

/** Reads `Jan 02, 2024`, `02-Jan-2024` and `2024年1月2日`; null for everything else. */
export function readDateInWords(text: string): DateInWords | null {
  const written = text.trim();
  const [, year, number, date, behind = ''] = CHINESE.exec(written) ?? [];
  if (year !== undefined) {
    return { year, month: Number(number), day: Number(date), rest: behind.trim() };
  }
  const first = MONTH_FIRST.exec(written);
  const [, word = '', day = '', western = '', rest = ''] = first ?? dayFirst(written);
  const month = MONTHS.indexOf(word.toLowerCase()) + 1;
  return month === 0 ? null : { year: western, month, day: Number(day), rest: rest.trim() };
}

/** The parts in the order of {@link MONTH_FIRST}. */
function dayFirst(text: string): readonly string[] {
  const [, day = '', word = '', year = '', rest = ''] = DAY_FIRST.exec(text) ?? [];
  return ['', word, day, year, rest];
}
