import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** A decoded picture. Pixels are rows from the top, each pixel `channels` bytes: R, G, B (, A). */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly pixels: Uint8Array;
}

/**
 * Decodes a PNG as Chromium writes it: 8 bits a channel, RGB or RGBA, not interlaced.
 * Layout: https://www.w3.org/TR/png-3/
 *
 * @throws Error for anything else, and for a damaged one
 */
export function decodePng(file: Buffer): PngImage {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const { header, data, ended } = readChunks(file);
  if (!header || !ended) throw new Error('the PNG is cut off');
  const [depth, colour, , , interlaced] = header.subarray(8);
  const channels = CHANNELS[colour ?? -1];
  if (depth !== 8 || channels === undefined || interlaced !== 0) {
    throw new Error('not a PNG that this decoder knows');
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(data), width * channels, height, channels),
  };
}

/** The colour of a pixel as `#rrggbb`. */
export function colourAt({ width, channels, pixels }: PngImage, x: number, y: number): string {
  const at = (y * width + x) * channels;
  return `#${Buffer.from(pixels.subarray(at, at + 3)).toString('hex')}`;
}

/**
 * How many pixels have this colour, `#rrggbb`.
 *
 * @param tolerance - by how much each of red, green and blue may differ, of 255
 */
export function countColour(image: PngImage, colour: string, tolerance = 0): number {
  const [red, green, blue] = Buffer.from(colour.slice(1), 'hex') as unknown as number[];
  const { channels, pixels } = image;
  const differs = (at: number, wanted = 0): boolean =>
    Math.abs((pixels[at] ?? 0) - wanted) > tolerance;
  let count = 0;
  for (let at = 0; at < pixels.length; at += channels) {
    if (!differs(at, red) && !differs(at + 1, green) && !differs(at + 2, blue)) count += 1;
  }
  return count;
}

function readChunks(file: Buffer): { header: Buffer | null; data: Buffer; ended: boolean } {
  let header: Buffer | null = null;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = body;
    if (name === 'IDAT') parts.push(body);
    if (name === 'IEND') return { header, data: Buffer.concat(parts), ended: true };
    at += 12 + length;
  }
  return { header, data: Buffer.concat(parts), ended: false };
}

function unfilter(raw: Buffer, stride: number, height: number, channels: number): Uint8Array {
  if (raw.length !== (stride + 1) * height) throw new Error('the PNG has not enough pixels');
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x;
      const left = x >= channels ? (pixels[here - channels] ?? 0) : 0;
      const up = y > 0 ? (pixels[here - stride] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (pixels[here - stride - channels] ?? 0) : 0;
      pixels[here] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
