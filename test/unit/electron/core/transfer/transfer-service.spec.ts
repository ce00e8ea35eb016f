import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ListTextService } from '../../../../../electron/core/transfer/list-text-service';
import { TransferService } from '../../../../../electron/core/transfer/transfer-service';
import type { ExchangesFile } from '../../../../../src/shared/domain/calendar/exchanges-file';
import type { ListPreview } from '../../../../../src/shared/domain/formats/watchlist/list-preview';
import { createListSpelling } from '../../../../../src/shared/domain/formats/watchlist/write/list-spelling';
import { readExchangeCodes } from '../../../../../src/shared/domain/instrument/exchange-codes';
import { createSymbolResolver } from '../../../../../src/shared/domain/instrument/resolve-symbol';
import type { DocumentResult } from '../../../../../src/shared/domain/watchlist/watchlist-answer';
import type {
  AlertDraft,
  WatchlistDocument,
} from '../../../../../src/shared/domain/watchlist/watchlist-document';
import { readAsset } from '../../../../helpers/announcement-set';

const CODES = readExchangeCodes(readAsset('exchanges/exchanges.json') as ExchangesFile);
const RESOLVER = createSymbolResolver(CODES, []);
const NAMES = { lists: { 'chip-race': 'The race' }, sections: {} } as never;

interface World {
  readonly service: TransferService;
  readonly taken: WatchlistDocument[];
  readonly drafts: AlertDraft[];
}

function world(answer?: Extract<DocumentResult, { ok: false }>): World {
  const taken: WatchlistDocument[] = [];
  const drafts: AlertDraft[] = [];
  const texts = new ListTextService({
    resolver: async () => RESOLVER,
    spelling: async () => createListSpelling(CODES, RESOLVER, []),
    pause: () => setImmediate(),
  });
  const service = new TransferService({
    ...{ reader: texts, texts },
    lists: {
      importDocument: ({ document }) => {
        if (answer) return answer;
        taken.push(document);
        const list = { id: 5, name: document.name, seed: null, sections: [] };
        const watchlists = { revision: 1, lists: [list], openListId: 5, starred: [] };
        const now = { watchlists, steps: { undo: null, redo: null } };
        return { ok: true, now, listId: 5, added: 1, merged: 0 };
      },
      exportDocument: (listId) => (listId === 5 ? { name: 'Chips', sections: [] } : null),
    },
    names: async () => NAMES,
    drafts: { keepDrafts: (more) => drafts.push(...more) },
  });
  return { service, taken, drafts };
}

const paste = (text: string) => ({ fileName: null, text });
const idOf = (preview: ListPreview | null): number => preview?.importId ?? 0;
const DECISION = { name: 'Chips', into: null, left: [], withAlerts: true };

describe('TransferService', () => {
  it('changes nothing before the user has decided', async () => {
    const { service, taken } = world();
    const preview = await service.open(paste('NASDAQ:NVDA, 2513.HK'));
    expect(preview?.reading?.rows.map(({ symbol }) => symbol)).toEqual(['XNAS:NVDA', 'XHKG:02513']);
    expect(taken).toEqual([]);
    const left = { ...DECISION, left: [0] };
    expect(await service.commit(idOf(preview), left)).toMatchObject({
      ok: true,
      listId: 5,
    });
    expect(taken[0]?.sections[0]?.items.map(({ symbol }) => symbol)).toEqual(['XHKG:02513']);
    expect(await service.commit(idOf(preview), DECISION)).toBeNull();
  });

  it('asks which one is meant and takes the answer', async () => {
    const { service } = world();
    const preview = await service.open(paste('2513'));
    const [row] = preview?.reading?.rows ?? [];
    expect(row?.verdict).toMatchObject({ kind: 'warning', warnings: [{ kind: 'ambiguous' }] });
    const choice = { written: row?.written ?? '', symbol: 'XHKG:02513' as const };
    const chosen = await service.correct(idOf(preview), { choice });
    expect(chosen?.reading?.rows[0]?.symbol).toBe('XHKG:02513');
    const back = await service.correct(idOf(preview), {
      choice: { ...choice, symbol: null },
    });
    expect(back?.reading?.rows[0]?.verdict.kind).toBe('warning');
  });

  it('ends a reading that another one overtakes, and says nothing of it', async () => {
    const { service } = world();
    const long = service.open(paste('NVDA '.repeat(100_000)));
    const short = await service.open(paste('NASDAQ:AMD'));
    expect(await long).toBeNull();
    expect(short?.reading?.rows).toHaveLength(1);
    service.cancel(idOf(short));
    expect(await service.correct(idOf(short), { format: 'csv' })).toBeNull();
  });

  it('does not take what is still being read', async () => {
    const { service } = world();
    const preview = await service.open(paste('NASDAQ:AMD'));
    const again = service.correct(idOf(preview), { format: 'tradingview' });
    expect(await service.commit(idOf(preview), DECISION)).toBeNull();
    expect((await again)?.format).toBe('tradingview');
  });

  it('keeps an import open that main refused, and makes no alerts of it', async () => {
    const { service, drafts } = world({ ok: false, reason: 'list-full' });
    const preview = await service.open(paste('NASDAQ:AMD'));
    const refused = { ok: false, reason: 'list-full' };
    expect(await service.commit(idOf(preview), DECISION)).toEqual(refused);
    expect(await service.commit(idOf(preview), DECISION)).toEqual(refused);
    const all = { ...DECISION, left: [0] };
    expect(await service.commit(idOf(preview), all)).toEqual({
      ok: false,
      reason: 'nothing',
    });
    expect(drafts).toEqual([]);
  });

  it('calls a list after its file, and says why a file is none', async () => {
    const { service } = world();
    const bytes = new TextEncoder().encode('###Chips,NASDAQ:NVDA');
    const named = await service.open({ fileName: 'In-house_a1b2c.txt', bytes });
    expect(named?.reading?.name).toBe('In-house');
    const broken = await service.open({
      fileName: 'x.tapeout.json',
      bytes: new TextEncoder().encode('{"format": '),
    });
    expect(broken).toMatchObject({ failure: { reason: expect.any(String) }, reading: null });
  });

  it('writes a list that is there', async () => {
    const { service } = world();
    expect((await service.write(5, 'tapeout'))?.name).toBe('Chips');
    expect(await service.write(6, 'tapeout')).toBeNull();
  });
});
