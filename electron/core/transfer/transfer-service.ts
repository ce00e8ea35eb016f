import type { TextEncoding } from '../../../src/shared/domain/formats/import/import-plan';
import type {
  ListFormat,
  WrittenListFormat,
} from '../../../src/shared/domain/formats/watchlist/list-format';
import type {
  ListTablePlan,
  ListWish,
} from '../../../src/shared/domain/formats/watchlist/list-plan';
import type {
  ListCommit,
  ListPreview,
} from '../../../src/shared/domain/formats/watchlist/list-preview';
import { documentOf, draftsOf } from '../../../src/shared/domain/formats/watchlist/list-document';
import { listNameOf } from '../../../src/shared/domain/formats/watchlist/list-file-name';
import type {
  ListReading,
  ListRow,
} from '../../../src/shared/domain/formats/watchlist/list-reading';
import type { ListWriting } from '../../../src/shared/domain/formats/watchlist/list-writing';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { listName, type SeedNames } from '../../../src/shared/domain/watchlist/list-document';
import type {
  DocumentTarget,
  WatchlistRefusal,
} from '../../../src/shared/domain/watchlist/watchlist-answer';
import type { WatchlistService } from '../watchlist/watchlist-service';
import type { AlertDrafts } from './alert-drafts-port';
import type { ListAnswer, ListSource, ListTextReader } from './list-text-reader-port';
import type { ListTextService } from './list-text-service';

export interface TransferServiceParts {
  readonly reader: ListTextReader;
  readonly texts: Pick<ListTextService, 'write'>;
  readonly lists: Pick<WatchlistService, 'importDocument' | 'exportDocument'>;
  /** What the lists of the first set are called in the language of the interface. */
  readonly names: () => Promise<SeedNames>;
  readonly drafts: AlertDrafts;
}

/** What the user decided beside what was guessed; what is not named stays. */
export interface ListCorrection {
  readonly format?: ListFormat | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly table?:
    { readonly [Name in keyof ListTablePlan]?: ListTablePlan[Name] | undefined } | undefined;
  /** `symbol` null takes a choice back. */
  readonly choice?: { readonly written: string; readonly symbol: InstrumentId | null } | undefined;
}

export interface ListDecision {
  readonly name: string;
  /** Null for a new list. */
  readonly into: number | null;
  /** Indices of rows that are left out. */
  readonly left: readonly number[];
  readonly withAlerts: boolean;
}

interface OpenImport {
  readonly importId: number;
  readonly source: ListSource;
  encoding: TextEncoding | null;
  wish: ListWish;
  readonly choices: Map<string, InstrumentId>;
  /** Ends the reading under way. */
  stop: AbortController;
  /** What the newest finished reading found; null where it is no list. */
  reading: ListReading | null;
}

/** Of a list that neither a text nor a file names; the user sees and changes it before anything is kept. */
const UNNAMED = 'List';

/** Lists in from texts and out as texts. One import at a time; another one ends it. */
export class TransferService {
  private lastId = 0;
  private current: OpenImport | null = null;

  constructor(private readonly parts: TransferServiceParts) {}

  /** Reads a text; nothing is changed. Null where another import or a cancel came in between. */
  open(source: ListSource): Promise<ListPreview | null> {
    this.current?.stop.abort();
    this.lastId += 1;
    const opened: OpenImport = {
      ...{ importId: this.lastId, source, encoding: null, wish: {} },
      ...{ choices: new Map(), stop: new AbortController(), reading: null },
    };
    this.current = opened;
    return this.read(opened);
  }

  /** Reads again. Null where there is no such import, or a later correction came in between. */
  correct(importId: number, correction: ListCorrection): Promise<ListPreview | null> {
    const opened = this.find(importId);
    if (!opened) return Promise.resolve(null);
    const { format, encoding, table, choice } = correction;
    if (encoding) opened.encoding = encoding;
    // Another form has another table.
    if (format) opened.wish = { format };
    if (table) opened.wish = { ...opened.wish, table: { ...opened.wish.table, ...table } };
    if (choice?.symbol) opened.choices.set(choice.written, choice.symbol);
    else if (choice) opened.choices.delete(choice.written);
    return this.read(opened);
  }

  /** Takes the rows in as one step. Null where there is no such import, or it is being read. */
  async commit(importId: number, decision: ListDecision): Promise<ListCommit | null> {
    const names = await this.parts.names();
    const reading = this.find(importId)?.reading;
    if (!reading) return null;
    const left = new Set(decision.left);
    const taken = { ...reading, rows: reading.rows.filter((_, index) => !left.has(index)) };
    const document = documentOf(taken, decision.name);
    if (document.sections.every(({ items }) => items.length === 0)) {
      return { ok: false, reason: 'nothing' };
    }
    const { into, name } = decision;
    const target: DocumentTarget =
      into === null ? { kind: 'new' } : { kind: 'merge', listId: into };
    const imported = this.parts.lists.importDocument({ document, target, names });
    if (!imported.ok) return { ok: false, reason: refusalOf(imported.reason) };
    this.current = null;
    const drafts = decision.withAlerts ? draftsOf(taken) : [];
    const alerts = drafts.length > 0 ? this.parts.drafts.keepDrafts(drafts) : 0;
    const { listId, added, now } = imported;
    const list = now.watchlists.lists.find(({ id }) => id === listId);
    return { ok: true, listId, name: list ? listName(list, names) : name, added, alerts };
  }

  cancel(importId: number): void {
    const opened = this.find(importId);
    opened?.stop.abort();
    if (opened) this.current = null;
  }

  /** A list as a text of a form. Null where there is no such list. */
  async write(
    listId: number,
    format: WrittenListFormat,
  ): Promise<{ readonly name: string; readonly writing: ListWriting } | null> {
    const document = this.parts.lists.exportDocument(listId, await this.parts.names());
    if (!document) return null;
    return { name: document.name, writing: await this.parts.texts.write(format, document) };
  }

  private find(importId: number): OpenImport | null {
    return this.current?.importId === importId ? this.current : null;
  }

  private async read(opened: OpenImport): Promise<ListPreview | null> {
    opened.stop.abort();
    const stop = new AbortController();
    opened.stop = stop;
    opened.reading = null;
    const { encoding, wish, source } = opened;
    const choices = new Map(opened.choices);
    const answer = await this.parts.reader.read(source, { encoding, wish, choices }, stop.signal);
    if (answer === null || stop.signal.aborted) return null;
    opened.reading = answer.result.ok ? answer.result.reading : null;
    return previewOf(opened, answer);
  }
}

function previewOf({ importId, source }: OpenImport, answer: ListAnswer): ListPreview {
  const { result, encoding } = answer;
  const common = { importId, fileName: source.fileName, encoding };
  if (!result.ok) {
    const { format, guesses, reason, line } = result;
    return { ...common, format, guesses, reading: null, failure: { reason, line } };
  }
  const { format, guesses, ...reading } = result.reading;
  const name = reading.name ?? (listNameOf(source.fileName ?? '') || UNNAMED);
  const rows = reading.rows.map(rowOf);
  return { ...common, format, guesses, reading: { ...reading, name, rows }, failure: null };
}

function rowOf({ item, ...row }: ListRow, number: number) {
  return { ...row, number, symbol: item?.symbol ?? null };
}

/** A list that went away meanwhile is all else that can be. */
function refusalOf(reason: WatchlistRefusal): 'list-full' | 'unknown-list' {
  return reason === 'list-full' ? reason : 'unknown-list';
}
