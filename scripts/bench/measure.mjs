import { spreadOf, spreadOfDifferences, spreadOfRatios } from './statistics.mjs';

/** @typedef {import('./statistics.mjs').Spread} Spread */
/** @typedef {import('./statistics.mjs').Pair} Pair */

/**
 * @typedef {object} Measure
 * @property {string} name
 * @property {'ms' | 'us' | 'MB' | 'px' | '%'} unit of value and floor
 * @property {Spread} value
 * @property {Spread | null} floor measured beside the value; null where there is nothing to compare with
 * @property {Spread} score what is compared with the target
 * @property {'x' | 'ms' | 'px' | '%'} scoreUnit a ratio to the floor, or the unit itself
 * @property {number | null} target the score's median must not be above it; null: told only
 * @property {boolean | null} met
 */

/**
 * @typedef {object} BenchContext what a suite is given
 * @property {string} executable Electron
 * @property {readonly string[]} switches that Electron needs on this machine
 * @property {NodeJS.ProcessEnv} env with the display
 * @property {number} rounds how often each thing is measured
 * @property {string} folder empty, removed afterwards
 * @property {(text: string) => void} progress shown while it runs
 * @property {(name: string, fact: unknown) => void} note goes into the JSON beside the measures
 */

/**
 * @typedef {object} Suite a module of `suites/`
 * @property {string} name as in `--only`
 * @property {string} floor what the values are compared with, in a few words
 * @property {(context: BenchContext) => Promise<Measure[]>} measure
 */

/**
 * Value through floor, round by round.
 * @param {string} name
 * @param {readonly Pair[]} pairs
 * @param {number | null} target
 * @param {Measure['unit']} [unit]
 * @returns {Measure}
 */
export function ratioMeasure(name, pairs, target, unit = 'ms') {
  return made(name, pairs, spreadOfRatios(pairs), 'x', target, unit);
}

/**
 * What the value has over the floor, in milliseconds.
 * @param {string} name
 * @param {readonly Pair[]} pairs
 * @param {number | null} target
 * @returns {Measure}
 */
export function differenceMeasure(name, pairs, target) {
  return made(name, pairs, spreadOfDifferences(pairs), 'ms', target, 'ms');
}

/**
 * The value itself; its floor stands beside it.
 * @param {string} name
 * @param {readonly Pair[]} pairs
 * @param {number | null} target
 * @param {'ms' | 'px' | '%'} [unit]
 * @returns {Measure}
 */
export function absoluteMeasure(name, pairs, target, unit = 'ms') {
  const score = spreadOf(pairs.map(({ value }) => value));
  return made(name, pairs, score, unit, target, unit);
}

/**
 * @param {string} name
 * @param {readonly Pair[]} pairs
 * @param {Spread} score
 * @param {Measure['scoreUnit']} scoreUnit
 * @param {number | null} target
 * @param {Measure['unit']} unit
 * @returns {Measure}
 */
function made(name, pairs, score, scoreUnit, target, unit) {
  const value = spreadOf(pairs.map((pair) => pair.value));
  const floor = spreadOf(pairs.map((pair) => pair.floor));
  const met = target === null ? null : score.median <= target;
  return { name, unit, value, floor, score, scoreUnit, target, met };
}
