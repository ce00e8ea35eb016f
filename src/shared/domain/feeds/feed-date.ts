/** Months in English, by their first three letters. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Minutes east of Greenwich of the names that feeds use. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
  ...{ bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, ist: 330 },
  ...{ hkt: 480, sgt: 480, awst: 480, jst: 540, kst: 540, aest: 600, aedt: 660 },
};

const TIME = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm)?`;
const ZONE = String.raw`\s*\(?((?:gmt|utc)?\s*[+-]\d{1,2}:?\d{2}|(?:gmt|utc)[+-]\d{1,2}|[a-z]{1,4})?\)?`;

/** `2026-05-28T09:30:00+08:00`, `2026/5/28 9:30`, `2026年5月28日 09:30`. */
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?(?:(?:t|\s)\s*${TIME})?${ZONE}`,
  'i',
);
/** `20260528T093000Z`. */
const COMPACT = new RegExp(
  String.raw`^(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2})(\d{2})?)?()${ZONE}$`,
  'i',
);
/** `Thu, 28 May 2026 09:30:00 GMT`, `28-May-26 09:30 +0800`. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{2,9}(?:\.?,\s*|\.?\s+))?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})\b,?(?:\s+${TIME})?${ZONE}`,
  'i',
);
/** `Thu May 28 09:30:00 2026`, with or without a zone before the year. */
const YEAR_LAST = new RegExp(
  String.raw`^(?:[a-z]{2,9}(?:\.?,\s*|\.?\s+))?([a-z]{3,9})\.?\s+(\d{1,2})\s+${TIME}${ZONE}\s+(\d{4})$`,
  'i',
);
/** `May 28, 2026 9:30 am EST`. */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]{2,9}(?:\.?,\s*|\.?\s+))?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b,?(?:\s+(?:at\s+)?${TIME})?${ZONE}`,
  'i',
);

const EARLIEST_MS = Date.UTC(1990, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

interface Parts {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: string | undefined;
  /** Hours, minutes, seconds and half of the day. */
  readonly time: readonly (string | undefined)[];
  readonly zone: string | undefined;
}

/**
 * The moment that a feed writes, in any of the spellings that are met: RFC 822 with its broken forms,
 * ISO 8601, the C library's, Chinese, seconds since 1970. Without a zone it counts as UTC.
 *
 * @returns UTC milliseconds; null where it cannot be read, or lies before 1990 or after 2099
 */
export function readFeedDate(text: string): number | null {
  const written = text.replace(/\s+/g, ' ').trim().slice(0, 100);
  if (/^\d{10}(\d{3})?$/.test(written)) {
    return within(written.length === 10 ? Number(written) * 1000 : Number(written));
  }
  const parts = partsOf(written);
  return parts && within(momentOf(parts));
}

function partsOf(written: string): Parts | null {
  const iso = YEAR_FIRST.exec(written) ?? COMPACT.exec(written);
  if (iso) {
    const [, year, month, day, ...rest] = iso;
    return { year, month: Number(month) - 1, day, time: rest.slice(0, 4), zone: rest[4] };
  }
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst) {
    const [, day, month, year, ...rest] = dayFirst;
    return { year, month: monthOf(month), day, time: rest.slice(0, 4), zone: rest[4] };
  }
  const yearLast = YEAR_LAST.exec(written);
  if (yearLast) {
    const [, month, day, ...rest] = yearLast;
    return { year: rest[5], month: monthOf(month), day, time: rest.slice(0, 4), zone: rest[4] };
  }
  const monthFirst = MONTH_FIRST.exec(written);
  if (!monthFirst) return null;
  const [, month, day, year, ...rest] = monthFirst;
  return { year, month: monthOf(month), day, time: rest.slice(0, 4), zone: rest[4] };
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
}

function momentOf({ year, month, day = '1', time, zone }: Parts): number {
  const [hours = '0', minutes = '0', seconds = '0', half] = time;
  const isDate = month >= 0 && month < 12 && isBetween(day, 1, daysIn(yearOf(year), month));
  const isTime = isBetween(hours, 0, 24) && isBetween(minutes, 0, 59) && isBetween(seconds, 0, 60);
  if (!isDate || !isTime) return Number.NaN;
  // A leap second is the last one of its minute.
  const second = Math.min(59, Number(seconds));
  const hour = hourOf(Number(hours), half);
  const wallMs = Date.UTC(yearOf(year), month, Number(day), hour, Number(minutes), second);
  return wallMs - zoneMinutes(zone) * 60_000;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function isBetween(text: string, least: number, most: number): boolean {
  return Number(text) >= least && Number(text) <= most;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** Two digits are of the years 1970 to 2069. */
function yearOf(text: string | undefined): number {
  const year = Number(text);
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Of an unknown name: 0, since a headline some hours off is better than none. */
function zoneMinutes(zone: string | undefined): number {
  const name = (zone ?? '').toLowerCase().replace(/\s/g, '');
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (!offset) return ZONES[name] ?? 0;
  const [, sign, hours, minutes = '0'] = offset;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}

function within(ms: number): number | null {
  return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}
