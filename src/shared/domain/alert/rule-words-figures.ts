/** Powers of ten by what follows a number. */
const UNITS: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, 万: 4, 亿: 8 };

const CURRENCY = '[$¥€£]?';
const UNIT = `(?:\\s*(?:${Object.keys(UNITS).join('|')}))?`;
const FIGURE =
  /^(?<digits>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)\s*(?<unit>[kmb万亿])?\s*元?$/iu;

/** What may be a number; {@link readFigure} says whether it is one. */
export const NUMBER = `[+-]?${CURRENCY}[\\d.][\\d,.]*${UNIT}\\s*元?`;

/**
 * A number as it is typed: `1,234.5`, `$200`, `1.5m`, `3亿`.
 *
 * @returns null where commas do not group by three, or it is no number
 */
export function readFigure(text: string): number | null {
  const groups = FIGURE.exec(text.replace(/[$¥€£]/u, ''))?.groups;
  if (!groups) return null;
  const power = UNITS[groups['unit']?.toLowerCase() ?? ''] ?? 0;
  const value = Number(`${groups['digits']?.replaceAll(',', '')}e${power}`);
  return Number.isFinite(value) ? value : null;
}

/** Words of a pattern, longer ones first; a space stands for any number of them. */
export function alternatives(words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');
}
