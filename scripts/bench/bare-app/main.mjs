import { performance } from 'node:perf_hooks';
import { app, BrowserWindow } from 'electron';

// The floor of the cold start: a window of the same kind as the desk's, with a sandboxed preload
// script and one line of HTML. What it takes to get here is Electron's and not ours.

const createdAtMs = process.getCreationTime() ?? Date.now();
/** @type {Record<string, number>} */
const steps = {};

/** @param {string} step @param {number} [atMs] */
function mark(step, atMs = Date.now()) {
  steps[step] = atMs - createdAtMs;
}

mark('nodeReady', performance.timeOrigin + performance.nodeTiming.bootstrapComplete);
mark('mainEvaluated');
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  mark('ready');
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: `${import.meta.dirname}/preload.cjs`,
      sandbox: true,
      contextIsolation: true,
    },
  });
  mark('windowConstructed');
  window.once('ready-to-show', () => {
    mark('shellPainted');
    window.show();
    process.stderr.write(`${JSON.stringify({ startTrace: steps })}\n`);
  });
  void window.loadFile(`${import.meta.dirname}/index.html`);
  mark('loadUrlCalled');
});
