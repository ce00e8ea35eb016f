import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findCommand } from './find-command.mjs';
import { projectDir, toolScript } from './project.mjs';
import { runNode } from './run-command.mjs';
import { runStep } from './run-step.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_PATHS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Playwright's own download, which tests may use where the system has no browser.
 * @returns {string | null}
 */
function playwrightChromium() {
  const { chromium } = createRequire(join(projectDir, 'package.json'))('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/**
 * The browser for the component tests.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function findChromium(env = process.env) {
  const chosen = env['TAPEOUT_CHROMIUM'];
  if (chosen) return chosen;
  const onPath = COMMANDS.map((name) => findCommand(name)).find(Boolean);
  return onPath ?? MAC_PATHS.find((path) => existsSync(path)) ?? playwrightChromium();
}

/** Fetches a browser when the system has none; the tests say so if that fails too. */
export async function installChromium() {
  if (findChromium()) return;
  await runStep('Downloading Chromium for the component tests', () =>
    runNode(toolScript('playwright-core'), ['install', 'chromium'], { cwd: projectDir }),
  );
}
