/** Random choices that a seed repeats. */
export interface Dice {
  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number;
  among<Choice>(choices: readonly Choice[]): Choice;
}

/** A linear congruential generator (Numerical Recipes); good enough to choose cases. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // Neighbouring seeds begin alike.
  for (let turn = 0; turn < 8; turn += 1) next();
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    among: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
  };
}
