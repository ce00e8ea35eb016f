import type { App } from 'electron';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import { readClockOffset } from './clock-offset';
import { type CommandLine, parseCommandLine } from './command-line';
import { helpText } from './command-line-options';
import { checkLaunch, type LaunchRequest } from './launch-request';
import { ownArguments } from './launcher-switches';
import { findSymbol } from './symbol-argument';

export interface LaunchParts {
  readonly process: Pick<NodeJS.Process, 'argv' | 'env' | 'cwd'>;
  readonly app: Pick<App, 'isPackaged' | 'getVersion'>;
  readonly loadInstruments: () => Promise<readonly Instrument[]>;
}

/** What is to be printed, each to its stream, before the process ends. */
export interface Ending {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface AcceptedLaunch {
  readonly kind: 'run';
  readonly request: LaunchRequest;
  /** Milliseconds to add to the clock. */
  readonly clockOffsetMs: number;
}

export type Launch = AcceptedLaunch | ({ readonly kind: 'end' } & Ending);

const EXIT_BAD_COMMAND_LINE = 2;

/** Reads the command line and checks all that can be checked before anything is opened. */
export async function readLaunch(parts: LaunchParts): Promise<Launch> {
  const { process, app } = parts;
  const parsed = parseCommandLine(ownArguments(process.argv, app.isPackaged));
  switch (parsed.kind) {
    case 'help':
      return { kind: 'end', exitCode: 0, stdout: helpText(), stderr: '' };
    case 'version':
      return { kind: 'end', exitCode: 0, stdout: `${app.getVersion()}\n`, stderr: '' };
    case 'refused':
      return refusal(parsed.message);
    case 'run':
      return checkAll(parsed.options, parts);
  }
}

async function checkAll(options: CommandLine, parts: LaunchParts): Promise<Launch> {
  const { process, app, loadInstruments } = parts;
  const clock = readClockOffset(process.env['TAPEOUT_CLOCK'], Date.now(), app.isPackaged);
  if (!clock.ok) return refusal(clock.message);
  const instruments = options.symbol === null ? [] : await loadInstruments();
  const check = checkLaunch(options, process.cwd(), (text) => findSymbol(text, instruments));
  if (!check.ok) return refusal(check.message);
  return { kind: 'run', request: check.request, clockOffsetMs: clock.offsetMs };
}

function refusal(message: string): Launch {
  const stderr = `tapeout: ${message}\n`;
  return { kind: 'end', exitCode: EXIT_BAD_COMMAND_LINE, stdout: '', stderr };
}

/** Ends a process that has opened nothing. */
export function leave(app: Pick<App, 'exit'>, ending: Ending): void {
  process.stdout.write(ending.stdout);
  process.stderr.write(ending.stderr);
  app.exit(ending.exitCode);
}
