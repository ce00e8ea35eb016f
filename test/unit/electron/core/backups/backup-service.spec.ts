import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { BackupService } from '../../../../../electron/core/backups/backup-service';
import type {
  BackupStore,
  Candidate,
} from '../../../../../electron/core/backups/backup-store-port';
import { Signal } from '../../../../../electron/core/events/signal';
import type { Backup } from '../../../../../src/shared/domain/backup/backup';
import type { RestoreResult } from '../../../../../src/shared/ipc/backups-contract';

const HOUR_MS = 3_600_000;
const CONTENT = { bytes: 1, lists: 2, items: 3, changedAt: 4 };

let backups: Backup[];
let happened: string[];
let told: (readonly Backup[])[];
let waiting: { readonly delayMs: number; readonly task: () => void }[];
let now: number;
let fault: 'disk-full' | null;
let broken: Error | null;
let candidate: Candidate;
let service: BackupService;

const store: BackupStore = {
  list: () => backups,
  take: (reason, takenAt) => {
    if (broken) throw broken;
    happened.push(`take ${reason}`);
    if (fault === null) backups = [{ takenAt, reason, bytes: 1 }, ...backups];
    return fault;
  },
  remove: (takenAt) => {
    backups = backups.filter((backup) => backup.takenAt !== takenAt);
  },
  dropDaily: (keep) => void happened.push(`drop to ${keep}`),
  exportTo: async (path) => {
    happened.push(`export ${path}`);
    return fault;
  },
  prepare: async (from) => {
    happened.push(`prepare ${'path' in from ? from.path : from.takenAt}`);
    return candidate;
  },
  accept: () => {
    happened.push('accept');
    return fault;
  },
  discard: () => void happened.push('discard'),
};

/** Lets what waits run, one after the other, for so long. */
function pass(ms: number): void {
  const until = now + ms;
  for (;;) {
    const next = waiting.shift();
    if (!next || now + next.delayMs > until) {
      if (next) waiting.unshift({ ...next, delayMs: next.delayMs - (until - now) });
      now = until;
      return;
    }
    now += next.delayMs;
    next.task();
  }
}

beforeEach(() => {
  backups = [];
  happened = [];
  told = [];
  waiting = [];
  now = 1_000_000 * HOUR_MS;
  [fault, broken] = [null, null];
  candidate = { ok: true, content: CONTENT };
  const changed = new Signal<readonly Backup[]>((error) => {
    throw error;
  });
  changed.subscribe((all) => told.push(all));
  service = new BackupService({
    ...{ store, changed, now: () => now },
    scheduler: {
      after: (delayMs, task) => {
        const entry = { delayMs, task };
        waiting.push(entry);
        return () => void (waiting = waiting.filter((each) => each !== entry));
      },
    },
    restart: () => void happened.push('restart'),
    report: (message, cause) => void happened.push(`report ${message} ${String(cause ?? '')}`),
  });
  service.start();
  happened = [];
});

describe('the daily backup', () => {
  it('is taken once a day, also over sleep, and the oldest goes after it', () => {
    pass(30_000);
    expect(happened).toEqual([]);
    pass(30_000);
    expect(happened).toEqual(['take daily', 'drop to 7']);
    pass(23 * HOUR_MS);
    expect(happened).toHaveLength(2);
    pass(2 * HOUR_MS);
    expect(happened).toHaveLength(4);
    expect(told).toHaveLength(2);
    pass(10 * 24 * HOUR_MS);
    expect(happened.filter((line) => line === 'take daily')).toHaveLength(12);
  });

  it('is not taken where one of today is there, but other kinds do not count', () => {
    backups = [
      { takenAt: now - HOUR_MS, reason: 'asked', bytes: 1 },
      { takenAt: now - 2 * HOUR_MS, reason: 'daily', bytes: 1 },
    ];
    pass(HOUR_MS);
    expect(happened).toEqual([]);
    backups = backups.slice(0, 1);
    pass(HOUR_MS);
    expect(happened[0]).toBe('take daily');
  });

  it('is taken where the last one lies in a future that a wrong clock made', () => {
    backups = [{ takenAt: now + 48 * HOUR_MS, reason: 'daily', bytes: 1 }];
    pass(HOUR_MS);
    expect(happened[0]).toBe('take daily');
  });

  it('costs no older one where it fails, and is tried again in an hour', () => {
    fault = 'disk-full';
    pass(60_000);
    broken = new Error('malformed');
    pass(HOUR_MS);
    [fault, broken] = [null, null];
    pass(HOUR_MS);
    expect(happened).toEqual([
      ...['take daily', 'report no daily backup: disk-full '],
      'report no daily backup Error: malformed',
      ...['take daily', 'drop to 7'],
    ]);
  });

  it('is called off at the end', () => {
    service.dispose();
    expect(waiting).toEqual([]);
  });
});

describe('backups on demand', () => {
  it('are taken and removed', () => {
    expect(service.backUpNow()).toEqual({
      ...{ ok: true, backups: [{ takenAt: now, reason: 'asked', bytes: 1 }] },
    });
    expect(service.remove({ takenAt: now })).toEqual([]);
    expect(told).toHaveLength(2);
    fault = 'disk-full';
    expect(service.backUpNow()).toEqual({ ok: false, reason: 'disk-full' });
  });

  it('are written where the user wants them', async () => {
    expect(await service.exportTo('/x')).toBeNull();
    expect(happened).toEqual(['export /x']);
  });
});

describe('a restore', () => {
  it('answers in the form of the contract', () => {
    expectTypeOf<Awaited<ReturnType<BackupService['restore']>>>().toEqualTypeOf<RestoreResult>();
  });

  it('starts the app anew after its answer', async () => {
    expect(await service.restore({ takenAt: 7 })).toEqual({ ok: true });
    expect(happened).toEqual(['prepare 7', 'accept']);
    // The daily check waits for longer.
    waiting.sort((one, other) => one.delayMs - other.delayMs);
    pass(1_000);
    expect(happened).toEqual(['prepare 7', 'accept', 'restart']);
  });

  it.each(['unknown-backup', 'damaged', 'newer-version'] as const)(
    'says why it cannot be: %s',
    async (reason) => {
      candidate = { ok: false, reason };
      expect(await service.restore({ takenAt: 7 })).toEqual({ ok: false, reason });
      expect(happened).toEqual(['prepare 7']);
    },
  );

  it('does not restart where the last step fails', async () => {
    fault = 'disk-full';
    expect(await service.restore({ takenAt: 7 })).toEqual({ ok: false, reason: 'disk-full' });
    pass(1_000);
    expect(happened).not.toContain('restart');
  });
});

describe('a file', () => {
  it('is checked, waits for a word, and is taken once', async () => {
    expect(await service.openImport('/x')).toEqual({ ok: true, importId: 1, content: CONTENT });
    expect(service.commitImport({ importId: 9 })).toEqual({ ok: false, reason: 'unknown-backup' });
    expect(service.commitImport({ importId: 1 })).toEqual({ ok: true });
    expect(service.commitImport({ importId: 1 })).toEqual({ ok: false, reason: 'unknown-backup' });
    expect(happened).toEqual(['prepare /x', 'accept']);
  });

  it('can be turned down, or give way to another one', async () => {
    await service.openImport('/x');
    service.cancelImport({ importId: 9 });
    expect(happened).not.toContain('discard');
    service.cancelImport({ importId: 1 });
    expect(happened).toContain('discard');
    await service.openImport('/y');
    await service.restore({ takenAt: 7 });
    expect(service.commitImport({ importId: 2 })).toEqual({ ok: false, reason: 'unknown-backup' });
  });

  it('is refused with the reason', async () => {
    candidate = { ok: false, reason: 'not-ours' };
    expect(await service.openImport('/x')).toEqual({ ok: false, reason: 'not-ours' });
    candidate = { ok: false, reason: 'unknown-backup' };
    expect(await service.openImport('/x')).toEqual({ ok: false, reason: 'not-readable' });
  });
});
