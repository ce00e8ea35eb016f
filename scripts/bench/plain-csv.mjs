import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

// The floors of the import of a CSV file: the least that any reader of these rows has to do.

const CHUNK_BYTES = 1 << 20;
const COLUMNS = 6;
const LINE_FEED = 10;
const COMMA = 44;
const POINT = 46;
const ZERO = 48;

/**
 * Reads rows of `YYYY-MM-DD HH:MM:SS` and five decimal numbers from bytes into columns, checking
 * nothing. Days are counted from the date, which most rows share with the one before.
 * @param {string} path
 * @param {number} rows
 */
export async function plainByteParser(path, rows) {
  const columns = Array.from({ length: COLUMNS }, () => new Float64Array(rows));
  let row = -1;
  let carry = Buffer.alloc(0);
  let lastKey = -1;
  let day = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, at);
      if (end < 0) break;
      if (row >= 0) {
        const key =
          digits(bytes, at, 4) * 10_000 + digits(bytes, at + 5, 2) * 100 + digits(bytes, at + 8, 2);
        if (key !== lastKey) {
          lastKey = key;
          day =
            Date.UTC(Math.floor(key / 10_000), (Math.floor(key / 100) % 100) - 1, key % 100) / 1000;
        }
        const clock = digits(bytes, at + 11, 2) * 3600 + digits(bytes, at + 14, 2) * 60;
        column(columns, 0)[row] = day + clock + digits(bytes, at + 17, 2);
        let cell = at + 20;
        for (let index = 1; index < COLUMNS; index++) {
          let value = 0;
          let scale = 0;
          for (; cell < end; cell++) {
            const byte = bytes[cell];
            if (byte === COMMA) break;
            if (byte === POINT) scale = 1;
            else {
              value = value * 10 + byte - ZERO;
              if (scale > 0) scale *= 10;
            }
          }
          cell++;
          column(columns, index)[row] = scale > 1 ? value / scale : value;
        }
      }
      row++;
      at = end + 1;
    }
    carry = Buffer.from(bytes.subarray(at));
  }
  return columns;
}

/**
 * The same rows through Papa Parse, streamed, with a callback for each chunk.
 * @param {string} path
 * @param {number} rows
 */
export function papaStream(path, rows) {
  const columns = Array.from({ length: COLUMNS }, () => new Float64Array(rows));
  let row = -1;
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path, { highWaterMark: CHUNK_BYTES, encoding: 'utf8' }), {
      chunk: (/** @type {{ data: string[][] }} */ { data }) => {
        for (const cells of data) {
          if (cells.length < COLUMNS) continue;
          if (row >= 0) {
            column(columns, 0)[row] = Date.parse(`${cells[0]}Z`) / 1000;
            for (let index = 1; index < COLUMNS; index++) {
              column(columns, index)[row] = Number(cells[index]);
            }
          }
          row++;
        }
      },
      complete: () => resolve(columns),
      error: reject,
    });
  });
}

/** @param {readonly Float64Array[]} columns @param {number} index */
function column(columns, index) {
  return /** @type {Float64Array} */ (columns[index]);
}

/** @param {Uint8Array} bytes @param {number} start @param {number} count */
function digits(bytes, start, count) {
  let value = 0;
  for (let index = start; index < start + count; index++) {
    value = value * 10 + /** @type {number} */ (bytes[index]) - ZERO;
  }
  return value;
}
