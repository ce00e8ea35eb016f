import type {
  Area,
  AreaStyle,
  Brush,
  Corner,
  LineStyle,
  TextStyle,
} from '../../../../src/features/industry/brush';

/** Something drawn, with its place from the top left of the whole picture. */
export interface Drawn {
  readonly kind: 'box' | 'line' | 'circle' | 'path' | 'text';
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly text: string;
  readonly style: AreaStyle & Partial<TextStyle> & Partial<LineStyle>;
}

/** Notes what is drawn. */
export class RecordingBrush implements Brush {
  readonly drawn: Drawn[] = [];
  readonly names: string[] = [];
  #x = 0;
  #y = 0;

  texts(): string[] {
    return this.drawn.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
  }

  box({ x, y, widthPx }: Area, style: AreaStyle): void {
    this.#note('box', { x, y }, { widthPx, style });
  }

  line(from: Corner, to: Corner, style: LineStyle): void {
    this.#note('line', from, { widthPx: to.x - from.x, style });
  }

  circle(centre: Corner, radiusPx: number, style: AreaStyle): void {
    this.#note('circle', centre, { widthPx: 2 * radiusPx, style });
  }

  path([first = { x: 0, y: 0 }]: readonly Corner[], _closed: boolean, style: AreaStyle): void {
    this.#note('path', first, { style });
  }

  text(at: Corner, text: string, style: TextStyle): void {
    this.#note('text', at, { text, style });
  }

  named(name: string, draw: () => void): void {
    this.names.push(name);
    draw();
  }

  within({ x, y }: Area, draw: () => void): void {
    this.#x += x;
    this.#y += y;
    draw();
    this.#x -= x;
    this.#y -= y;
  }

  #note(kind: Drawn['kind'], { x, y }: Corner, rest: Partial<Drawn>): void {
    const place = { x: x + this.#x, y: y + this.#y };
    this.drawn.push({ kind, ...place, widthPx: 0, text: '', style: {}, ...rest });
  }
}
