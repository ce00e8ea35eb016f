import type { MeasuredEvent } from '../event-measure';

/** Events of the same sessions: one day of announcements, or several companies on one calendar. */
export interface ResidualGroup {
  /** Session keys of the estimation window and of the event window, the same for all members. */
  readonly keys: Float64Array;
  readonly windowKeys: Float64Array;
  readonly members: readonly ResidualMember[];
}

export interface ResidualMember {
  readonly residuals: Float64Array;
  /** Sums of the residuals, and of their squares, before each row; one element more than rows. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** Standard error of the event's cumulative abnormal return. */
  readonly error: number;
}

/** Events by the sessions of both of their windows, in the order in which they first occur. */
export function groupResiduals(events: readonly MeasuredEvent[]): readonly ResidualGroup[] {
  const groups = new Map<string, { keys: Float64Array; windowKeys: Float64Array }[]>();
  const members = new Map<object, ResidualMember[]>();
  const ordered: { keys: Float64Array; windowKeys: Float64Array }[] = [];
  for (const event of events) {
    const { placeboKeys: keys, keys: windowKeys } = event;
    const name = `${keys[0]} ${keys[keys.length - 1]} ${windowKeys[0]}`;
    const likely = groups.get(name) ?? [];
    let group = likely.find((one) => isSame(one.keys, keys) && isSame(one.windowKeys, windowKeys));
    if (group === undefined) {
      group = { keys, windowKeys };
      groups.set(name, [...likely, group]);
      members.set(group, []);
      ordered.push(group);
    }
    members.get(group)?.push(memberOf(event));
  }
  return ordered.map((group) => ({ ...group, members: members.get(group) ?? [] }));
}

function memberOf({ residuals, cumulativeError }: MeasuredEvent): ResidualMember {
  const sums = new Float64Array(residuals.length + 1);
  const squares = new Float64Array(residuals.length + 1);
  for (let row = 0; row < residuals.length; row++) {
    const residual = residuals[row] as number;
    sums[row + 1] = (sums[row] as number) + residual;
    squares[row + 1] = (squares[row] as number) + residual * residual;
  }
  return { residuals, sums, squares, error: cumulativeError[cumulativeError.length - 1] as number };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && isSameRun(one, 0, other, 0, one.length);
}

export function isSameRun(
  one: Float64Array,
  oneFrom: number,
  other: Float64Array,
  otherFrom: number,
  length: number,
): boolean {
  for (let index = 0; index < length; index++) {
    if (one[oneFrom + index] !== other[otherFrom + index]) return false;
  }
  return true;
}
