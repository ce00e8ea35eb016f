import { createRandomSource, type SeedWords } from '../../simulation/random-source';
import type { SignFlip } from './panel-measure';

/** Up to here every sign is tried: half a million sums. */
export const MOST_EXACT_EVENTS = 20;
export const SIGN_FLIP_DRAWS = 9_999;
/** Fixed, so that the same events give the same p on every machine. */
const SEED: SeedWords = [0x5eed, 0x51675, 0xf11b];
const TWO_POW_32 = 4_294_967_296;
/** Sums in another order differ in their last digits, and equal ones have to count as equal. */
const ROUNDING = 1e-12;

/**
 * #{|mean(+-x)| >= |mean x|} / 2^N: how often chance, which gives each event the other sign as easily,
 * is as far from 0. Above {@link MOST_EXACT_EVENTS} events random signs from a fixed seed stand for
 * all, and p is (1 + count) / (draws + 1).
 *
 * @returns null without values
 */
export function signFlip(values: Float64Array): SignFlip | null {
  if (values.length === 0) return null;
  let size = 0;
  let total = 0;
  for (const value of values) {
    size += Math.abs(value);
    total += value;
  }
  const atLeast = Math.abs(total) - ROUNDING * size;
  return values.length <= MOST_EXACT_EVENTS ? exact(values, atLeast) : sampled(values, atLeast);
}

function exact(values: Float64Array, atLeast: number): SignFlip {
  // A sum and its mirror image are equally far from 0: the first sign can stay.
  const combinations = 1 << (values.length - 1);
  const sums = new Float64Array(combinations);
  sums[0] = values[0] as number;
  for (let index = 1; index < values.length; index++) {
    const value = values[index] as number;
    const known = 1 << (index - 1);
    for (let place = 0; place < known; place++) {
      const sum = sums[place] as number;
      sums[place] = sum + value;
      sums[place + known] = sum - value;
    }
  }
  let count = 0;
  for (let place = 0; place < combinations; place++) {
    if (Math.abs(sums[place] as number) >= atLeast) count++;
  }
  const draws = 2 * combinations;
  return { p: (2 * count) / draws, method: 'exact', draws, smallest: 2 / draws };
}

function sampled(values: Float64Array, atLeast: number): SignFlip {
  const random = createRandomSource(SEED);
  let count = 0;
  for (let draw = 0; draw < SIGN_FLIP_DRAWS; draw++) {
    let sum = 0;
    let bits = 0;
    for (let index = 0; index < values.length; index++) {
      bits = index % 32 === 0 ? (random() * TWO_POW_32) | 0 : bits >>> 1;
      const value = values[index] as number;
      sum += bits & 1 ? -value : value;
    }
    if (Math.abs(sum) >= atLeast) count++;
  }
  return {
    p: (1 + count) / (SIGN_FLIP_DRAWS + 1),
    method: 'sampled',
    draws: SIGN_FLIP_DRAWS,
    smallest: 1 / (SIGN_FLIP_DRAWS + 1),
  };
}
