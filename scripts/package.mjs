import { dirname } from 'node:path';
import { buildApp } from './lib/build-app.mjs';
import { electronCommand } from './lib/electron-command.mjs';
import { prepare } from './lib/prepare.mjs';
import { projectDir, toolScript } from './lib/project.mjs';
import { runNode } from './lib/run-command.mjs';
import { runMain } from './lib/user-error.mjs';

// npm run package [-- TARGETS]: the app for this machine as a folder in dist/. The folder target
// needs no download, because it takes the Electron that `npm start` runs; every other target
// (`npm run package -- --linux AppImage`) lets electron-builder fetch its own tools.

const FOLDER_TARGET = ['--dir'];

async function main() {
  await prepare({ forTests: false });
  await buildApp();
  const targets = process.argv.slice(2);
  const args = targets.length > 0 ? targets : await folderArguments();
  const { code } = await runNode(toolScript('electron-builder'), [...args, '--publish', 'never'], {
    cwd: projectDir,
    stream: true,
  });
  return code;
}

async function folderArguments() {
  const electron = await electronCommand({ virtualDisplay: false });
  for (const warning of electron.warnings) process.stderr.write(`${warning}\n`);
  return [
    ...FOLDER_TARGET,
    `-c.electronDist=${dirname(electron.executable)}`,
    `-c.electronVersion=${electron.version}`,
  ];
}

await runMain(main);
