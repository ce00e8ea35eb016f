export type Rgb = readonly [red: number, green: number, blue: number];

export function rgbOf(colour: string): Rgb {
  const channel = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** A copy of what stands on a canvas. Coordinates are device pixels. */
export class CanvasPixels {
  readonly width: number;
  readonly height: number;
  readonly #data: Uint8ClampedArray;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2d context');
    this.width = canvas.width;
    this.height = canvas.height;
    this.#data = context.getImageData(0, 0, this.width, this.height).data;
  }

  at(x: number, y: number): Rgb {
    const i = (y * this.width + x) * 4;
    return [this.#data[i] as number, this.#data[i + 1] as number, this.#data[i + 2] as number];
  }

  /** @param tolerance - for see-through paint, whose sums are rounded */
  is(x: number, y: number, colour: string, tolerance = 0): boolean {
    const pixel = this.at(x, y);
    return rgbOf(colour).every((channel, i) => Math.abs(channel - (pixel[i] ?? 0)) <= tolerance);
  }

  /** Columns in which the colour stands in any of the rows `top` (included) to `bottom` (excluded). */
  columnsWith(colour: string, top = 0, bottom = this.height): number[] {
    const columns: number[] = [];
    for (let x = 0; x < this.width; x++) {
      for (let y = top; y < bottom; y++) {
        if (!this.is(x, y, colour)) continue;
        columns.push(x);
        break;
      }
    }
    return columns;
  }

  /** Rows of one column in which the colour stands. */
  rowsWith(colour: string, x: number): number[] {
    return Array.from({ length: this.height }, (_, y) => y).filter((y) => this.is(x, y, colour));
  }

  count(colour: string, tolerance = 0): number {
    let found = 0;
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) if (this.is(x, y, colour, tolerance)) found += 1;
    }
    return found;
  }
}

/** Successive numbers joined: `[1, 2, 3, 7]` makes `1..3` and `7..7`. */
export function runsOf(numbers: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
}
