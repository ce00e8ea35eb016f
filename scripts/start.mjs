import { buildApp } from './lib/build-app.mjs';
import { electronCommand } from './lib/electron-command.mjs';
import { prepare } from './lib/prepare.mjs';
import { projectDir } from './lib/project.mjs';
import { runApp } from './lib/run-app.mjs';
import { runMain } from './lib/user-error.mjs';
import { needsVirtualDisplay, withDisplay } from './lib/virtual-display.mjs';

// npm start -- ARGS: brings what is missing, builds what changed, starts the
// app. Only the app writes to stdout.

async function main() {
  await prepare({ forTests: false });
  const electron = await electronCommand({ virtualDisplay: needsVirtualDisplay() });
  for (const warning of electron.warnings) process.stderr.write(`${warning}\n`);
  await buildApp();
  const args = [...electron.args, projectDir, ...process.argv.slice(2)];
  return await withDisplay((display) =>
    runApp(electron.executable, args, { env: { ...process.env, ...display.env } }),
  );
}

await runMain(main);
