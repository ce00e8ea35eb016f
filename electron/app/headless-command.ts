import { resolve } from 'node:path';
import type { ExchangesFile } from '../../src/shared/domain/calendar/exchanges-file';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';

/** What is done without a window. Paths are absolute; names and formats are as the user wrote them. */
export type HeadlessCommand =
  | {
      readonly kind: 'import-watchlist';
      readonly file: string;
      /** Null where the file tells its format. */
      readonly format: string | null;
      /** Null where the list takes its name from the file. */
      readonly name: string | null;
      readonly dryRun: boolean;
    }
  | {
      readonly kind: 'export-watchlist';
      readonly name: string;
      readonly format: string;
      /** Null where the file is named after the list. */
      readonly out: string | null;
    }
  | { readonly kind: 'replay-alerts'; readonly rules: string; readonly ticks: string }
  | { readonly kind: 'event-study'; readonly spec: string }
  | { readonly kind: 'verify-evidence'; readonly file: string };

/** What a command is given beside its arguments. */
export interface HeadlessParts {
  /** Absolute path of the folder that holds `user.db`. */
  readonly userData: string;
  /** Takes the user data for this process alone. @returns what lets go; null where a running app has it */
  readonly claim: () => (() => void) | null;
  readonly loadInstruments: () => Promise<readonly Instrument[]>;
  readonly loadExchanges: () => Promise<ExchangesFile>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly appVersion: string;
}

type CommandName = HeadlessCommand['kind'];
type Argument = 'format' | 'name' | 'out' | 'dry-run' | 'ticks';

/** What each command takes beside its own value. */
const ARGUMENTS: Readonly<Record<CommandName, readonly Argument[]>> = {
  'import-watchlist': ['format', 'name', 'dry-run'],
  'export-watchlist': ['format', 'out'],
  'replay-alerts': ['ticks'],
  'event-study': [],
  'verify-evidence': [],
};
const COMMANDS = Object.keys(ARGUMENTS) as readonly CommandName[];
const ALL_ARGUMENTS = [...new Set(Object.values(ARGUMENTS).flat())];

export type HeadlessReading =
  | { readonly ok: true; readonly command: HeadlessCommand | null }
  /** `message` is one line without the program's name. */
  | { readonly ok: false; readonly message: string };

/**
 * Reads the command among the values of a command line; there may be none.
 *
 * @param values - what stands behind each option, empty for a plain switch
 * @param cwd - folder that relative paths start from
 */
export function readHeadlessCommand(
  values: ReadonlyMap<string, string>,
  cwd: string,
): HeadlessReading {
  const [name, second] = COMMANDS.filter((command) => values.has(command));
  if (name && second) return refuse(`--${name} and --${second} exclude each other`);
  const stray = ALL_ARGUMENTS.find(
    (argument) => values.has(argument) && !(name && ARGUMENTS[name].includes(argument)),
  );
  if (stray) return refuse(`--${stray} belongs to ${ownersOf(stray)}`);
  if (!name) return { ok: true, command: null };
  const missing = missingArgument(name, values);
  if (missing) return refuse(`--${name} needs --${missing}`);
  return { ok: true, command: build(name, values, cwd) };
}

function missingArgument(
  name: CommandName,
  values: ReadonlyMap<string, string>,
): Argument | undefined {
  const needed: readonly Argument[] =
    name === 'export-watchlist' ? ['format'] : name === 'replay-alerts' ? ['ticks'] : [];
  return needed.find((argument) => !values.has(argument));
}

function build(
  name: CommandName,
  values: ReadonlyMap<string, string>,
  cwd: string,
): HeadlessCommand {
  const value = values.get(name) ?? '';
  const text = (argument: Argument): string | null => values.get(argument) ?? null;
  switch (name) {
    case 'import-watchlist':
      return {
        kind: name,
        file: resolve(cwd, value),
        format: text('format'),
        name: text('name'),
        dryRun: values.has('dry-run'),
      };
    case 'export-watchlist': {
      const out = text('out');
      return {
        kind: name,
        name: value,
        format: text('format') ?? '',
        out: out === null ? null : resolve(cwd, out),
      };
    }
    case 'replay-alerts':
      return { kind: name, rules: resolve(cwd, value), ticks: resolve(cwd, text('ticks') ?? '') };
    case 'event-study':
      return { kind: name, spec: resolve(cwd, value) };
    case 'verify-evidence':
      return { kind: name, file: resolve(cwd, value) };
  }
}

function ownersOf(argument: Argument): string {
  return COMMANDS.filter((command) => ARGUMENTS[command].includes(argument))
    .map((command) => `--${command}`)
    .join(' and ');
}

function refuse(message: string): HeadlessReading {
  return { ok: false, message };
}
