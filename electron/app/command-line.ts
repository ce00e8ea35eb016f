import {
  type CalendarDate,
  type DateRange,
  isCalendarDate,
} from '../../src/shared/domain/calendar/calendar-date';
import { CHART_INTERVALS, type ChartInterval } from '../../src/shared/domain/candle/interval';
import { readChartInterval } from '../../src/shared/domain/candle/interval-text';
import { type Locale, LOCALES } from '../../src/shared/domain/settings/settings';
import { type OptionName, OPTIONS } from './command-line-options';
import { type HeadlessCommand, readHeadlessCommand } from './headless-command';

/** What the user asked for, as written: paths may be relative, the symbol is not resolved yet. */
export interface CommandLine {
  readonly barsFolder: string | null;
  readonly offline: boolean;
  /** False where no source on the network is to be asked. */
  readonly network: boolean;
  readonly userData: string | null;
  readonly symbol: string | null;
  readonly interval: ChartInterval | null;
  readonly range: DateRange | null;
  readonly locale: Locale | null;
  readonly theme: 'dark' | 'light' | null;
  readonly screenshot: string | null;
  /** Start in the tray. */
  readonly hidden: boolean;
  /** A list that the system opens with the app. */
  readonly listFile: string | null;
}

export type ParsedCommandLine =
  | { readonly kind: 'run'; readonly options: CommandLine }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** What can this spelling mean? */
  | { readonly kind: 'resolve'; readonly text: string }
  /** When does this exchange trade on that day? The date exists; the exchange is not looked up yet. */
  | { readonly kind: 'sessions'; readonly mic: string; readonly date: CalendarDate }
  /** Something done without a window, on the user data of `userData`. */
  | {
      readonly kind: 'headless';
      readonly command: HeadlessCommand;
      /** As written; null for the usual place. */
      readonly userData: string | null;
    }
  /** `message` is one line without the program's name. */
  | { readonly kind: 'refused'; readonly message: string };

/** Carries the message of a refusal out of the readers below. */
class Refusal extends Error {}

/** How the files end that the system may open the app with. */
const LIST_FILE = /\.tapeout\.json$/i;

/**
 * Reads the app's own arguments; looks at nothing outside them. `--help` and `--version` are
 * answered even beside a mistake.
 *
 * @param cwd - folder that the paths of a headless command start from
 */
export function parseCommandLine(args: readonly string[], cwd: string): ParsedCommandLine {
  if (args.includes('--help')) return { kind: 'help' };
  if (args.includes('--version')) return { kind: 'version' };
  try {
    const { values, listFile } = collectValues(args);
    const options = readOptions(values, listFile);
    return readQuestion(values) ?? readHeadless(values, cwd) ?? { kind: 'run', options };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

type Option = (typeof OPTIONS)[number];
type Values = ReadonlyMap<OptionName, string>;

function collectValues(args: readonly string[]): {
  readonly values: Values;
  readonly listFile: string | null;
} {
  const values = new Map<OptionName, string>();
  const waiting = [...args];
  let listFile: string | null = null;
  for (let argument = waiting.shift(); argument !== undefined; argument = waiting.shift()) {
    if (!argument.startsWith('-') && LIST_FILE.test(argument)) {
      if (listFile !== null) throw new Refusal('only one list can be opened at a time');
      listFile = argument;
      continue;
    }
    const [, name = '', attached] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const option = OPTIONS.find((known) => known.name === name);
    if (!option) throw new Refusal(unknownArgument(argument));
    if (values.has(option.name)) throw new Refusal(`--${option.name} is given twice`);
    values.set(option.name, takeValue(option, attached, waiting));
  }
  return { values, listFile };
}

/** @param waiting - the arguments behind the option; loses the first where that is the value */
function takeValue(option: Option, attached: string | undefined, waiting: string[]): string {
  if (option.value === null) {
    if (attached !== undefined) throw new Refusal(`--${option.name} takes no value`);
    return '';
  }
  const next = waiting[0]?.startsWith('--') ? undefined : waiting[0];
  const value = attached ?? next;
  if (!value) throw new Refusal(`--${option.name} needs a value: ${option.value}`);
  if (attached === undefined) waiting.shift();
  return value;
}

function unknownArgument(argument: string): string {
  return argument.startsWith('-')
    ? `unknown option ${quoted(argument)}; --help lists all`
    : `unexpected argument ${quoted(argument)}`;
}

function readOptions(values: Values, listFile: string | null): CommandLine {
  if (values.has('offline') && values.has('bars-folder')) {
    throw new Refusal('--offline and --bars-folder exclude each other');
  }
  return {
    barsFolder: values.get('bars-folder') ?? null,
    offline: values.has('offline'),
    network: !values.has('no-network'),
    userData: values.get('user-data') ?? null,
    symbol: values.get('symbol') ?? null,
    interval: readInterval(values.get('interval')),
    range: readRange(values.get('range')),
    locale: readChoice('locale', values.get('locale'), LOCALES),
    theme: readChoice('theme', values.get('theme'), ['dark', 'light'] as const),
    screenshot: values.get('screenshot') ?? null,
    hidden: values.has('hidden'),
    listFile,
  };
}

/** What is answered without a window; null where nothing is asked. */
function readQuestion(values: Values): ParsedCommandLine | null {
  const text = values.get('resolve');
  const day = values.get('sessions');
  if (text !== undefined && day !== undefined) {
    throw new Refusal('--resolve and --sessions exclude each other');
  }
  if (text !== undefined) return { kind: 'resolve', text };
  return day === undefined ? null : readExchangeDay(day);
}

function readHeadless(values: Values, cwd: string): ParsedCommandLine | null {
  const reading = readHeadlessCommand(values, cwd);
  if (!reading.ok) throw new Refusal(reading.message);
  const { command } = reading;
  return command && { kind: 'headless', command, userData: values.get('user-data') ?? null };
}

function readExchangeDay(value: string): ParsedCommandLine {
  const [, mic = '', date = ''] = /^([A-Za-z0-9]+):(\d{4}-\d{2}-\d{2})$/.exec(value) ?? [];
  if (isCalendarDate(date)) return { kind: 'sessions', mic: mic.toUpperCase(), date };
  throw new Refusal(
    `--sessions must be an exchange and a date, XHKG:2021-12-31, not ${quoted(value)}`,
  );
}

function readChoice<Choice extends string>(
  name: OptionName,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | null {
  if (value === undefined) return null;
  const choice = choices.find((known) => known === value);
  if (choice) return choice;
  throw new Refusal(`--${name} must be ${choices.join(' or ')}, not ${quoted(value)}`);
}

function readInterval(value: string | undefined): ChartInterval | null {
  if (value === undefined) return null;
  const interval = readChartInterval(value);
  if (interval) return interval;
  throw new Refusal(`--interval must be one of ${CHART_INTERVALS.join(' ')}, not ${quoted(value)}`);
}

function readRange(value: string | undefined): DateRange | null {
  if (value === undefined) return null;
  const [from = '', to = '', ...more] = value.split('..');
  if (more.length > 0 || !isCalendarDate(from) || !isCalendarDate(to)) {
    throw new Refusal(`--range must be two dates, 2016-01-01..2016-12-31, not ${quoted(value)}`);
  }
  if (from > to) throw new Refusal(`--range ends before it begins: ${quoted(value)}`);
  return { from, to };
}

/** What the user wrote, on one line whatever it holds. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
