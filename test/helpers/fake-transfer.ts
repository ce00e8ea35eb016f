import exchanges from '../../assets/exchanges/exchanges.json';
import type { ListSource } from '../../electron/core/transfer/list-text-reader-port';
import { TransferService } from '../../electron/core/transfer/transfer-service';
import type { WatchlistService } from '../../electron/core/watchlist/watchlist-service';
import { type ChosenList, createTransferHandlers } from '../../electron/ipc/transfer-handlers';
import type { ExchangesFile } from '../../src/shared/domain/calendar/exchanges-file';
import { ListReader } from '../../src/shared/domain/formats/watchlist/list-reader';
import { createListSpelling } from '../../src/shared/domain/formats/watchlist/write/list-spelling';
import { writeList } from '../../src/shared/domain/formats/watchlist/write/write-list';
import { readExchangeCodes } from '../../src/shared/domain/instrument/exchange-codes';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import { createSymbolResolver } from '../../src/shared/domain/instrument/resolve-symbol';
import type { AlertDraft } from '../../src/shared/domain/watchlist/watchlist-document';
import { enWatchlist } from '../../src/shared/i18n/desk/en/watchlist';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';

export interface FakeTransferParts {
  readonly watchlist: WatchlistService;
  readonly instruments: readonly Instrument[];
  /** The file that the user chooses; null: he closes the dialog. */
  readonly chosen: ChosenList | null;
  readonly onWritten: (fileName: string, text: string) => void;
  readonly onDrafts: (drafts: readonly AlertDraft[]) => void;
}

/** Main's own service of lists in and out; only files and dialogs are made up. Bytes are UTF-8. */
export function fakeTransfer(parts: FakeTransferParts): TapeoutHandlers['transfer'] {
  const codes = readExchangeCodes(exchanges as unknown as ExchangesFile);
  const resolver = createSymbolResolver(codes, parts.instruments);
  const spelling = createListSpelling(codes, resolver, parts.instruments);
  const { seedLists: lists, seedSections: sections } = enWatchlist;
  const transfer = new TransferService({
    lists: parts.watchlist,
    names: () => Promise.resolve({ lists, sections }),
    drafts: {
      keepDrafts: (drafts) => {
        parts.onDrafts(drafts);
        return drafts.length;
      },
    },
    reader: {
      async read(source, { encoding, wish, choices }) {
        const { fileName } = source;
        const reader = new ListReader({ fileName, wish, choices, resolver });
        reader.push(textOf(source));
        const used = encoding ?? 'utf-8';
        return {
          result: reader.finish(),
          encoding: fileName === null ? null : { used, certain: encoding === null },
        };
      },
    },
    texts: { write: async (format, document) => writeList(format, document, spelling) },
  });
  return createTransferHandlers({
    transfer,
    chooseList: () => Promise.resolve(parts.chosen),
    files: {
      askWhere: (fileName) => Promise.resolve(fileName),
      write: (path, bytes) =>
        Promise.resolve(parts.onWritten(path, new TextDecoder().decode(bytes))),
      copyText: () => Promise.resolve(),
      copyPicture: () => Promise.resolve(true),
    },
    log: { error: () => undefined },
  });
}

function textOf(source: ListSource): string {
  return source.fileName === null ? source.text : new TextDecoder().decode(source.bytes);
}
