import { performance } from 'node:perf_hooks';
import { app, BrowserWindow } from 'electron';

// The floor of the cold start: a window of the same kind as the desk's, with a sandboxed preload
// script and one line of HTML. What it takes to get here is Electron's and not ours.

const createdAtMs = process.getCreationTime() ?? Date.now();
const nodeReadyAtMs = performance.timeOrigin + performance.nodeTiming.bootstrapComplete;
const steps = { nodeReady: nodeReadyAtMs - createdAtMs, mainEvaluated: Date.now() - createdAtMs };

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
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
  window.once('ready-to-show', () => {
    window.show();
    process.stderr.write(`${JSON.stringify({ startTrace: steps })}\n`);
  });
  void window.loadFile(`${import.meta.dirname}/index.html`);
});
