import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintPaths, readStamp } from './fingerprint.mjs';
import { projectDir, toolScript } from './project.mjs';
import { lastLines, runNode } from './run-command.mjs';
import { runStep } from './run-step.mjs';
import { UserError } from './user-error.mjs';

const SOURCES = [
  'electron',
  'src',
  'assets',
  'electron.vite.config.ts',
  'svelte.config.js',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

/** Builds the app into out/ when a source changed since the last build. */
export async function buildApp() {
  const stampPath = join(projectDir, 'out', '.build-stamp');
  // Taken before the build: a file saved meanwhile then asks for the next one.
  const sources = fingerprintPaths(projectDir, SOURCES);
  if (readStamp(stampPath) === sources) return;
  rmSync(stampPath, { force: true });
  await runStep('Building the app', runBuild);
  mkdirSync(join(projectDir, 'out'), { recursive: true });
  writeFileSync(stampPath, `${sources}\n`);
}

async function runBuild() {
  const { code, output } = await runNode(toolScript('electron-vite'), ['build'], {
    cwd: projectDir,
  });
  if (code === 0) return;
  throw new UserError({
    happened: `The app could not be built; the build said:\n${lastLines(output, 40)}`,
    kept: 'Your sources and your data were not touched.',
    todo: 'Correct the source named above and run the same command again.',
  });
}
