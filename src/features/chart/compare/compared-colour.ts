/** The design token of a place among the colours of compared lines. @param place - 0 to 6 */
export function comparedColour(place: number): `--compared-${number}` {
  return `--compared-${place + 1}`;
}
