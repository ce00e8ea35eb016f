import type { Locale } from '../settings/settings';

const MINUS = '\u2212';
const NO_BREAK = '\u00a0';

/** A price with the decimals of its instrument, as the language writes numbers. */
export function priceText(price: number, decimals: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return price < 0 ? MINUS + format.format(-price) : format.format(price);
}

/** A change with its sign and two decimals: `+2.10 %`; Chinese leaves out the blank. */
export function changeText(fraction: number, locale: Locale): string {
  const sign = fraction < 0 ? MINUS : '+';
  const blank = locale === 'zh-CN' ? '' : NO_BREAK;
  return `${sign}${(Math.abs(fraction) * 100).toFixed(2)}${blank}%`;
}

/** Hours and minutes on the user's wall; the day besides where it is not that of `nowMs`. */
export function momentText(
  atMs: number,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
  nowMs: number,
): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  const isToday = day.format(atMs) === day.format(nowMs);
  const date = isToday ? {} : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...clock, ...date }).format(atMs);
}
