import { type CalendarDate, isCalendarDate } from '../../../calendar/calendar-date';
import { type Flag, FLAGS, type TargetLevel } from '../../../watchlist/watchlist-document';
import { cleanLine } from '../../../announcement/curation/clean-text';
import { readDateInWords } from '../../import/date-words';
import { parseNumberText } from '../../import/number-text';
import { cutText } from '../cut-text';
import { LIST_LIMITS } from '../list-limits';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/;
const EXCEL_TEXT = /^="(.*)"$/s;
const CHINESE_FLAGS: Readonly<Record<Flag, string>> = {
  ...{ red: '红紅', orange: '橙', yellow: '黄黃', green: '绿綠', blue: '蓝藍', purple: '紫' },
};
const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  (
    '人民币:CNY 人民幣:CNY 港币:HKD 港幣:HKD 港元:HKD 美元:USD 美金:USD 日元:JPY 日圓:JPY 円:JPY ' +
    '韩元:KRW 韓元:KRW 新台币:TWD 新台幣:TWD 台币:TWD 台幣:TWD 欧元:EUR 歐元:EUR 英镑:GBP 英鎊:GBP'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
/** ISO 4217, and fractions as exchanges quote them: `GBp`. */
const CURRENCY = /^([A-Z]{3}|[A-Z]{2}[a-z])$/;

/** A symbol as tables guard it from being taken for a number: `="02513"`, `'02513`. */
export function symbolCell(cell: string): string {
  const text = EXCEL_TEXT.exec(cell)?.[1] ?? cell;
  return text.trim().replace(/^'+(?=.)/, '');
}

/** A number that is no bar's: finite; null where the cell is none. */
export function numberCell(cell: string, decimalMark: '.' | ','): number | null {
  const value = parseNumberText(EXCEL_TEXT.exec(cell)?.[1] ?? cell, decimalMark, false);
  return Number.isFinite(value) ? value : null;
}

/**
 * A date; null where the cell is none, or where it does not say which of its numbers is the month.
 *
 * @param monthFirst - whether `3/4/2025` is the 4th of March; null where nobody knows
 */
export function dateCell(cell: string, monthFirst: true | null): CalendarDate | null {
  const text = cell.trim();
  const [, year = '', , month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year !== '') return dateOf(year, month, day);
  const [, first = '', second = '', last = ''] = YEAR_LAST.exec(text) ?? [];
  if (last !== '') return dayAndMonth(first, second, last, monthFirst);
  const words = readDateInWords(text);
  return words?.year.length === 4
    ? dateOf(words.year, String(words.month), String(words.day))
    : null;
}

function dayAndMonth(
  first: string,
  second: string,
  year: string,
  monthFirst: true | null,
): CalendarDate | null {
  if (monthFirst || Number(first) === Number(second)) return dateOf(year, first, second);
  if (Number(second) > 12) return dateOf(year, first, second);
  return Number(first) > 12 ? dateOf(year, second, first) : null;
}

function dateOf(year: string, month: string, day: string): CalendarDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** The unit that a price is meant in; null where the cell names none. */
export function currencyCell(cell: string): string | null {
  const text = cell.trim();
  const known = CURRENCY_WORDS.get(text);
  if (known !== undefined) return known;
  if (CURRENCY.test(text)) return text;
  return /^[a-z]{3}$/.test(text) ? text.toUpperCase() : null;
}

/** Words of a cell that are flags, and those that are none. */
export function flagsCell(cell: string): {
  readonly flags: readonly Flag[];
  readonly others: readonly string[];
} {
  const words = cell.split(/[\s,;/|，；、]+/u).filter((word) => word !== '');
  const meant = words.map((word) => flagOf(word.toLowerCase()));
  return {
    flags: FLAGS.filter((flag) => meant.includes(flag)),
    others: words.filter((_word, index) => meant[index] === null),
  };
}

function flagOf(word: string): Flag | null {
  const isChinese = (flag: Flag): boolean =>
    CHINESE_FLAGS[flag].split('').some((sign) => word === sign || word === `${sign}色`);
  return FLAGS.find((flag) => flag === word || isChinese(flag)) ?? null;
}

/** Levels of a cell, one on each line, the price first: `150 above the range`. Null: a line is none. */
export function targetsCell(cell: string, decimalMark: '.' | ','): readonly (TargetLevel | null)[] {
  return cell
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, number = '', label = ''] = /^\s*(\S+)(?:\s+(.*))?$/s.exec(line) ?? [];
      const price = numberCell(number, decimalMark);
      if (price === null || price <= 0) return null;
      return { price, label: cutText(cleanLine(label), LIST_LIMITS.label) };
    });
}
