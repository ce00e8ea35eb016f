import { setImmediate } from 'node:timers/promises';
import type { ExchangesFile } from '../src/shared/domain/calendar/exchanges-file';
import type { ListOpening } from '../src/shared/domain/formats/watchlist/list-preview';
import { createListSpelling } from '../src/shared/domain/formats/watchlist/write/list-spelling';
import { readExchangeCodes } from '../src/shared/domain/instrument/exchange-codes';
import type { Locale } from '../src/shared/domain/settings/settings';
import type { InstrumentCatalogueService } from './core/instruments/instrument-catalogue-service';
import { SymbolLookupService } from './core/instruments/symbol-lookup-service';
import { ListTextService } from './core/transfer/list-text-service';
import { SizedListReader } from './core/transfer/sized-list-reader';
import { TransferService, type TransferServiceParts } from './core/transfer/transfer-service';
import { ListProcessClient, type ListProcessParts } from './ipc/list-process-client';
import { type ChosenList, openList } from './ipc/transfer-handlers';

export interface TransferServicesParts extends Pick<TransferServiceParts, 'drafts'> {
  readonly log: ListProcessParts['log'];
  readonly forkListProcess: ListProcessParts['fork'];
  readonly watchlist: TransferServiceParts['lists'];
  readonly catalogue: Pick<InstrumentCatalogueService, 'all'>;
  readonly loadExchanges: () => Promise<ExchangesFile>;
  readonly locale: () => Locale;
  /** A list that the app was started with; absolute. */
  readonly firstListFile: string | null;
  /** @param path - absolute */
  readonly readListFile: (path: string) => Promise<ChosenList>;
  /** Shows the page what was opened. */
  readonly publish: (opening: ListOpening) => void;
}

/** Composition root of lists on their way in and out. */
export function createTransferServices(parts: TransferServicesParts) {
  const { catalogue, watchlist, drafts } = parts;
  const loadCodes = async () => readExchangeCodes(await parts.loadExchanges());
  const symbols = new SymbolLookupService(loadCodes);
  const texts = new ListTextService({
    resolver: () => symbols.resolverFor(catalogue.all()),
    spelling: async () => {
      const known = catalogue.all();
      return createListSpelling(await loadCodes(), await symbols.resolverFor(known), known);
    },
    pause: () => setImmediate(),
  });
  const reader = new SizedListReader(
    texts,
    new ListProcessClient({
      fork: parts.forkListProcess,
      known: async () => ({ codes: await loadCodes(), instruments: catalogue.all() }),
      log: parts.log,
    }),
  );
  const names = async () => {
    const [{ deskMessages }, { seedNames }] = await Promise.all([
      import('../src/shared/i18n/desk/desk-catalogue'),
      import('../src/shared/i18n/desk/seed-names'),
    ]);
    return seedNames(deskMessages(parts.locale()));
  };
  const transfer = new TransferService({ ...{ reader, texts, drafts, names }, lists: watchlist });
  const open = async (path: string): Promise<void> => {
    parts.publish(await openList(transfer, await parts.readListFile(path)));
  };
  /** Handed over before there was a page that could show it. */
  let waiting = parts.firstListFile;
  let isShown = false;
  return {
    transfer,
    /** Opens a list that the system handed over. @param path - absolute */
    openListFile(path: string): void {
      if (isShown) void open(path);
      else waiting = path;
    },
    /** The page can show what is opened from now on. */
    pageShown(): void {
      isShown = true;
      if (waiting !== null) void open(waiting);
      waiting = null;
    },
  };
}
