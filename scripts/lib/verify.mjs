import { openAppUser } from './app-user.mjs';
import { buildApp } from './build-app.mjs';
import { findChromium } from './chromium.mjs';
import { electronCommand } from './electron-command.mjs';
import { projectDir, toolScript } from './project.mjs';
import { runNode, runNpm } from './run-command.mjs';
import { runVitest } from './run-vitest.mjs';
import { openPrivateBus } from './session-bus.mjs';
import { addCounts, closingLine, countChecks, countTests } from './test-counts.mjs';
import { describeUnexpected, UserError } from './user-error.mjs';
import { openDisplay } from './virtual-display.mjs';

const SHOWN = { cwd: projectDir, stream: true };

/** @type {readonly { name: string, run: () => Promise<{ code: number }> }[]} */
const CHECKS = [
  { name: 'format', run: () => runNode(toolScript('prettier'), ['--check', '.'], SHOWN) },
  { name: 'lint', run: () => runNpm(['run', '--silent', 'lint'], SHOWN) },
  { name: 'types', run: () => runNpm(['run', '--silent', 'typecheck'], SHOWN) },
  { name: 'svelte-check', run: () => runNpm(['run', '--silent', 'svelte-check'], SHOWN) },
];

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Does one thing whose failure must not keep the others from running.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T | null>} null when it failed
 */
async function attempt(name, work) {
  try {
    return await work();
  } catch (error) {
    const text = error instanceof UserError ? error.message : describeUnexpected(error);
    say(`${name} failed: ${text}`);
    return null;
  }
}

/** @returns {Promise<boolean[]>} which checks passed */
async function runChecks() {
  const results = [];
  for (const { name, run } of CHECKS) {
    say(`\n== ${name}`);
    const passed = (await attempt(name, run))?.code === 0;
    say(`== ${name}: ${passed ? 'passed' : 'FAILED'}`);
    results.push(passed);
  }
  return results;
}

/** @param {import('./virtual-display.mjs').Display} display */
async function electronFor(display) {
  const electron = await electronCommand({ virtualDisplay: display.virtual });
  for (const warning of electron.warnings) say(warning);
  return electron;
}

/**
 * What the tests need to know about this machine.
 * @param {import('./electron-command.mjs').ElectronCommand | null} electron
 * @param {import('./app-user.mjs').AppUser | null} user
 * @returns {Record<string, string>}
 */
function testEnvironment(electron, user) {
  const chromium = findChromium();
  return {
    ...(electron && {
      TAPEOUT_ELECTRON_EXEC: electron.executable,
      TAPEOUT_ELECTRON_ARGS: JSON.stringify(electron.args),
    }),
    ...(user && { TAPEOUT_APP_USER: JSON.stringify(user) }),
    ...(chromium && { TAPEOUT_CHROMIUM: chromium }),
  };
}

/**
 * Each preparation that fails counts as a failure of its own, and the tests run
 * all the same: most do without it.
 * @param {readonly string[]} filter
 */
async function runTests(filter) {
  say('\n== tests');
  const built = await attempt('build', () => buildApp().then(() => true));
  const display = await attempt('display', () => openDisplay());
  const electron = display && (await attempt('electron', () => electronFor(display)));
  const user = electron && (await attempt('user of the app', () => openAppUser(electron)));
  const bus = await attempt('message bus', () => openPrivateBus(user?.become));
  const env = { ...display?.env, ...testEnvironment(electron, user), ...bus?.env };
  const tests = await attempt('vitest', () => runVitest(filter, env));
  await bus?.dispose();
  await user?.dispose();
  await display?.dispose();
  const failed = [built, display, electron, user, bus].filter((made) => made === null).length;
  return { tests: tests ?? countTests(null, 1), preparations: { passed: 0, failed, skipped: 0 } };
}

/**
 * All checks and tests, whatever fails; given a filter for the tests, those
 * alone. Ends with one line that counts everything.
 * @param {readonly string[]} filter arguments for Vitest
 * @returns {Promise<number>} the exit code
 */
export async function verify(filter) {
  const checks = countChecks(filter.length > 0 ? [] : await runChecks());
  const { tests, preparations } = await runTests(filter);
  const counts = addCounts(addCounts(checks, preparations), tests);
  const nothingRan = tests.passed + tests.failed === 0;
  if (nothingRan) say('No test ran, which counts as a failure.');
  say('');
  say(closingLine(counts));
  return counts.failed > 0 || nothingRan ? 1 : 0;
}
