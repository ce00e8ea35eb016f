import { readFile, writeFile } from 'node:fs/promises';
import { app, BrowserWindow } from 'electron';

// A window with the chart in it and the pointer over it. What is measured comes back as JSON.

/** @type {{ page: string, result: string, rounds: number }} */
const config = JSON.parse(process.env['TAPEOUT_BENCH'] ?? '{}');

// Else a frame lasts as long as the display's, however little there is to do.
for (const limit of ['disable-frame-rate-limit', 'disable-gpu-vsync'])
  app.commandLine.appendSwitch(limit);
app.on('window-all-closed', () => app.quit());

async function run() {
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1280,
    height: 760,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  await window.loadFile(`${import.meta.dirname}/index.html`);
  await window.webContents.executeJavaScript(await readFile(config.page, 'utf8'));
  // Where the library looks for what is under the pointer at every update.
  const pointing = setInterval(() => {
    if (window.isDestroyed()) return;
    window.webContents.sendInputEvent({ type: 'mouseMove', x: 640, y: 300 });
  }, 50);
  const measured = await window.webContents.executeJavaScript(`measureChart(${config.rounds})`);
  clearInterval(pointing);
  await writeFile(config.result, JSON.stringify(measured));
  app.exit(0);
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
