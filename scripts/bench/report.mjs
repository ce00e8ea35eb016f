/** @typedef {import('./measure.mjs').Measure} Measure */

const SCORE_DIGITS = { x: 2, ms: 1, px: 1, '%': 1 };
const HEADER = ['', 'value', 'floor', 'against it', 'target', ''];
const WHOLE_FROM = 100;

/** Three figures that count. @param {number} value */
function figure(value) {
  if (Math.abs(value) >= WHOLE_FROM || Number.isInteger(value)) return value.toFixed(0);
  return value.toPrecision(2);
}

/**
 * @param {import('./statistics.mjs').Spread} spread
 * @param {(value: number) => string} text
 * @param {string} unit
 */
function spreadText({ median, min, max }, text, unit) {
  return `${text(median)} (${text(min)}-${text(max)})${unit}`;
}

/** @param {Measure} measure */
function row({ name, unit, value, floor, score, scoreUnit, target, met }) {
  const sign = scoreUnit === 'x' ? 'x' : ` ${scoreUnit}`;
  const fixed = (/** @type {number} */ number) => number.toFixed(SCORE_DIGITS[scoreUnit]);
  return [
    name,
    spreadText(value, figure, ` ${unit}`),
    floor === null ? '' : spreadText(floor, figure, ` ${unit}`),
    spreadText(score, fixed, sign),
    target === null ? '' : `<= ${fixed(target)}${sign}`,
    met === null ? '' : met ? 'met' : 'MISSED',
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
