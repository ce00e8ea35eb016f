import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { colourAt, countColour, decodePng } from '../../helpers/png-image';

function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  // The decoder leaves checksums to those who read files from strangers.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
}

/** A PNG of RGB pixels from rows that are filtered already, each led by its filter's number. */
function png(width: number, rows: readonly number[][], { colour = 2, depth = 8 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header[8] = depth;
  header[9] = colour;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('decodePng', () => {
  it('undoes each filter, worked out by hand', () => {
    const image = decodePng(
      png(2, [
        // None: 10 20 30, 40 50 60.
        [0, 10, 20, 30, 40, 50, 60],
        // Sub: each byte adds the pixel to the left: 1 2 3, then 1+1 2+2 3+3.
        [1, 1, 2, 3, 1, 2, 3],
        // Up: adds the pixel above (1 2 3, 2 4 6).
        [2, 9, 8, 7, 8, 6, 4],
        // Average of left and above, rounded down: above is 10 10 10, 10 10 10.
        [3, 5, 5, 5, 0, 0, 0],
        // Paeth: first pixel from above (10), second from the nearest of left, above and corner.
        [4, 0, 0, 0, 0, 0, 0],
      ]),
    );
    const rows = [0, 1, 2, 3, 4].map((y) => [colourAt(image, 0, y), colourAt(image, 1, y)]);
    expect(rows).toEqual([
      ['#0a141e', '#28323c'],
      ['#010203', '#020406'],
      ['#0a0a0a', '#0a0a0a'],
      ['#0a0a0a', '#0a0a0a'],
      ['#0a0a0a', '#0a0a0a'],
    ]);
  });

  it('reads a see-through picture too', () => {
    const image = decodePng(png(1, [[0, 1, 2, 3, 255]], { colour: 6 }));
    expect(image).toMatchObject({ width: 1, height: 1, channels: 4 });
    expect(colourAt(image, 0, 0)).toBe('#010203');
  });

  it.each([
    ['no PNG', Buffer.from('GIF89a')],
    ['a cut one', png(1, [[0, 1, 2, 3]]).subarray(0, -12)],
    ['one with too few pixels', png(2, [[0, 1, 2, 3]])],
    ['one with a palette', png(1, [[0, 1]], { colour: 3 })],
    ['one with 16 bits', png(1, [[0, 1, 2, 3, 4, 5, 6]], { depth: 16 })],
  ])('refuses %s', (_what, file) => {
    expect(() => decodePng(file)).toThrow(/PNG/);
  });
});

describe('countColour', () => {
  const image = decodePng(png(3, [[0, 100, 100, 100, 110, 100, 100, 100, 100, 130]]));

  it('counts exact pixels', () => {
    expect(countColour(image, '#646464')).toBe(1);
  });

  it('counts pixels whose parts are all within the tolerance', () => {
    expect(countColour(image, '#646464', 10)).toBe(2);
    expect(countColour(image, '#646464', 9)).toBe(1);
    expect(countColour(image, '#646464', 30)).toBe(3);
  });
});
