import { resolve } from 'node:path';
import type { App } from 'electron';
import type { ExchangesFile } from '../../src/shared/domain/calendar/exchanges-file';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import { readClockOffset } from './clock-offset';
import { type CommandLine, parseCommandLine, quoted } from './command-line';
import { helpText } from './command-line-options';
import type { HeadlessCommand } from './headless-command';
import {
  checkLaunch,
  type LaunchRequest,
  type SymbolAnswer,
  userDataFault,
} from './launch-request';
import { ownArguments } from './launcher-switches';
import type { SymbolBook } from './symbol-argument';

export interface LaunchParts {
  readonly process: Pick<NodeJS.Process, 'argv' | 'env' | 'cwd'>;
  readonly app: Pick<App, 'isPackaged' | 'getVersion'>;
  readonly loadInstruments: () => Promise<readonly Instrument[]>;
  readonly loadExchanges: () => Promise<ExchangesFile>;
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

/** Something that is done without a window. */
export interface HeadlessLaunch {
  readonly kind: 'headless';
  readonly command: HeadlessCommand;
  /** Absolute; null for the usual place. */
  readonly userData: string | null;
}

export type Launch = AcceptedLaunch | HeadlessLaunch | ({ readonly kind: 'end' } & Ending);

const EXIT_BAD_COMMAND_LINE = 2;

/** Reads the command line and checks all that can be checked before anything is opened. */
export async function readLaunch(parts: LaunchParts): Promise<Launch> {
  const { process, app } = parts;
  const parsed = parseCommandLine(ownArguments(process.argv, app.isPackaged), process.cwd());
  switch (parsed.kind) {
    case 'help':
      return { kind: 'end', exitCode: 0, stdout: helpText(), stderr: '' };
    case 'version':
      return { kind: 'end', exitCode: 0, stdout: `${app.getVersion()}\n`, stderr: '' };
    case 'refused':
      return refusal(parsed.message);
    case 'resolve':
      return answerResolve(parsed.text, parts);
    case 'sessions':
      return answerSessions(parsed.mic, parsed.date, parts);
    case 'headless':
      return checkHeadless(parsed.command, parsed.userData, process.cwd());
    case 'run':
      return checkAll(parsed.options, parts);
  }
}

async function checkAll(options: CommandLine, parts: LaunchParts): Promise<Launch> {
  const { process, app } = parts;
  const clock = readClockOffset(process.env['TAPEOUT_CLOCK'], Date.now(), app.isPackaged);
  if (!clock.ok) return refusal(clock.message);
  const symbol = options.symbol === null ? null : await lookUp(options.symbol, parts);
  const check = checkLaunch(options, process.cwd(), symbol);
  if (!check.ok) return refusal(check.message);
  return { kind: 'run', request: check.request, clockOffsetMs: clock.offsetMs };
}

function checkHeadless(command: HeadlessCommand, userData: string | null, cwd: string): Launch {
  const folder = userData === null ? null : resolve(cwd, userData);
  const fault = folder && userDataFault(folder);
  return fault ? refusal(fault) : { kind: 'headless', command, userData: folder };
}

// What follows is imported when it is asked for: the usual start needs none of it.

async function lookUp(text: string, parts: LaunchParts): Promise<SymbolAnswer> {
  const [{ findSymbol }, book] = await Promise.all([import('./symbol-argument'), loadBook(parts)]);
  return findSymbol(text, book);
}

async function answerResolve(text: string, parts: LaunchParts): Promise<Launch> {
  const [{ resolveAnswer }, book] = await Promise.all([
    import('./symbol-argument'),
    loadBook(parts),
  ]);
  return answer(resolveAnswer(text, book));
}

async function answerSessions(mic: string, date: string, parts: LaunchParts): Promise<Launch> {
  const [{ sessionsAnswer }, exchanges] = await Promise.all([
    import('./sessions-argument'),
    parts.loadExchanges(),
  ]);
  const told = sessionsAnswer(mic, date, exchanges);
  if (told.ok) return answer(told.line);
  return refusal(`--sessions: no exchange ${quoted(mic)}; known are ${told.known.join(', ')}`);
}

async function loadBook({ loadInstruments, loadExchanges }: LaunchParts): Promise<SymbolBook> {
  const [instruments, exchanges] = await Promise.all([loadInstruments(), loadExchanges()]);
  return { instruments, exchanges };
}

function answer(line: string): Launch {
  return { kind: 'end', exitCode: 0, stdout: `${line}\n`, stderr: '' };
}

function refusal(message: string): Launch {
  const stderr = `tapeout: ${message}\n`;
  return { kind: 'end', exitCode: EXIT_BAD_COMMAND_LINE, stdout: '', stderr };
}

/** Ends a process that shows nothing, once all that it says is written. */
export async function leave(app: Pick<App, 'exit'>, ending: Ending): Promise<void> {
  await Promise.all([
    written(process.stdout, ending.stdout),
    written(process.stderr, ending.stderr),
  ]);
  app.exit(ending.exitCode);
}

/** A pipe takes a long text in parts; who no longer reads it changes nothing. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((done) => {
    stream.once('error', () => done());
    stream.write(text, () => done());
  });
}
