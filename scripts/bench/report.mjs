/** @typedef {import('./cold-start.mjs').Measure} Measure */

const DIGITS = { x: 2, ms: 0 };
const HEADER = ['', 'value ms', 'floor ms', 'against it', 'target', ''];

/** @param {number} value @param {number} digits */
function fixed(value, digits) {
  return value.toFixed(digits);
}

/** @param {import('./statistics.mjs').Spread} spread @param {number} digits */
function spreadText({ median, min, max }, digits) {
  return `${fixed(median, digits)} (${fixed(min, digits)}-${fixed(max, digits)})`;
}

/** @param {Measure} measure */
function row({ name, valueMs, floorMs, score, unit, target, met }) {
  const sign = unit === 'x' ? 'x' : ' ms';
  return [
    name,
    spreadText(valueMs, 0),
    spreadText(floorMs, 0),
    `${unit === 'x' ? '' : '+'}${spreadText(score, DIGITS[unit])}${sign}`,
    `<= ${fixed(target, DIGITS[unit])}${sign}`,
    met ? 'met' : 'MISSED',
  ];
}

/**
 * The measures as a table of text: medians, with the smallest and the largest value of all rounds.
 * @param {readonly Measure[]} measures
 */
export function reportTable(measures) {
  const rows = [HEADER, ...measures.map(row)];
  const widths = HEADER.map((_cell, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
