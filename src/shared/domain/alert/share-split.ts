/** New shares for old ones. */
export interface ShareSplit {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a price of before is multiplied by. */
export function splitFactor({ numerator, denominator }: ShareSplit): number {
  return denominator / numerator;
}

/** Several splits as one. */
export function joinSplits(splits: readonly ShareSplit[]): ShareSplit {
  return splits.reduce<ShareSplit>(
    (joined, { numerator, denominator }) => ({
      numerator: joined.numerator * numerator,
      denominator: joined.denominator * denominator,
    }),
    { numerator: 1, denominator: 1 },
  );
}
