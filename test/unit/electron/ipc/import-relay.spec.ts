import { beforeEach, describe, expect, it } from 'vitest';
import { ImportRelay } from '../../../../electron/ipc/import-relay';
import type { ImportNews, ImportOrder } from '../../../../src/shared/ipc/imports-contract';

let orders: ImportOrder[];
let published: ImportNews[];
let imported: number;
let isRunning: boolean;
let relay: ImportRelay;

beforeEach(() => {
  [orders, published, imported, isRunning] = [[], [], 0, true];
  relay = new ImportRelay({
    gateway: {
      orderImport: (order) => {
        orders.push(order);
        return isRunning;
      },
    },
    market: { barsImported: () => imported++ },
    publish: (news) => void published.push(news),
  });
});

const done = (importId: number): ImportNews => ({
  ...{ kind: 'finished', importId },
  result: { ok: true, series: [], leftOutRows: 0 },
});

describe('ImportRelay', () => {
  it('numbers imports, and keeps the paths on this side', () => {
    expect(relay.open(['/a.csv'])).toBe(1);
    expect(relay.open(['/b.csv'])).toBe(2);
    expect(orders.at(-1)).toEqual({ kind: 'open', importId: 2, paths: ['/b.csv'] });
  });

  it('passes on only orders and news of the import that is open', () => {
    relay.open(['/a.csv']);
    const id = relay.open(['/b.csv']);
    relay.correct(1, 0, { included: false });
    relay.commit(1);
    relay.heard(done(1));
    expect(orders).toHaveLength(2);
    expect(published).toEqual([]);
    relay.correct(id, 3, { included: false });
    expect(orders.at(-1)).toEqual({
      ...{ kind: 'correct', importId: id, file: 3 },
      correction: { included: false },
    });
  });

  it('lets the market know once bars are in the store', () => {
    const id = relay.open(['/a.csv']);
    relay.heard({ kind: 'preview', importId: id, files: [] });
    expect(imported).toBe(0);
    relay.heard(done(id));
    expect(imported).toBe(1);
    expect(published.map(({ kind }) => kind)).toEqual(['preview', 'finished']);
  });

  it('says nothing of an import that the user cancelled', () => {
    const id = relay.open(['/a.csv']);
    relay.cancel(id);
    relay.heard({ kind: 'preview', importId: id, files: [] });
    expect(orders.at(-1)).toEqual({ kind: 'cancel', importId: id });
    expect(published).toEqual([]);
  });

  it('says that an import is lost with its process, and one that nobody can begin', () => {
    const lost = { ok: false, reason: 'process-ended', fileName: null };
    const first = relay.open(['/a.csv']);
    relay.dataStopped();
    relay.dataStopped();
    isRunning = false;
    const second = relay.open(['/a.csv']);
    expect(published).toEqual([
      { kind: 'finished', importId: first, result: lost },
      { kind: 'finished', importId: second, result: lost },
    ]);
  });
});
