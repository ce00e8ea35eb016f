import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { startCompanion } from '../lib/companion.mjs';
import { findCommand } from '../lib/find-command.mjs';

// An X server whose pixels can be read while it runs, so that "the window is there" means what a user
// would say: its picture is on the screen.

const WIDTH = 1920;
const HEIGHT = 1200;
/** No line of text is between two of them. */
const EVERY_LINE = 8;
const LOOK_MS = 1;
const LIMIT_MS = 20_000;
/** An empty screen has one colour and an empty window two; the edges of a few letters have more than these. */
const COLOURS_OF_A_PICTURE = 10;

/** Places of the numbers of an X window dump's head (XWDFile.h); all big-endian. */
const XWD = { headerSize: 0, bytesPerLine: 48, colourCount: 76 };
const HEAD_BYTES = 100;
const COLOUR_BYTES = 12;

/**
 * @typedef {object} Screen
 * @property {Record<string, string>} env
 * @property {(sinceMs: number) => Promise<number>} pictureCame milliseconds since then, of `performance`
 * @property {() => Promise<void>} emptied resolves once nothing is to be seen any more
 * @property {() => Promise<void>} dispose
 */

/**
 * @param {string} folder an empty one
 * @returns {Promise<Screen | null>} null where there is no Xvfb
 */
export async function openScreen(folder) {
  const xvfb = findCommand('Xvfb');
  if (!xvfb) return null;
  const size = `${WIDTH}x${HEIGHT}x24`;
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-fbdir', folder];
  const { address, dispose } = await startCompanion(xvfb, args);
  const file = openSync(join(folder, 'Xvfb_screen0'), 'r');
  const head = Buffer.alloc(HEAD_BYTES);
  readSync(file, head, 0, HEAD_BYTES, 0);
  const lineBytes = head.readUInt32BE(XWD.bytesPerLine);
  const start =
    head.readUInt32BE(XWD.headerSize) + head.readUInt32BE(XWD.colourCount) * COLOUR_BYTES;
  const line = Buffer.alloc(lineBytes);

  /** Whether there is a picture: more than so many colours in some of the lines. */
  const hasPicture = () => {
    const colours = new Set();
    for (let row = 0; row < HEIGHT; row += EVERY_LINE) {
      readSync(file, line, 0, lineBytes, start + row * lineBytes);
      for (let at = 0; at < lineBytes; at += 4) colours.add(line.readUInt32LE(at));
      if (colours.size > COLOURS_OF_A_PICTURE) return true;
    }
    return false;
  };
  const become = async (/** @type {boolean} */ wanted) => {
    const limit = AbortSignal.timeout(LIMIT_MS);
    while (hasPicture() !== wanted) await delay(LOOK_MS, undefined, { signal: limit });
  };
  return {
    env: { DISPLAY: `:${address}` },
    pictureCame: async (sinceMs) => {
      await become(true);
      return performance.now() - sinceMs;
    },
    emptied: () => become(false),
    dispose: async () => {
      closeSync(file);
      await dispose();
    },
  };
}
