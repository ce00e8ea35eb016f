import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';

// A window with a chart of a million bars under a pointer that main moves through Chromium's input,
// and under ticks on the app's own way from a source to the page.

const ROW_PX = 200;
const MIDDLE_PX = 640;
const TICKS_PER_SECOND = 10_000;
const TICK_EVERY_MS = 10;
const WATCH_MS = 2500;
const WHEEL_STEPS = 14;
const DRAG_PX = 1000;
const DRAG_STEP_PX = 25;
const FRAME_MS = 16;

/** @type {{ page: string, feed: string, result: string, rounds: number }} */
const config = JSON.parse(process.env['TAPEOUT_BENCH'] ?? '{}');
const { createTickFeed } = createRequire(import.meta.url)(config.feed);

app.on('window-all-closed', () => app.quit());

/** @param {BrowserWindow} window */
function handOn({ webContents }) {
  /** @param {string} code */
  const ask = (code) => webContents.executeJavaScript(`touch.${code}`);
  /** @param {'mouseMove' | 'mouseDown' | 'mouseUp'} type @param {number} x */
  const mouse = (type, x) => {
    const pressed =
      type === 'mouseMove' ? {} : { button: /** @type {const} */ ('left'), clickCount: 1 };
    webContents.sendInputEvent({ type, x: Math.round(x), y: ROW_PX, ...pressed });
  };
  /** @param {number} x @param {number} deltaY */
  const wheel = (x, deltaY) =>
    webContents.sendInputEvent({ type: 'mouseWheel', x, y: ROW_PX, deltaX: 0, deltaY });
  return { ask, mouse, wheel };
}

/** @typedef {ReturnType<typeof handOn>} Hand */

/** @param {BrowserWindow} window */
async function heapBytes({ webContents }) {
  const { debugger: inspector } = webContents;
  inspector.attach('1.3');
  await inspector.sendCommand('HeapProfiler.enable');
  await inspector.sendCommand('HeapProfiler.collectGarbage');
  inspector.detach();
  const { heapUsed, external } = await webContents.executeJavaScript('process.memoryUsage()');
  return heapUsed + external;
}

/** Longest frame while the wheel zooms over all levels and the series is dragged. @param {Hand} hand */
async function longestFrame({ ask, mouse, wheel }) {
  await ask('show(900)');
  await ask('watch()');
  for (const delta of [-120, 120]) {
    for (let step = 0; step < 3 * WHEEL_STEPS; step++) {
      wheel(MIDDLE_PX, delta);
      await pause(FRAME_MS);
    }
  }
  for (const direction of [1, -1]) {
    const from = MIDDLE_PX - (direction * DRAG_PX) / 2;
    mouse('mouseDown', from);
    for (let moved = 0; moved <= DRAG_PX; moved += DRAG_STEP_PX) {
      mouse('mouseMove', from + direction * moved);
      await pause(FRAME_MS / 2);
    }
    mouse('mouseUp', from + direction * DRAG_PX);
  }
  return Math.max(...(await ask('watched()')));
}

/** Pixels by which the bar under the pointer left it, at worst. @param {Hand} hand */
async function anchorError({ ask, mouse, wheel }) {
  await ask('show(500)');
  let worst = 0;
  for (let step = 0; step < WHEEL_STEPS; step++) {
    const before = await ask('spikeX()');
    const at = Math.round(before);
    mouse('mouseMove', at);
    wheel(at, step < WHEEL_STEPS / 2 ? 60 : -60);
    await pause(3 * FRAME_MS);
    const after = await ask('spikeX()');
    if (before === null || after === null) throw new Error('the bar under the pointer is gone');
    worst = Math.max(worst, Math.abs(after - before));
  }
  return worst;
}

/** @param {BrowserWindow} window */
async function processorShare(window) {
  const ofPage = () => {
    const pid = window.webContents.getOSProcessId();
    return app.getAppMetrics().find((metric) => metric.pid === pid)?.cpu.percentCPUUsage ?? 0;
  };
  ofPage();
  await pause(WATCH_MS);
  return ofPage();
}

/** @param {Hand} hand */
async function meanFrame({ ask, mouse }) {
  await ask('watch()');
  for (let moved = 0; moved < WATCH_MS; moved += FRAME_MS) {
    mouse('mouseMove', 300 + (moved % 600));
    await pause(FRAME_MS);
  }
  /** @type {number[]} */
  const gaps = await ask('watched()');
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

/**
 * Runs something while prices come.
 * @template Result
 * @param {Hand} hand
 * @param {() => Promise<Result>} run
 */
async function ticking({ ask }, run) {
  const feed = createTickFeed((/** @type {number} */ price) => void ask(`tick(${String(price)})`));
  let ticked = 0;
  const timer = setInterval(() => {
    const each = (TICKS_PER_SECOND * TICK_EVERY_MS) / 1000;
    for (let i = 0; i < each; i++) feed.tick(100 + Math.sin(ticked++ / 50));
  }, TICK_EVERY_MS);
  try {
    return await run();
  } finally {
    clearInterval(timer);
    feed.dispose();
  }
}

async function run() {
  await app.whenReady();
  const window = new BrowserWindow({
    ...{ width: 1280, height: 760, useContentSize: true },
    // The page tells its own memory, columns included, which only Node's process object does.
    webPreferences: {
      ...{ sandbox: false, contextIsolation: false, nodeIntegration: true },
      backgroundThrottling: false,
    },
  });
  const page = await readFile(config.page, 'utf8');
  const hand = handOn(window);
  /** @type {Record<string, import('../statistics.mjs').Pair[]>} */
  const result = { heap: [], heapTicked: [], frame: [], anchor: [], fps: [], processor: [] };
  const push = (/** @type {string} */ name, /** @type {number} */ value, floor = 0) =>
    result[name]?.push({ value, floor });
  for (let round = 0; round < config.rounds; round++) {
    await window.loadFile(`${import.meta.dirname}/../chart-app/index.html`);
    await window.webContents.executeJavaScript(page);
    const columns = (await hand.ask('open()')) / 1e6;
    push('frame', await longestFrame(hand));
    // Now every level of detail is there.
    push('heap', (await heapBytes(window)) / 1e6, columns);
    push('anchor', await anchorError(hand));
    await hand.ask('newest()');
    push('fps', await ticking(hand, () => meanFrame(hand)), await meanFrame(hand));
    hand.mouse('mouseMove', 5);
    const busy = await ticking(hand, () => processorShare(window));
    push('processor', busy, await processorShare(window));
    push('heapTicked', (await heapBytes(window)) / 1e6, columns);
  }
  await writeFile(config.result, JSON.stringify(result));
  app.exit(0);
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
