import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isCalendarDate, weekdayOf } from '../../../src/shared/domain/calendar/calendar-date';
import type {
  ExchangeEntry,
  ExchangesFile,
  HolidayYear,
} from '../../../src/shared/domain/calendar/exchanges-file';

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const DATA = '../../../assets/exchanges/exchanges.json';
const file = readJson(DATA) as ExchangesFile;
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
  readJson('../../../assets/exchanges/schema/exchanges.schema.json') as object,
);

describe('the schema', () => {
  it('accepts the file', () => {
    expect([validate(file), validate.errors]).toEqual([true, null]);
  });

  // The control: a schema that lets these pass would guard nothing.
  it.each<[string, (broken: Broken) => void]>([
    ['no exchange', (broken) => (broken['exchanges'] = [])],
    ['another version', (broken) => (broken['version'] = 2)],
    ['an unknown key', (broken) => (first(broken)['colour'] = 'blue')],
    ['a missing time zone', (broken) => delete first(broken)['timezone']],
    ['a zone that is an offset', (broken) => (first(broken)['timezone'] = 'UTC+8')],
    ['a MIC of five letters', (broken) => (first(broken)['mic'] = 'NASDQ')],
    ['a currency in words', (broken) => (first(broken)['currency'] = 'Dollar')],
    ['no trading hours', (broken) => (part(broken, 'sessions')['regular'] = [])],
    [
      'hours without a close',
      (broken) => (part(broken, 'sessions')['regular'] = [{ open: '09:30' }]),
    ],
    ['the twenty-fifth hour', (broken) => (part(broken, 'sessions')['earlyClose'] = '25:00')],
    ['a date of another form', (broken) => (year(broken)['closed'] = [named('1 January 2026')])],
    ['a day without a name or a null', (broken) => (year(broken)['closed'] = ['2026-01-01'])],
    [
      'a day closed twice',
      (broken) => (year(broken)['closed'] = [named('2026-01-01'), named('2026-01-01')]),
    ],
    ['a half day without its close', (broken) => (year(broken)['early'] = [named('2026-12-24')])],
    [
      'a late day without its open',
      (broken) => (year(broken)['late'] = [{ ...named('2026-01-02'), close: null }]),
    ],
    ['no venues', (broken) => delete broken['venues']],
    ['a venue without days', (broken) => (venue(broken)['weekdays'] = [])],
    ['a venue with an eighth day', (broken) => (venue(broken)['weekdays'] = [1, 7])],
    ['a venue that looks like a MIC', (broken) => (venue(broken)['code'] = 'XNAS')],
    ['days of nobody knows where', (broken) => delete year(broken)['status']],
    ['days of its own and of another', (broken) => (part(broken, 'holidays')['sameAs'] = 'XNYS')],
    [
      'a single day without a source',
      (broken) => delete (part(broken, 'holidays')['singleDays'] as Broken[])[0]?.['source'],
    ],
    ['no provider codes', (broken) => delete first(broken)['codes']],
    [
      'a suffix without its dot',
      (broken) =>
        (part(broken, 'codes')['yahoo'] = {
          suffix: 'HK',
          exchangeCodes: ['HKG'],
          delayMinutes: 15,
        }),
    ],
  ])('refuses a file with %s', (_fault, damage) => {
    const broken = structuredClone(file) as unknown as Broken;
    damage(broken);
    expect(validate(broken)).toBe(false);
  });
});

describe('the exchanges', () => {
  it('are twenty with MICs of their own', () => {
    const mics = file.exchanges.flatMap(({ mic, segmentMics }) => [mic, ...segmentMics]);
    expect(file.exchanges).toHaveLength(20);
    expect(new Set(mics).size).toBe(mics.length);
  });

  it.each(file.exchanges.map((entry) => [entry.mic, entry] as const))(
    '%s: zone, hours and days make sense',
    (_mic, entry) => {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: entry.timezone })).not.toThrow();
      expect(faultsOf(entry)).toEqual([]);
    },
  );

  it.each(
    file.exchanges.flatMap(({ mic, holidays }) =>
      holidays.sameAs ? [[mic, holidays.sameAs]] : [],
    ),
  )('%s keeps the days of %s, which has its own', (mic, lender) => {
    const source = file.exchanges.find((entry) => entry.mic === lender);
    expect(source?.mic).not.toBe(mic);
    expect(source?.holidays.sameAs).toBeNull();
  });

  it('stand beside venues that have no MIC', () => {
    expect(file.venues.map(({ code, timezone, weekdays }) => [code, timezone, weekdays])).toEqual([
      ['BINANCE', 'UTC', [0, 1, 2, 3, 4, 5, 6]],
      ['BITGET', 'UTC', [0, 1, 2, 3, 4, 5, 6]],
      ['CRYPTO', 'UTC', [0, 1, 2, 3, 4, 5, 6]],
      ['FOREX', 'UTC', [1, 2, 3, 4, 5]],
    ]);
  });

  it('have a name for every day of theirs', () => {
    const nameless = file.exchanges.flatMap(({ mic, holidays }) =>
      holidays.years.flatMap(({ closed, early, late }) =>
        [...closed, ...early, ...late].flatMap(({ date, reason }) =>
          reason === null ? [`${mic} ${date}`] : [],
        ),
      ),
    );
    expect(nameless).toEqual([]);
  });

  it('have codes that fit their patterns', () => {
    const examples: Record<string, string> = {
      XHKG: '02513',
      XSHG: '688256',
      XKRX: '005930',
      XTKS: '285A',
      XNAS: 'NVDA',
    };
    for (const [mic, code] of Object.entries(examples)) {
      const pattern = file.exchanges.find((entry) => entry.mic === mic)?.codes.codePattern;
      expect(code).toMatch(new RegExp(pattern ?? '^$'));
    }
  });
});

const FACTS = new URL('../../../../shared/facts/exchanges.json', import.meta.url);

describe.skipIf(!existsSync(FACTS))(
  'against the recorded facts (skipped where they are missing)',
  () => {
    it('no closure and no half day was lost, and none was added but the last sessions of Xetra', () => {
      const facts = JSON.parse(readFileSync(FACTS, 'utf8')) as { exchanges: FactEntry[] };
      for (const fact of facts.exchanges) {
        const entry = file.exchanges.find(({ mic }) => mic === fact.mic);
        const added = fact.mic === 'XETR' ? XETRA_LAST_SESSIONS : [];
        expect({ mic: fact.mic, days: daysOf(entry, factYears(fact)) }).toEqual({
          mic: fact.mic,
          days: [...factDays(fact), ...added].sort(),
        });
      }
    });
  },
);

/** Half days by Xetra's own trading calendar; the facts do not have them. */
const XETRA_LAST_SESSIONS = ['2025-12-30 14:00', '2026-12-30 14:00', '2027-12-30 14:00'];

type Broken = Record<string, unknown>;

function first(broken: Broken): Broken {
  return (broken['exchanges'] as Broken[])[0] as Broken;
}

function part(broken: Broken, name: string): Broken {
  return first(broken)[name] as Broken;
}

function year(broken: Broken): Broken {
  return (part(broken, 'holidays')['years'] as Broken[])[1] as Broken;
}

function venue(broken: Broken): Broken {
  return (broken['venues'] as Broken[])[0] as Broken;
}

function named(date: string): Broken {
  return { date, reason: 'made up for the test' };
}

/** What a schema cannot say. */
function faultsOf({ sessions, holidays }: ExchangeEntry): string[] {
  const faults: string[] = [];
  for (const regular of [sessions.regular, ...sessions.former.map((hours) => hours.regular)]) {
    const times = regular.flatMap(({ open, close }) => [open, close]);
    if (times.some((time, index) => index > 0 && time <= (times[index - 1] ?? ''))) {
      faults.push(`hours do not ascend: ${times.join(' ')}`);
    }
  }
  const former = sessions.former.map(({ until }) => until);
  if (former.join() !== [...former].sort().join()) faults.push('former hours are not in order');
  for (const { date } of holidays.singleDays) {
    if (!isCalendarDate(date)) faults.push(`${date} does not exist`);
    if (holidays.years.some(({ year: number }) => date.startsWith(`${number}-`))) {
      faults.push(`${date} belongs into its covered year`);
    }
  }
  return [...faults, ...holidays.years.flatMap(yearFaults)];
}

function yearFaults({ year: number, closed, early, late }: HolidayYear): string[] {
  const faults: string[] = [];
  const dates = [...closed, ...early, ...late].map(({ date }) => date);
  for (const date of dates) {
    if (!isCalendarDate(date)) faults.push(`${date} does not exist`);
    if (!date.startsWith(`${number}-`)) faults.push(`${date} is not in ${number}`);
    if (weekdayOf(date) % 6 === 0) faults.push(`${date} is on a weekend`);
  }
  if (new Set(dates).size < dates.length) faults.push(`${number}: a day stands twice`);
  for (const days of [closed, early, late].map((list) => list.map(({ date }) => date))) {
    if (days.join() !== [...days].sort().join()) faults.push(`${number}: not in order`);
  }
  return faults;
}

interface FactEntry {
  readonly id: string;
  readonly mic: string;
  readonly holidays: Record<string, FactYear | string> | null;
}

interface FactYear {
  readonly closed: readonly string[];
  readonly early?: readonly { readonly date: string; readonly close: string }[];
}

function factYears({ holidays }: FactEntry): readonly string[] {
  return Object.keys(holidays ?? {});
}

function factDays({ holidays }: FactEntry): string[] {
  return Object.values(holidays ?? {})
    .flatMap((days) =>
      typeof days === 'string' ? [] : [...days.closed, ...(days.early ?? []).map(halfDay)],
    )
    .sort();
}

/** Closures and half days of the given years. */
function daysOf(entry: ExchangeEntry | undefined, years: readonly string[]): string[] {
  return (entry?.holidays.years ?? [])
    .filter(({ year: number }) => years.includes(String(number)))
    .flatMap(({ closed, early }) => [...closed.map(({ date }) => date), ...early.map(halfDay)])
    .sort();
}

function halfDay({ date, close }: { readonly date: string; readonly close: string }): string {
  return `${date} ${close}`;
}
