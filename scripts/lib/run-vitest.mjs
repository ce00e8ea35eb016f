import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir, toolScript } from './project.mjs';
import { runNode } from './run-command.mjs';
import { countTests } from './test-counts.mjs';

/**
 * @param {readonly string[]} args
 * @returns {string[]} the same for Vitest: "--only unit" means its project "unit"
 */
export function vitestArguments(args) {
  return args.map((arg) => arg.replace(/^--only(?==|$)/, '--project'));
}

/**
 * @param {string} path
 * @returns {Promise<import('./test-counts.mjs').VitestReport | null>}
 */
async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs the tests and counts them.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export async function runVitest(args, env) {
  const reportDir = await mkdtemp(join(tmpdir(), 'tapeout-tests-'));
  try {
    const reportPath = join(reportDir, 'report.json');
    const { code } = await runNode(
      toolScript('vitest'),
      [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportPath}`,
        ...vitestArguments(args),
      ],
      { cwd: projectDir, env: { ...process.env, ...env }, stream: true },
    );
    return countTests(await readReport(reportPath), code);
  } finally {
    await rm(reportDir, { recursive: true, force: true });
  }
}
