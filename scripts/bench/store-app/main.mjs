import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { app, BrowserWindow, MessageChannelMain, utilityProcess } from 'electron';
import { longestBlock, proveProbe } from './longest-block.mjs';

// Puts store, data process and page together as the app does, and asks each what it takes. Main
// itself does nothing but wait, so that what blocks it is the store's doing.

const SHORT = 100_000;
const LONG = 1_000_000;
const FEW_ROUNDS = 5;

/** @type {{ folder: string, rounds: number, storeProcess: string, senderProcess: string, dataProcess: string, result: string }} */
const config = JSON.parse(process.env['TAPEOUT_BENCH'] ?? '{}');

/**
 * @param {import('electron').UtilityProcess} child
 * @param {unknown} order
 */
async function answerOf(child, order) {
  const answered = once(child, 'message');
  child.postMessage(order);
  const [answer] = await answered;
  return answer;
}

/** @param {string} file */
async function start(file) {
  const child = utilityProcess.fork(file, [], { stdio: 'inherit' });
  await once(child, 'spawn');
  return child;
}

/**
 * @param {import('electron').UtilityProcess} child
 * @param {BrowserWindow} window
 * @param {string} name of the port in the page
 * @param {unknown} order that goes with the other end
 */
function connect(child, window, name, order) {
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage(order, [port1]);
  window.webContents.postMessage('port', name, [port2]);
}

/**
 * The longest block of main for each round of the work, beside that of as long a time without work:
 * other programs on the machine hold main up as well.
 * @param {number} rounds
 * @param {() => Promise<unknown>} work
 */
async function blocks(rounds, work) {
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const value = await longestBlock(work);
    const spentMs = performance.now() - start;
    const floor = await longestBlock(() => new Promise((resolve) => setTimeout(resolve, spentMs)));
    found.push({ value, floor });
  }
  return found;
}

async function run() {
  await app.whenReady();
  await proveProbe();
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
    },
  });
  await window.loadFile(join(import.meta.dirname, 'index.html'));
  /** @type {(name: string, floor: string, id: string, rounds: number) => Promise<any[]>} */
  const openRounds = (...args) =>
    window.webContents.executeJavaScript(`openRounds(...${JSON.stringify(args)})`);
  const { folder, rounds } = config;

  const store = await start(config.storeProcess);
  await answerOf(store, { kind: 'store', folder, bars: SHORT, id: 'XNAS:MSFT' });
  const storing = await blocks(FEW_ROUNDS, () =>
    answerOf(store, { kind: 'store', folder, bars: LONG, id: 'XNAS:GOOGL' }),
  );
  const measured = await answerOf(store, { kind: 'measure', folder, rounds });
  store.kill();

  const sender = await start(config.senderProcess);
  for (const [size, bars] of /** @type {const} */ ([
    ['short', SHORT],
    ['long', LONG],
  ])) {
    connect(sender, window, `floor-${size}`, { kind: 'floor', bars });
    connect(sender, window, `service-${size}`, { kind: 'service', bars });
  }
  const data = await start(config.dataProcess);
  data.postMessage({ kind: 'start', cacheFile: join(folder, 'cache.db'), clockOffsetMs: 0 });
  connect(data, window, 'data', { kind: 'connect' });

  const sentShort = await openRounds('service-short', 'floor-short', 'XNAS:MSFT', rounds);
  const sentLong = await openRounds('service-long', 'floor-long', 'XNAS:MSFT', FEW_ROUNDS);
  const openedShort = await openRounds('data', 'floor-short', 'XNAS:MSFT', rounds);
  const openedLong = await openRounds('data', 'floor-long', 'XNAS:GOOGL', FEW_ROUNDS);
  const opening = await blocks(FEW_ROUNDS, () =>
    openRounds('data', 'floor-short', 'XNAS:GOOGL', 1),
  );
  await writeFile(
    config.result,
    JSON.stringify({
      ...measured,
      ...{ sentShort, sentLong, openedShort, openedLong, storing, opening },
    }),
  );
}

run().then(
  () => app.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  },
);
