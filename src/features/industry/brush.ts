/** A colour by the name of its design token. */
export const INKS = [
  'text',
  'muted',
  'faint',
  'line',
  'pane',
  'rise',
  'accent',
  'on-accent',
  'violet',
  'cyan',
  'green',
  'red',
  'amber',
] as const;
export type Ink = (typeof INKS)[number];

/** The colours as `#rrggbb`, and the family of the letters. */
export interface PictureTheme {
  readonly inks: Readonly<Record<Ink, string>>;
  readonly font: string;
}

export interface LineStyle {
  readonly ink: Ink;
  readonly widthPx: number;
  readonly dash?: readonly number[];
}

export interface AreaStyle {
  readonly fill?: Ink;
  /** Of the filling; 1 where it is left out. */
  readonly alpha?: number;
  readonly stroke?: LineStyle;
}

export interface TextStyle {
  readonly ink: Ink;
  readonly sizePx: number;
  readonly weight?: number;
  readonly align?: 'start' | 'middle' | 'end';
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Corner {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * What draws a picture: on the screen, into a bitmap or as vectors. All lengths are CSS pixels from
 * the top left; `y` of a text is its base line.
 */
export interface Brush {
  box(area: Area, style: AreaStyle, radiusPx?: number): void;
  line(from: Corner, to: Corner, style: LineStyle): void;
  circle(centre: Corner, radiusPx: number, style: AreaStyle): void;
  /** @param closed - true where the last point leads back to the first */
  path(points: readonly Corner[], closed: boolean, style: AreaStyle): void;
  text(at: Corner, text: string, style: TextStyle): void;
  /** What `draw` draws is called so by whoever can name it. */
  named(name: string, draw: () => void): void;
  /** What `draw` draws is moved and cut off at the edges of the area, from whose corner it counts. */
  within(area: Area, draw: () => void): void;
}
