import { type SessionAxis, slotStart } from '../../shared/domain/session-line/session-axis';

/** A label of the time axis. */
export interface SessionTick {
  readonly x: number;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
}

export interface TickOptions {
  readonly axis: SessionAxis;
  /** CSS pixels from the left: of the line before a slot; `slots` is the end of the plot. */
  xBefore(slot: number): number;
  /** CSS pixels. */
  measure(text: string): number;
  /** `09:30` on the clock of the exchange. @param time - UTC seconds */
  clock(time: number): string;
  /** @param date - as in `AxisPart` */
  day(date: string): string;
}

const GAP_PX = 14;
const HALF_HOUR_SECONDS = 1800;

/**
 * The labels under one session: its open and close, both sides of each break, and full hours where there
 * is room. Under several: their dates.
 */
export function sessionTicks(options: TickOptions): readonly SessionTick[] {
  const { axis } = options;
  const openings = axis.parts.filter(({ opens }) => opens);
  return openings.length > 1 ? dayTicks(options, openings) : hourTicks(options);
}

function dayTicks(
  { axis, xBefore, measure, day }: TickOptions,
  openings: SessionAxis['parts'],
): readonly SessionTick[] {
  return openings.flatMap(({ date, from }, index) => {
    const [left, right] = [xBefore(from), xBefore(openings[index + 1]?.from ?? axis.slots)];
    const text = day(date);
    if (measure(text) + GAP_PX > right - left) return [];
    return [{ x: (left + right) / 2, text, align: 'center' as const }];
  });
}

function hourTicks(options: TickOptions): readonly SessionTick[] {
  const { axis, xBefore, measure, clock } = options;
  const last = axis.parts[axis.parts.length - 1];
  const first = axis.parts[0];
  if (!first || !last) return [];
  const joints = axis.parts.slice(1).map((part, index): SessionTick => {
    const before = axis.parts[index]?.close ?? part.start;
    const text = `${clock(before)}/${clock(part.start)}`;
    return { x: xBefore(part.from), text, align: 'center' };
  });
  const ends: SessionTick[] = [
    { x: xBefore(0), text: clock(first.start), align: 'left' },
    { x: xBefore(axis.slots), text: clock(last.close), align: 'right' },
  ];
  const taken: SessionTick[] = [];
  for (const tick of [...ends, ...joints, ...fullHours(options)]) {
    if (taken.every((other) => !overlaps(tick, other, measure))) taken.push(tick);
  }
  return taken.sort((one, other) => one.x - other.x);
}

function fullHours({ axis, xBefore, clock }: TickOptions): readonly SessionTick[] {
  // Some clocks are half an hour beside those of UTC.
  return Array.from({ length: axis.slots }, (_, slot) => slot)
    .map((slot) => ({ slot, time: slotStart(axis, slot) }))
    .filter(({ time }) => time % HALF_HOUR_SECONDS === 0 && clock(time).endsWith(':00'))
    .map(({ slot, time }) => ({ x: xBefore(slot), text: clock(time), align: 'center' }));
}

function overlaps(
  one: SessionTick,
  other: SessionTick,
  measure: (text: string) => number,
): boolean {
  const [a, b] = [spanOf(one, measure), spanOf(other, measure)];
  return a.left < b.right + GAP_PX && b.left < a.right + GAP_PX;
}

function spanOf(
  { x, text, align }: SessionTick,
  measure: (text: string) => number,
): { readonly left: number; readonly right: number } {
  const width = measure(text);
  const left = x - { left: 0, center: width / 2, right: width }[align];
  return { left, right: left + width };
}
