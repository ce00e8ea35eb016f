import { readFile, writeFile } from 'node:fs/promises';
import { app, BrowserWindow } from 'electron';

// A window with the roadmap in it. What is measured comes back as JSON.

/** @type {{ page: string, result: string, rounds: number }} */
const config = JSON.parse(process.env['TAPEOUT_BENCH'] ?? '{}');

app.on('window-all-closed', () => app.quit());

async function run() {
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  await window.loadFile(`${import.meta.dirname}/index.html`);
  await window.webContents.executeJavaScript(await readFile(config.page, 'utf8'));
  const measured = await window.webContents.executeJavaScript(`measureRoadmap(${config.rounds})`);
  await writeFile(config.result, JSON.stringify(measured));
  app.exit(0);
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
