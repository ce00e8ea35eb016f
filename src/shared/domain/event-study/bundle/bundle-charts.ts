import { element, type Html, percent } from './html-text';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 64;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;
const BARS = 40;

/** A line of values with its band, by session of the event window. */
export interface BandLine {
  readonly values: readonly (number | null)[];
  readonly errors: readonly (number | null)[];
  /** Errors that the band is wide. */
  readonly band: number | null;
  /** Session of the first value relative to the event. */
  readonly first: number;
}

/** Cumulative abnormal return with its band of 95 %. @param label - for who does not see it */
export function bandChart({ values, errors, band, first }: BandLine, label: string): Html | null {
  const points = values.flatMap((value, day) =>
    value === null ? [] : [{ day, value, half: (errors[day] ?? 0) * (band ?? 0) }],
  );
  if (points.length === 0) return null;
  const reach = Math.max(...points.map(({ value, half }) => Math.abs(value) + half), 1e-4);
  const last = Math.max(1, values.length - 1);
  const x = (day: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * day) / last;
  const y = (value: number): number => scaled(value, -reach, reach);
  const line = points.map(({ day, value }) => `${at(x(day))},${at(y(value))}`).join(' ');
  const upper = points.map(({ day, value, half }) => `${at(x(day))},${at(y(value + half))}`);
  const lower = points.map(({ day, value, half }) => `${at(x(day))},${at(y(value - half))}`);
  const isEventIn = first <= 0 && -first < values.length;
  return picture(
    label,
    element('polygon', { class: 'band', points: [...upper, ...lower.reverse()].join(' ') }),
    rule(LEFT, y(0), WIDTH - RIGHT, y(0)),
    isEventIn ? rule(x(-first), TOP, x(-first), HEIGHT - BOTTOM) : null,
    element('polyline', { class: 'line', points: line }),
    points.map(({ day, value }) =>
      element('circle', { class: 'dot', cx: at(x(day)), cy: at(y(value)), r: 2.5 }),
    ),
    [reach, 0, -reach].map((value) => mark(LEFT - 6, y(value) + 4, 'end', percent(value))),
    [0, values.length - 1].map((day) =>
      mark(x(day), HEIGHT - 8, day === 0 ? 'start' : 'end', String(first + day)),
    ),
  );
}

/** How often placebo windows came to how much, and where the event stands among them. */
export function placeboChart(
  placebos: readonly number[],
  value: number | null,
  label: string,
): Html | null {
  if (placebos.length === 0) return null;
  const reach = Math.max(...placebos.map(Math.abs), Math.abs(value ?? 0), 1e-6) * 1.02;
  const counts = new Array<number>(BARS).fill(0);
  for (const placebo of placebos) {
    const bar = Math.min(BARS - 1, Math.floor(((placebo + reach) / (2 * reach)) * BARS));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const x = (one: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * (one + reach)) / (2 * reach);
  const y = (count: number): number => scaled(count, 0, most);
  const wide = (WIDTH - LEFT - RIGHT) / BARS;
  return picture(
    label,
    counts.map((count, bar) =>
      count === 0
        ? null
        : element('rect', {
            class: 'bar',
            x: at(LEFT + bar * wide + 0.5),
            y: at(y(count)),
            width: at(wide - 1),
            height: at(y(0) - y(count)),
          }),
    ),
    rule(LEFT, y(0), WIDTH - RIGHT, y(0)),
    value === null ? null : eventLine(x(value)),
    [-reach, 0, reach].map((one, place) =>
      mark(x(one), HEIGHT - 8, (['start', 'middle', 'end'] as const)[place] ?? 'end', percent(one)),
    ),
    mark(LEFT - 6, y(most) + 10, 'end', String(most)),
  );
}

function eventLine(x: number): Html {
  return element('line', { class: 'event', x1: at(x), x2: at(x), y1: TOP, y2: HEIGHT - BOTTOM });
}

function picture(label: string, ...children: Parameters<typeof element>[2][]): Html {
  return element(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    ...children,
  );
}

function rule(x1: number, y1: number, x2: number, y2: number): Html {
  return element('line', { class: 'rule', x1: at(x1), y1: at(y1), x2: at(x2), y2: at(y2) });
}

function mark(x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string): Html {
  return element('text', { x: at(x), y: at(y), 'text-anchor': anchor }, text);
}

function scaled(value: number, low: number, high: number): number {
  return HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (value - low)) / (high - low);
}

/** Hundredths of a pixel; the same digits on every machine. */
function at(value: number): string {
  return value.toFixed(2);
}
