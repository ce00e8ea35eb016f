import { CHART_INTERVALS, type ChartInterval } from '../candle/interval';

/** A place on a chart that holds at every zoom; `shownTime` carries it to other intervals. */
export interface DrawingPoint {
  /** UTC seconds, as `BarColumns.time` of the interval in which it was drawn; it need not be a bar's. */
  readonly time: number;
  /** In the currency of the instrument. */
  readonly price: number;
}

/** Kinds that two points make. A ray goes on behind its second point. */
export const TWO_POINT_KINDS = ['trend-line', 'ray', 'rectangle', 'measure'] as const;
export type TwoPointKind = (typeof TWO_POINT_KINDS)[number];

/** Named as the desk's colours are, so that a drawing follows the theme. */
export const DRAWING_COLOURS = [
  'accent',
  'amber',
  'violet',
  'cyan',
  'green',
  'red',
  'grey',
] as const;
export type DrawingColour = (typeof DRAWING_COLOURS)[number];

export const DRAWING_WIDTHS = ['thin', 'medium', 'thick'] as const;
export type DrawingWidth = (typeof DRAWING_WIDTHS)[number];

/** Of a measure the colour is that of its direction. */
export interface DrawingLook {
  readonly colour: DrawingColour;
  readonly width: DrawingWidth;
}

export const PLAIN_LOOK: DrawingLook = { colour: 'accent', width: 'thin' };

interface Drawn {
  readonly id: string;
  /** Interval of the chart on which it was drawn last. */
  readonly interval: ChartInterval;
  /** Left out: {@link PLAIN_LOOK}. */
  readonly look?: DrawingLook;
  /** Neither moved nor deleted until it is unlocked. Left out: no. */
  readonly locked?: boolean;
}

/** What a user has drawn on the chart of one instrument. */
export type Drawing = Drawn &
  (
    | { readonly kind: 'horizontal-line'; readonly price: number }
    | { readonly kind: TwoPointKind; readonly from: DrawingPoint; readonly to: DrawingPoint }
    | { readonly kind: 'text-note'; readonly at: DrawingPoint; readonly text: string }
  );

/** Drawings of one instrument. */
export const MOST_DRAWINGS = 500;
/** Characters of a note, after spaces at its ends are taken away. */
export const LONGEST_NOTE = 500;
const LONGEST_ID = 64;
/** The last second that a date can have. */
const LAST_TIME = 8.64e12;

export type DrawingFault =
  | 'not-a-drawing'
  | 'unknown-kind'
  | 'bad-point'
  | 'no-extent'
  | 'empty-text'
  | 'text-too-long'
  | 'id-taken'
  | 'too-many';

export interface ReadDrawings {
  readonly drawings: readonly Drawing[];
  /** What was left out, by its place in what came; never repaired. */
  readonly refused: readonly { readonly index: number; readonly fault: DrawingFault }[];
}

/** Reads the drawings of one instrument, from a file or a form; what cannot be drawn is left out. */
export function readDrawings(values: readonly unknown[]): ReadDrawings {
  const drawings: Drawing[] = [];
  const refused: { index: number; fault: DrawingFault }[] = [];
  const ids = new Set<string>();
  for (const [index, value] of values.entries()) {
    const read = drawings.length < MOST_DRAWINGS ? readDrawing(value) : 'too-many';
    if (typeof read === 'string') refused.push({ index, fault: read });
    else if (ids.has(read.id)) refused.push({ index, fault: 'id-taken' });
    else {
      ids.add(read.id);
      drawings.push(read);
    }
  }
  return { drawings, refused };
}

/** One drawing, or why it is none. Fields that a drawing does not have are dropped. */
export function readDrawing(value: unknown): Drawing | DrawingFault {
  if (!isRecord(value)) return 'not-a-drawing';
  const { id, interval, kind } = value;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return 'not-a-drawing';
  const known = CHART_INTERVALS.find((one) => one === interval);
  const look = readLook(value['look']);
  if (!known || !look) return 'not-a-drawing';
  const drawn: Drawn = {
    ...{ id, interval: known },
    ...(look !== PLAIN_LOOK && { look }),
    ...(value['locked'] === true && { locked: true }),
  };
  if (kind === 'horizontal-line') return readLine(drawn, value['price']);
  if (kind === 'text-note') return readNote(drawn, value['at'], value['text']);
  const twoPointKind = TWO_POINT_KINDS.find((one) => one === kind);
  return twoPointKind
    ? readTwoPoints(drawn, twoPointKind, value['from'], value['to'])
    : 'unknown-kind';
}

/** Null: there is one, and it is none that a drawing can have. */
function readLook(value: unknown): DrawingLook | null {
  if (value === undefined) return PLAIN_LOOK;
  if (!isRecord(value)) return null;
  const colour = DRAWING_COLOURS.find((one) => one === value['colour']);
  const width = DRAWING_WIDTHS.find((one) => one === value['width']);
  return colour && width ? { colour, width } : null;
}

function readLine(drawn: Drawn, price: unknown): Drawing | DrawingFault {
  return isPrice(price) ? { ...drawn, kind: 'horizontal-line', price } : 'bad-point';
}

function readNote(drawn: Drawn, place: unknown, written: unknown): Drawing | DrawingFault {
  const at = readPoint(place);
  if (!at) return 'bad-point';
  const text = typeof written === 'string' ? written.trim() : '';
  if (text === '') return 'empty-text';
  // Counted as a reader does, a pair of surrogates as one.
  if ([...text].length > LONGEST_NOTE) return 'text-too-long';
  return { ...drawn, kind: 'text-note', at, text };
}

function readTwoPoints(
  drawn: Drawn,
  kind: TwoPointKind,
  first: unknown,
  second: unknown,
): Drawing | DrawingFault {
  const from = readPoint(first);
  const to = readPoint(second);
  if (!from || !to) return 'bad-point';
  if (from.time === to.time && from.price === to.price) return 'no-extent';
  return { ...drawn, kind, from, to };
}

function readPoint(value: unknown): DrawingPoint | null {
  if (!isRecord(value)) return null;
  const { time, price } = value;
  const isTime = typeof time === 'number' && Math.abs(time) <= LAST_TIME;
  return isTime && isPrice(price) ? { time, price } : null;
}

function isPrice(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
