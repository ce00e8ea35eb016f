import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListTextService } from '../../../../electron/core/transfer/list-text-service';
import type {
  ListAnswer,
  ListQuestion,
  ListSource,
} from '../../../../electron/core/transfer/list-text-reader-port';
import { ListProcessClient, type ListProcess } from '../../../../electron/ipc/list-process-client';
import { WRITTEN_LIST_FORMATS } from '../../../../src/shared/domain/formats/watchlist/list-format';
import { BuiltListProcess } from '../../../helpers/list-process';
import { anyList } from '../../shared/domain/formats/watchlist/arbitrary-list';
import {
  catalogue,
  resolver,
  spelling,
  write,
} from '../../shared/domain/formats/watchlist/list-context';
import { EXCHANGES } from '../../shared/domain/instrument/symbol-context';

const QUESTION: ListQuestion = { encoding: null, wish: {}, choices: new Map() };
const NEVER = new AbortController().signal;
const known = { codes: EXCHANGES, instruments: catalogue };

const here = new ListTextService({
  resolver: () => Promise.resolve(resolver),
  spelling: () => Promise.resolve(spelling),
  pause: () => Promise.resolve(),
});

let built: BuiltListProcess;
beforeAll(async () => {
  built = await BuiltListProcess.build();
});
afterAll(() => built.remove());

/** A client over real processes, with what it logged and how its processes ended. */
function world(fork: () => ListProcess = () => built.fork()) {
  const logged: string[] = [];
  const endings: Promise<number>[] = [];
  const client = new ListProcessClient({
    fork: () => {
      const process = fork();
      endings.push(new Promise((resolve) => process.onExit(resolve)));
      return process;
    },
    known: () => Promise.resolve(known),
    log: { error: (message) => logged.push(message) },
  });
  return { client, logged, endings };
}

const file = (fileName: string, text: string): ListSource => ({
  fileName,
  bytes: new TextEncoder().encode(text),
});

interface Sample {
  readonly what: string;
  readonly source: ListSource;
  readonly question?: ListQuestion;
}

const PASTED: Sample = {
  what: 'a pasted text',
  source: { fileName: null, text: 'NASDAQ:NVDA, 2513.HK, 2513, no such thing' },
};
const GBK = 'b4fac2eb2cb1b8d7a20a30303730302cccdad1b6bfd8b9c920780a';

const SAMPLES: readonly Sample[] = [
  PASTED,
  {
    what: 'a table',
    source: file('a.csv', `Symbol,Note\n${'NVDA,x\nXHKG:00700,腾讯\n'.repeat(40_000)}`),
  },
  {
    what: 'a quote that is never closed',
    source: file('b.csv', `Symbol,Note\nNVDA,"${'x\n'.repeat(300_000)}`),
  },
  {
    what: 'a broken list of Tapeout',
    source: file('c.tapeout.json', '{"format": "tapeout-watchlist", '),
  },
  {
    what: 'bytes that are no text',
    source: { fileName: 'd.csv', bytes: new Uint8Array(4000).map((_, at) => at % 9) },
  },
  {
    what: 'a text in another encoding',
    source: { fileName: 'e.csv', bytes: Uint8Array.from(Buffer.from(GBK, 'hex')) },
  },
  {
    what: 'what the user chose',
    source: file('f.csv', 'A;B\n2513;x\n'),
    question: {
      encoding: 'utf-8',
      wish: { format: 'csv', table: { separator: ';', columns: ['symbol', 'note'] } },
      choices: new Map([['2513', 'XHKG:02513' as const]]),
    },
  },
];

describe('a list that is read in a process of its own', () => {
  it.each(SAMPLES)('is what it is when it is read here: $what', async (sample) => {
    const { client, logged, endings } = world();
    const { source, question: asked = QUESTION } = sample;
    expect(await client.read(source, asked, NEVER)).toEqual(await here.read(source, asked, NEVER));
    await endings[0];
    expect(logged).toEqual([]);
  });

  it('is so in every form and with any content', async () => {
    const lists = fc.tuple(fc.constantFrom(...WRITTEN_LIST_FORMATS), anyList);
    const property = fc.asyncProperty(lists, async ([format, document]) => {
      const source: ListSource = { fileName: null, text: write(format, document).text };
      const asked = { ...QUESTION, wish: { format } };
      expect(await world().client.read(source, asked, NEVER)).toEqual(
        await here.read(source, asked, NEVER),
      );
    });
    await fc.assert(property, { numRuns: 12 });
  });
});

describe('the process of a reading', () => {
  const long = file('a.csv', `Symbol\n${'NVDA\n'.repeat(1_000_000)}`);

  it('ends as soon as nobody wants the reading any more', async () => {
    const stop = new AbortController();
    const { client, logged, endings } = world();
    const answer = client.read(long, QUESTION, stop.signal);
    await Promise.resolve();
    stop.abort();
    expect(await answer).toBeNull();
    await Promise.all(endings);
    expect(endings).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('is not started for a reading that was given up before', async () => {
    const stop = new AbortController();
    stop.abort();
    const { client, endings } = world();
    expect(await client.read(long, QUESTION, stop.signal)).toBeNull();
    expect(endings).toEqual([]);
  });

  it('may die for want of memory; the next reading is none the worse', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `{"symbol":"A${at}"}`).join(',');
    const json = file(
      'a.tapeout.json',
      `{"format":"tapeout-watchlist","version":1,"sections":[{"items":[${rows}]}]}`,
    );
    const poor = world(() => built.fork(['--max-old-space-size=24']));
    const small = await poor.client.read(PASTED.source, QUESTION, NEVER);
    expect(small?.result.ok).toBe(true);
    expect(await poor.client.read(json, QUESTION, NEVER)).toEqual({
      result: { ok: false, reason: 'broken-off', line: null, format: 'text', guesses: [] },
      encoding: null,
    });
    expect(poor.logged).toEqual([expect.stringMatching(/^list process ended with code -?\d+$/)]);
    expect(await poor.client.read(PASTED.source, QUESTION, NEVER)).toEqual(small);
  });

  it('may be ended by somebody else, also with half of the answer told', async () => {
    const whole = (await here.read(long, QUESTION, NEVER)) as ListAnswer;
    const reading = whole.result.ok ? whole.result.reading : null;
    const { client, logged } = world(() => {
      let exited: (code: number) => void = () => undefined;
      let heard: Parameters<ListProcess['onMessage']>[0] = () => undefined;
      return {
        onMessage: (listener) => void (heard = listener),
        onExit: (listener) => {
          const before = exited;
          exited = (code) => [before, listener].forEach((each) => each(code));
        },
        postMessage: () => {
          heard({ kind: 'rows', rows: reading?.rows.slice(0, 3) ?? [] });
          exited(137);
        },
        kill: () => undefined,
      };
    });
    const asked = { ...QUESTION, wish: { format: 'csv' as const } };
    expect(await client.read(long, asked, NEVER)).toMatchObject({
      result: { ok: false, reason: 'broken-off', format: 'csv' },
    });
    expect(logged).toEqual(['list process ended with code 137']);
  });
});
