/** One option of the command line. `value` is null for a plain switch. */
interface OptionSpec {
  readonly name: string;
  /** How the help calls the value. */
  readonly value: string | null;
  readonly help: string;
}

/** Everything that the command line knows, in the order of the help. */
export const OPTIONS = [
  { name: 'bars-folder', value: 'DIR', help: 'read daily bars from the CSV files in DIR' },
  { name: 'offline', value: null, help: 'show the simulated market' },
  { name: 'no-network', value: null, help: 'ask no price source on the network' },
  { name: 'user-data', value: 'DIR', help: 'keep settings, lists and bars in DIR' },
  { name: 'symbol', value: 'SYMBOL', help: 'chart this instrument, for example XNAS:NVDA' },
  { name: 'interval', value: 'INTERVAL', help: 'length of a bar: 1m 5m 15m 30m 1h 4h D W M' },
  {
    name: 'range',
    value: 'FROM..TO',
    help: 'show these dates, for example 2016-01-01..2016-12-31',
  },
  { name: 'locale', value: 'en|zh-CN', help: 'language of the interface' },
  { name: 'theme', value: 'dark|light', help: 'colours of the interface' },
  {
    name: 'screenshot',
    value: 'FILE',
    help: 'write the window to FILE as PNG, print one line of JSON and exit',
  },
  {
    name: 'resolve',
    value: 'TEXT',
    help: 'print what a symbol can mean as one line of JSON and exit',
  },
  {
    name: 'sessions',
    value: 'MIC:DATE',
    help: 'print the hours of XHKG:2021-12-31 in UTC as JSON and exit',
  },
  {
    name: 'hidden',
    value: null,
    help: 'start in the tray, without a window',
  },
  {
    name: 'import-watchlist',
    value: 'FILE',
    help: 'add a list from FILE, print one line of JSON and exit',
  },
  {
    name: 'export-watchlist',
    value: 'NAME',
    help: 'write the list NAME in --format, print one line and exit',
  },
  {
    name: 'format',
    value: 'FORMAT',
    help: 'format of the list file; an import tells it itself',
  },
  { name: 'name', value: 'NAME', help: 'name of the imported list, in place of its own' },
  { name: 'dry-run', value: null, help: 'import nothing, only say what would be imported' },
  { name: 'out', value: 'FILE', help: 'where the exported list is written' },
  {
    name: 'replay-alerts',
    value: 'RULES.json',
    help: 'run alert rules over --ticks, print the firings and exit',
  },
  { name: 'ticks', value: 'TICKS.csv', help: 'columns time, id, price, volume' },
  {
    name: 'event-study',
    value: 'SPEC.json',
    help: 'print the statistics of an event study as JSON and exit',
  },
  {
    name: 'verify-evidence',
    value: 'FILE',
    help: 'compute an evidence bundle again and compare, then exit',
  },
  { name: 'help', value: null, help: 'print this help and exit' },
  { name: 'version', value: null, help: 'print the version and exit' },
] as const satisfies readonly OptionSpec[];

export type OptionName = (typeof OPTIONS)[number]['name'];

/** The text of `--help`, with a newline at its end. */
export function helpText(): string {
  const left = (option: OptionSpec): string =>
    option.value === null ? `--${option.name}` : `--${option.name} ${option.value}`;
  const width = Math.max(...OPTIONS.map((option) => left(option).length));
  return [
    'Usage: tapeout [options] [LIST.tapeout.json]',
    '',
    'Candlestick charts beside a sourced timeline of the chips that large companies',
    'build for themselves.',
    '',
    'Options:',
    ...OPTIONS.map((option) => `  ${left(option).padEnd(width)}  ${option.help}`),
    '',
    'A value may also follow an equals sign: --symbol=XNAS:NVDA.',
    '',
    'Exit codes: 0 done, 1 failed, 2 wrong command line,',
    '3 --screenshot while another Tapeout uses the same user data.',
    '',
  ].join('\n');
}
