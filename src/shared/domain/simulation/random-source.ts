import { portableLog } from './portable-math';

/** A stream of numbers in [0, 1), 32 bits each. The same seed gives the same stream on every machine. */
export type RandomSource = () => number;

/** State of a stream before its first number: three 32-bit words. */
export type SeedWords = readonly [number, number, number];

const WARM_UP = 12;
const TWO_POW_32 = 4_294_967_296;

/**
 * Chris Doty-Humphrey's sfc32 ("small fast counting"), as in PractRand 0.94 (`RNG/sfc.h`): 128 bits
 * of state of which 32 count, so no cycle is shorter than 2^32; seeded with three words, counter 1,
 * twelve numbers thrown away.
 */
export function createRandomSource([seedA, seedB, seedC]: SeedWords): RandomSource {
  let a = seedA | 0;
  let b = seedB | 0;
  let c = seedC | 0;
  let counter = 1;
  const next: RandomSource = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_POW_32;
  };
  for (let turn = 0; turn < WARM_UP; turn += 1) next();
  return next;
}

/**
 * 32-bit FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), finished with
 * the mixer of MurmurHash3 (`fmix32`) because FNV leaves its high bits poor on short texts.
 *
 * @param basis - start value; texts hashed with two bases give two unrelated words
 */
export function hashText(text: string, basis = 0x811c9dc5): number {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A stream of standard normal numbers by Marsaglia's polar method (SIAM Review 6, 1964), which makes
 * two at a time and needs no sine and no cosine (see `portable-math.ts`).
 */
export function createNormalSource(random: RandomSource): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * random() - 1;
      y = 2 * random() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * portableLog(square)) / square);
    spare = y * scale;
    return x * scale;
  };
}
