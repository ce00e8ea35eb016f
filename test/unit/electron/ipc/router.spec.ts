import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { type AnyHandlers, IpcRouter } from '../../../../electron/ipc/router';
import { channelOf, type Contract, invoke, push } from '../../../../src/shared/ipc/build';
import { contract } from '../../../../src/shared/ipc/contract';
import { IPC_ERROR_CODES } from '../../../../src/shared/ipc/envelope';
import { FakeIpc, PAGE_FRAME } from './fake-ipc';

const SMALL: Contract = {
  sum: {
    add: invoke(z.strictObject({ a: z.int(), b: z.int() }))<number>(),
    zero: invoke(z.undefined())<number>(),
    onAdded: push<number>(),
  },
};

let ipc: FakeIpc;
let logged: string[];
let asked: unknown[];

function startRouter(handlers: AnyHandlers, from: Contract = SMALL): IpcRouter {
  const log = { error: (message: string) => void logged.push(message) };
  const router = new IpcRouter({
    ...{ ipc: ipc as never, contract: from, handlers, log },
    pageOrigin: 'app://tapeout',
  });
  router.start();
  return router;
}

const HANDLERS: AnyHandlers = {
  sum: {
    add: (args: { a: number; b: number }) => {
      asked.push(args);
      return args.a + args.b;
    },
    zero: async () => 0,
  },
};

beforeEach(() => {
  ipc = new FakeIpc();
  logged = [];
  asked = [];
});

describe('IpcRouter', () => {
  it('opens a channel for each question and for nothing else', () => {
    startRouter(HANDLERS);
    expect([...ipc.listeners.keys()]).toEqual(['tapeout:sum.add', 'tapeout:sum.zero']);
  });

  it('answers with the value in an envelope, now or later', async () => {
    startRouter(HANDLERS);
    expect(await ipc.ask('tapeout:sum.add', [{ a: 1, b: 2 }])).toEqual({ ok: true, value: 3 });
    expect(await ipc.ask('tapeout:sum.zero', [undefined])).toEqual({ ok: true, value: 0 });
    expect(await ipc.ask('tapeout:sum.zero', [])).toEqual({ ok: true, value: 0 });
  });

  it('does not start where nobody answers a question', () => {
    expect(() => startRouter({ sum: { zero: () => 0 } })).toThrow('nobody answers sum.add');
  });

  it.each([
    ['another origin', { url: 'https://example.com/', parent: null }],
    ['an origin that begins like ours', { url: 'app://tapeout.example/', parent: null }],
    ['a frame in the page', { url: 'app://tapeout/index.html', parent: PAGE_FRAME }],
    ['a frame that is gone', null],
  ])('refuses %s before it looks at the arguments', async (_name, frame) => {
    startRouter(HANDLERS);
    expect(await ipc.ask('tapeout:sum.add', [{ a: 1, b: 2 }], frame)).toEqual({
      ok: false,
      error: { code: 'forbidden-sender', message: 'sum.add', details: null },
    });
    expect(asked).toEqual([]);
    expect(logged).toEqual(['ipc: sum.add refused: forbidden-sender']);
  });

  it.each<[unknown[], string]>([
    [[], 'argument: invalid_type'],
    [[null], 'argument: invalid_type'],
    [[{ a: 1 }], 'b: invalid_type'],
    [[{ a: 1, b: '2' }], 'b: invalid_type'],
    [[{ a: 1, b: 2, c: 3 }], 'argument: unrecognized_keys'],
    [[{ a: 0.5, b: Number.NaN }], 'a: invalid_type; b: invalid_type'],
    [[{ a: 1, b: 2 }, 'more'], 'more than one argument'],
  ])('refuses the arguments %j', async (args, details) => {
    startRouter(HANDLERS);
    expect(await ipc.ask('tapeout:sum.add', args)).toEqual({
      ok: false,
      error: { code: 'bad-arguments', message: 'sum.add', details },
    });
    expect(asked).toEqual([]);
  });

  it('logs what was wrong, never the values', async () => {
    startRouter(HANDLERS);
    await ipc.ask('tapeout:sum.add', [{ a: 'secret', b: 2 }]);
    expect(logged).toEqual(['ipc: sum.add refused: bad-arguments: a: invalid_type']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('/home/ann/x');
      },
    ],
    ['rejects', () => Promise.reject(new Error('/home/ann/x'))],
    [
      'throws no error',
      () => {
        throw 'odd';
      },
    ],
  ])('answers `internal` and tells the log only, where a handler %s', async (_name, zero) => {
    startRouter({ sum: { ...HANDLERS['sum'], zero } });
    expect(await ipc.ask('tapeout:sum.zero', [])).toEqual({
      ok: false,
      error: { code: 'internal', message: 'sum.zero', details: null },
    });
    expect(logged).toEqual(['ipc: sum.zero failed']);
  });

  it('answers `not-ready` once it is disposed of', async () => {
    startRouter(HANDLERS).dispose();
    expect(await ipc.ask('tapeout:sum.add', [{ a: 1, b: 2 }])).toEqual({
      ok: false,
      error: { code: 'not-ready', message: 'sum.add', details: null },
    });
    expect(asked).toEqual([]);
  });
});

/** Anything that a structured clone can hold, poisoned objects included. */
const anything = fc.oneof(
  fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBigInt: true,
  }),
  fc.dictionary(
    fc.constantFrom(
      'itemId',
      'sectionId',
      'position',
      'symbol',
      'name',
      'id',
      'link',
      'sourceIndex',
    ),
    fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null), fc.object()),
  ),
  fc.constantFrom(
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"sectionId":1,"__proto__":{"polluted":true}}'),
    { constructor: { prototype: { polluted: true } } },
  ),
);

/** Every question of the real contract, with handlers that only note that they were asked. */
const questions = Object.entries(contract).flatMap(([group, calls]) =>
  Object.entries(calls).flatMap(([name, call]) =>
    call.kind === 'invoke' ? [{ group, name, schema: call.args }] : [],
  ),
);

describe.each(questions)('$group.$name', ({ group, name, schema }) => {
  it('answers a thousand odd questions with a value or a typed error', async () => {
    const reached: unknown[] = [];
    const handlers: Record<string, Record<string, (args: unknown) => unknown>> = {};
    for (const question of questions) {
      (handlers[question.group] ??= {})[question.name] = (args) => {
        reached.push(args);
        if (Math.random() < 0.5) throw new Error('handler failed');
        return null;
      };
    }
    startRouter(handlers as AnyHandlers, contract);
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 2 }), async (args) => {
        reached.length = 0;
        const answer = await ipc.ask(channelOf(group, name), args);
        if (!answer.ok) expect(IPC_ERROR_CODES).toContain(answer.error.code);
        for (const each of reached) expect(schema.safeParse(each).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
