import { parseArgs } from 'node:util';
import { buildApp } from './lib/build-app.mjs';
import { electronCommand } from './lib/electron-command.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain, UserError } from './lib/user-error.mjs';
import { withDisplay } from './lib/virtual-display.mjs';

// npm run bench [-- --rounds N --json]: how fast the app starts, as ratios to a bare Electron window
// of the same run. A missed target is told and is no failure: a bench is no test.

const DEFAULT_ROUNDS = 15;
// Medians of fewer move by more than the targets allow.
const FEWEST_ROUNDS = 9;
const MOST_ROUNDS = 50;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const rounds = Number(values.rounds ?? DEFAULT_ROUNDS);
    if (!Number.isInteger(rounds) || rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) {
      throw new Error(`--rounds must be a whole number from ${FEWEST_ROUNDS} to ${MOST_ROUNDS}`);
    }
    return { rounds, json: values.json };
  } catch (error) {
    throw new UserError({
      happened: error instanceof Error ? error.message : String(error),
      todo: 'Run it as: npm run bench -- --rounds 15 --json',
    });
  }
}

async function main() {
  const { rounds, json } = readOptions();
  await prepare({ forTests: true });
  await buildApp();
  // These need installed packages.
  const { measureColdStart } = await import('./bench/cold-start.mjs');
  const { reportTable } = await import('./bench/report.mjs');
  return await withDisplay(async (display) => {
    const electron = await electronCommand({ virtualDisplay: display.virtual });
    for (const warning of electron.warnings) process.stderr.write(`${warning}\n`);
    const result = await measureColdStart({
      executable: electron.executable,
      switches: electron.args,
      env: { ...process.env, ...display.env },
      rounds,
      progress: (text) => void process.stderr.write(`${text}\n`),
    });
    const told = { electron: electron.version, ...result };
    process.stdout.write(
      json
        ? `${JSON.stringify(told)}\n`
        : `\nElectron ${told.electron}, ${told.rounds} rounds, floor: a bare window\n\n${reportTable(told.measures)}\n`,
    );
    return 0;
  });
}

await runMain(main);
