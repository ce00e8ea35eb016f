/** A side of a level: below it, above it. */
export type Side = -1 | 1;

/**
 * Where something changes for a condition: what is watched comes to `share × level + offset`. A level
 * that is a number is part of the offset, with a share of 0.
 */
export interface ConditionMark {
  readonly share: number;
  readonly offset: number;
}

/** Between two neighbouring marks a condition stays as it is. */
export interface ConditionMarks {
  /** Those at which it comes or ceases to hold. */
  readonly holds: readonly ConditionMark[];
  /** Ways to be clear of holding: on that side of all of the marks at once. */
  readonly clears: readonly { readonly side: Side; readonly marks: readonly ConditionMark[] }[];
}

export const NO_MARKS: ConditionMarks = { holds: [], clears: [] };
