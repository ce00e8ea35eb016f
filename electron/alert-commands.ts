import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { AlertRule } from '../src/shared/domain/alert/alert-rule';
import type { EngineFiring } from '../src/shared/domain/alert/engine/engine-firing';
import type { RuleLists } from '../src/shared/domain/alert/rule-lists';
import { readRulesFile, type RulesFileRow } from '../src/shared/domain/alert/rules-file';
import { readTicksHead, type TickLineReader } from '../src/shared/domain/alert/ticks-csv';
import { readExchangeCalendars } from '../src/shared/domain/calendar/read-exchange-calendars';
import { readExchangeCodes } from '../src/shared/domain/instrument/exchange-codes';
import { type InstrumentId, isInstrumentId } from '../src/shared/domain/instrument/instrument';
import { createSymbolResolver } from '../src/shared/domain/instrument/resolve-symbol';
import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';
import { AlertReplay } from './core/alerts/alert-replay';
import { ExchangeHours } from './core/alerts/exchange-hours';

type ReplayCommand = Extract<HeadlessCommand, { kind: 'replay-alerts' }>;

const EXIT_FAILED = 1;
/** A recording has no lists: whatever its name, a list is all of the recording. */
const ANY_LIST: Pick<RuleLists, 'find'> = { find: () => ({ ok: true, listId: 1 }) };
/** Lines that are named; the others are counted. */
const MOST_NAMED = 20;

/**
 * Runs the rules of a file over recorded trades and prints a line of JSON for each firing. A rule that
 * cannot be read ends it before it begins; a line that is no trade is left out, named and makes the
 * exit code 1.
 */
export async function replayAlerts(
  command: ReplayCommand,
  parts: Pick<HeadlessParts, 'loadInstruments' | 'loadExchanges'>,
): Promise<Ending> {
  const text = await read(command.rules);
  if (text === null) return failed([`the rules cannot be read: ${command.rules}`]);
  const file = readRulesFile(text, ANY_LIST);
  if (!file.ok) return failed([`the rules cannot be used: ${file.fault}`]);
  const refused = file.rows.flatMap((row) => (row.ok ? [] : [told(row)]));
  if (refused.length > 0) return failed(refused);
  const lines: string[] = [];
  const complaints = new Complaints();
  const fed = await feed(command.ticks, parts, file.rows.flatMap(ruleOf), {
    fired: (firing) => lines.push(lineOf(firing)),
    complain: (line, fault) => complaints.add(line, fault),
  });
  if (fed !== null) return failed([fed]);
  const stdout = lines.map((line) => `${line}\n`).join('');
  return { exitCode: complaints.isEmpty ? 0 : EXIT_FAILED, stdout, stderr: complaints.text() };
}

interface Listeners {
  readonly fired: (firing: EngineFiring) => void;
  readonly complain: (line: number, fault: string) => void;
}

/** @returns why nothing could be fed; null where it was */
async function feed(
  ticks: string,
  parts: Pick<HeadlessParts, 'loadInstruments' | 'loadExchanges'>,
  rules: readonly AlertRule[],
  { fired, complain }: Listeners,
): Promise<string | null> {
  const [instruments, exchanges] = await Promise.all([
    parts.loadInstruments(),
    parts.loadExchanges(),
  ]);
  const byId = new Map(instruments.map((each) => [each.id, each]));
  const instrument = (id: InstrumentId) => byId.get(id);
  const hours = new ExchangeHours(instrument);
  hours.use(readExchangeCalendars(exchanges));
  const replay = new AlertReplay({ rules, hours, instrument, fired });
  const resolver = createSymbolResolver(readExchangeCodes(exchanges), instruments);
  const resolved = new Map<string, InstrumentId | null>();
  const resolve = (id: string): InstrumentId | null => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const { candidates, ambiguous } = resolver.resolve(id);
    const meant = ambiguous ? null : (candidates[0]?.id ?? (isInstrumentId(id) ? id : null));
    const found = byId.has(id as InstrumentId) ? (id as InstrumentId) : meant;
    resolved.set(id, found);
    return found;
  };
  const input = createReadStream(ticks, 'utf8');
  let reader: TickLineReader | null = null;
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      if (reader === null) {
        const head = readTicksHead(line);
        if (!head.ok) return `the ticks have no column "${head.missing}"`;
        reader = head.read;
        continue;
      }
      const row = reader(line);
      const id = row.ok ? resolve(row.id) : null;
      if (!row.ok) complain(number, row.fault);
      else if (id === null) complain(number, 'unknown-id');
      else if (!replay.hear({ ...row, instrument: id })) complain(number, 'out-of-order');
    }
  } catch (error) {
    return `the ticks cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
  }
  return reader === null ? 'the ticks have no column "time"' : null;
}

/** Rules are numbered as they stand in the file, from 1. */
function ruleOf(row: RulesFileRow): readonly AlertRule[] {
  if (!row.ok) return [];
  const { draft, enabled, number } = row;
  const fresh = { revision: 1, ended: null, createdAt: 0, splits: [] };
  return [{ ...draft, ...fresh, id: number, enabled }];
}

function lineOf({ rule, instrument, at, before, after, readings }: EngineFiring): string {
  return JSON.stringify({
    time: new Date(at).toISOString(),
    symbol: instrument,
    rule: rule.id,
    ...(rule.note === '' ? {} : { note: rule.note }),
    price: after?.price ?? null,
    before: before && { time: new Date(before.at).toISOString(), price: before.price },
    conditions: rule.watch.conditions.map(({ op }, index) => {
      const reading = readings[index];
      const value = reading?.now.value ?? NaN;
      // JSON has no NaN: what is not known is null.
      return { op, before: reading?.before ?? null, value, ...levels(reading) };
    }),
  });
}

function levels(reading: EngineFiring['readings'][number] | undefined) {
  const { low = NaN, high = NaN } = reading?.now ?? {};
  return Number.isNaN(high) ? { level: low } : { low, high };
}

function told(row: Extract<RulesFileRow, { ok: false }>): string {
  const { fault, where } = row.fault;
  return `rule ${row.number}: ${fault}${where === '' ? '' : ` at ${where}`}`;
}

function failed(reasons: readonly string[]): Ending {
  const stderr = reasons.map((reason) => `tapeout: --replay-alerts: ${reason}\n`).join('');
  return { exitCode: EXIT_FAILED, stdout: '', stderr };
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** Lines that were left out, the first of them by number. */
class Complaints {
  private readonly named: string[] = [];
  private count = 0;

  get isEmpty(): boolean {
    return this.count === 0;
  }

  add(line: number, fault: string): void {
    this.count += 1;
    if (this.named.length < MOST_NAMED) this.named.push(`ticks line ${line}: ${fault}`);
  }

  text(): string {
    const more = this.count - this.named.length;
    const lines = more > 0 ? [...this.named, `and ${more} more lines`] : this.named;
    return lines.map((line) => `tapeout: --replay-alerts: ${line}\n`).join('');
  }
}
