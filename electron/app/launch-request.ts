import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { Settings } from '../../src/shared/domain/settings/settings';
import { type CommandLine, quoted } from './command-line';

/** A command line that holds: paths are absolute and were looked at, the symbol is resolved. */
export interface LaunchRequest extends Omit<CommandLine, 'symbol'> {
  readonly symbol: InstrumentId | null;
}

/** The settings that a command line asks for; those it does not name are left out. */
export function wantedSettings(
  request: Pick<LaunchRequest, 'theme' | 'locale' | 'symbol' | 'interval'>,
): Partial<Pick<Settings, 'theme' | 'locale' | 'charted' | 'chartInterval'>> {
  const { theme, locale, symbol, interval } = request;
  return {
    ...(theme && { theme }),
    ...(locale && { locale }),
    ...(symbol && { charted: symbol }),
    ...(interval && { chartInterval: interval }),
  };
}

/** What a symbol of the user comes down to. */
export type SymbolAnswer =
  | { readonly kind: 'found'; readonly id: InstrumentId }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly InstrumentId[] }
  | { readonly kind: 'unknown' };

export type LaunchCheck =
  | { readonly ok: true; readonly request: LaunchRequest }
  /** `message` is one line without the program's name. */
  | { readonly ok: false; readonly message: string };

/**
 * Checks a command line against the disk. Writes nothing.
 *
 * @param cwd - folder that relative paths start from
 * @param symbol - what the symbol of the command line means; null where it has none
 */
export function checkLaunch(
  options: CommandLine,
  cwd: string,
  symbol: SymbolAnswer | null,
): LaunchCheck {
  const absolute = (path: string | null): string | null =>
    path === null ? null : resolve(cwd, path);
  const barsFolder = absolute(options.barsFolder);
  const userData = absolute(options.userData);
  const screenshot = absolute(options.screenshot);
  const listFile = absolute(options.listFile);
  const fault =
    (barsFolder && barsFolderFault(barsFolder)) ??
    (userData && userDataFault(userData)) ??
    (screenshot && screenshotFault(screenshot)) ??
    (listFile && listFileFault(listFile)) ??
    symbolFault(options.symbol, symbol);
  if (fault) return { ok: false, message: fault };
  return {
    ok: true,
    request: {
      ...options,
      barsFolder,
      userData,
      screenshot,
      listFile,
      symbol: symbol?.kind === 'found' ? symbol.id : null,
    },
  };
}

function symbolFault(text: string | null, answer: SymbolAnswer | null): string | null {
  if (text === null || answer === null || answer.kind === 'found') return null;
  if (answer.kind === 'unknown') {
    return `--symbol ${quoted(text)} is no symbol; write MIC:CODE, for example XNAS:NVDA`;
  }
  const { candidates } = answer;
  const choice = candidates.length > 1 ? 'one of these' : 'that';
  return `--symbol ${quoted(text)} may mean ${candidates.join(' or ')}; write ${choice}`;
}

function barsFolderFault(path: string): string | null {
  const kind = kindOf(path);
  if (kind === 'missing') return `--bars-folder ${quoted(path)} does not exist`;
  if (kind !== 'folder') return `--bars-folder ${quoted(path)} is not a folder`;
  return mayAccess(path, constants.R_OK | constants.X_OK)
    ? null
    : `--bars-folder ${quoted(path)} cannot be read`;
}

/** What is wrong with a folder for the user's data; null where it can be used or made. */
export function userDataFault(path: string): string | null {
  const kind = kindOf(path);
  if (kind === 'other') return `--user-data ${quoted(path)} is not a folder`;
  const existing = kind === 'folder' ? path : nearestExisting(path);
  return kindOf(existing) === 'folder' && mayAccess(existing, constants.W_OK | constants.X_OK)
    ? null
    : `--user-data ${quoted(path)} cannot be written`;
}

function listFileFault(path: string): string | null {
  const readable = kindOf(path) === 'other' && mayAccess(path, constants.R_OK);
  return readable ? null : `the list ${quoted(path)} cannot be read`;
}

function screenshotFault(path: string): string | null {
  if (kindOf(path) === 'folder') return `--screenshot ${quoted(path)} is a folder, not a file`;
  const folder = dirname(path);
  if (kindOf(folder) !== 'folder') return `--screenshot: folder ${quoted(folder)} does not exist`;
  return mayAccess(folder, constants.W_OK | constants.X_OK)
    ? null
    : `--screenshot: folder ${quoted(folder)} cannot be written`;
}

type PathKind = 'folder' | 'other' | 'missing';

function kindOf(path: string): PathKind {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch {
    return 'missing';
  }
}

function mayAccess(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function nearestExisting(path: string): string {
  const parent = dirname(path);
  return parent === path || kindOf(parent) !== 'missing' ? parent : nearestExisting(parent);
}
