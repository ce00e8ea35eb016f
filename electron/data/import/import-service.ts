import {
  type FilePreview,
  type ImportCorrection,
  type ImportProgress,
  type ImportResult,
  isReady,
} from '../../../src/shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ImportNews, ImportOrder } from '../../../src/shared/ipc/imports-contract';
import type { CacheStore } from '../cache/cache-store';
import type { Clock } from '../time';
import { BarsFileFailure } from './bars-file';
import { CommitFailure } from './commit-failure';
import type { FileReader, FileReading } from './file-reader';
import { ImportFile } from './import-file';
import { filesOfImport } from './import-paths';
import type { ImportWriter, Preparation } from './import-writer';
import { storedBefore, usualMode } from './stored-before';

/** How often the user hears how far the reading is. */
const PROGRESS_MS = 100;

export interface ImportServiceParts {
  readonly cache: CacheStore;
  readonly reader: Pick<FileReader, 'read'>;
  readonly clock: Clock;
  readonly writer: Pick<ImportWriter, 'prepare' | 'write'>;
  readonly send: (news: ImportNews) => void;
  /** Series were written, or forgotten. */
  readonly changed: (instruments: readonly InstrumentId[]) => Promise<void>;
  /** Keeps the process from ending. @returns a function that lets go */
  readonly hold: () => () => void;
  readonly onError: (error: unknown) => void;
}

interface RunningImport {
  readonly id: number;
  readonly files: readonly ImportFile[];
  readonly abort: AbortController;
  readonly release: () => void;
}

/**
 * Imports files of bars in two steps: a preview of all of them, in which nothing is written, and the
 * writing of those that the user keeps, all in one transaction or none. One import at a time; orders
 * of an earlier one are dropped.
 */
export class ImportService {
  private running: RunningImport | null = null;
  private last: Promise<void> = Promise.resolve();
  private toldAt = -Infinity;
  /** The import that was opened last; 0 once it was cancelled. */
  private wanted = 0;

  constructor(private readonly parts: ImportServiceParts) {}

  /** Orders are carried out one after another, except that a cancel takes effect at once. */
  handle(order: ImportOrder): Promise<void> {
    if (order.kind === 'open') {
      this.end();
      this.wanted = order.importId;
    }
    if (order.kind === 'cancel') {
      if (this.running?.id === order.importId) this.end();
      if (this.wanted === order.importId) this.wanted = 0;
      return Promise.resolve();
    }
    const next = this.last.then(() => this.carryOut(order));
    this.last = next.catch((error: unknown) => this.parts.onError(error));
    return this.last;
  }

  private async carryOut(order: Exclude<ImportOrder, { kind: 'cancel' }>): Promise<void> {
    if (order.kind === 'open') return this.open(order.importId, order.paths);
    if (order.kind === 'remove') return this.remove(order.instrument);
    const { running } = this;
    if (running?.id !== order.importId) return;
    if (order.kind === 'correct') return this.correct(running, order.file, order.correction);
    return this.commit(running);
  }

  private end(): void {
    this.running?.abort.abort();
    this.running?.release();
    this.running = null;
  }

  private async open(id: number, paths: readonly string[]): Promise<void> {
    const files = (await filesOfImport(paths)).map((path) => new ImportFile(path));
    if (id !== this.wanted) return;
    const abort = new AbortController();
    const running = { id, files, abort, release: this.parts.hold() };
    this.running = running;
    for (const [index, file] of files.entries()) {
      if (abort.signal.aborted) return;
      await this.preview(running, file, index);
    }
    this.tell(running);
  }

  private async correct(
    running: RunningImport,
    index: number,
    correction: ImportCorrection,
  ): Promise<void> {
    const file = running.files[index];
    if (file === undefined) return;
    if (file.correct(correction)) await this.preview(running, file, index);
    this.tell(running);
  }

  private tell({ id, files, abort }: RunningImport): void {
    if (abort.signal.aborted) return;
    const previews = refuseSameSeries(files.map(({ preview }) => preview));
    this.parts.send({ kind: 'preview', importId: id, files: previews });
  }

  /** Reads a file and keeps only what is to be shown of it. */
  private async preview(running: RunningImport, file: ImportFile, index: number): Promise<void> {
    try {
      const reading = await this.read(running, file, index, 'reading');
      this.showReading(file, reading);
    } catch (error) {
      if (running.abort.signal.aborted) return;
      if (!(error instanceof BarsFileFailure)) throw error;
      file.fail(error.reason);
    }
  }

  private showReading(file: ImportFile, { head, guessed, bars, table }: FileReading): void {
    const { instrument, candidates } = guessed;
    const stored = storedBefore(this.parts.cache, instrument, table.plan.interval, bars);
    const isSettled = table.questions.every((question) => question === 'zone');
    file.fingerprint = head.fingerprint;
    file.preview = {
      ...file.preview,
      ...{ bytes: head.bytes, instrument, candidates, stored },
      table: {
        ...table,
        questions: [...(instrument === null ? (['instrument'] as const) : []), ...table.questions],
      },
      mode: file.wishedMode ?? usualMode(stored),
      error: bars.length === 0 && isSettled ? 'no-valid-rows' : null,
    };
  }

  private async commit(running: RunningImport): Promise<void> {
    const result = await this.writeAll(running).catch((error: unknown) =>
      this.failureOf(running, error),
    );
    this.parts.send({ kind: 'finished', importId: running.id, result });
    if (!result.ok) return;
    this.end();
    await this.parts.changed(result.series.map(({ instrument }) => instrument));
  }

  private async writeAll(running: RunningImport): Promise<ImportResult> {
    const { files, abort } = running;
    const { writer } = this.parts;
    const previews = refuseSameSeries(files.map(({ preview }) => preview));
    const prepared: Preparation[] = [];
    for (const [index, file] of files.entries()) {
      const preview = previews[index];
      if (!preview?.included || !isReady(preview)) continue;
      const reading = await this.read(running, file, index, 'writing').catch((error: unknown) => {
        if (!(error instanceof BarsFileFailure)) throw error;
        throw new CommitFailure('file-changed', file.preview.fileName);
      });
      prepared.push(await writer.prepare(file, reading, abort.signal));
    }
    abort.signal.throwIfAborted();
    return writer.write(prepared);
  }

  private failureOf({ abort }: RunningImport, error: unknown): ImportResult {
    if (abort.signal.aborted) return { ok: false, reason: 'cancelled', fileName: null };
    if (error instanceof CommitFailure) {
      return { ok: false, reason: error.reason, fileName: error.fileName };
    }
    this.parts.onError(error);
    return { ok: false, reason: isFull(error) ? 'disk-full' : 'store-failed', fileName: null };
  }

  private read(
    running: RunningImport,
    file: ImportFile,
    index: number,
    phase: ImportProgress['phase'],
  ): Promise<FileReading> {
    const { files, abort } = running;
    const before = files.slice(0, index).reduce((sum, { preview }) => sum + preview.bytes, 0);
    return this.parts.reader.read(file, abort.signal, (bytes, rows) =>
      this.tellProgress(running, {
        ...{ phase, rows, files: files.length, filesDone: index },
        fileName: file.preview.fileName,
        bytesDone: before + bytes,
        bytes: files.reduce((sum, { preview }) => sum + preview.bytes, 0),
      }),
    );
  }

  private tellProgress({ id, abort }: RunningImport, progress: ImportProgress): void {
    const now = this.parts.clock();
    if (abort.signal.aborted || now - this.toldAt < PROGRESS_MS) return;
    this.toldAt = now;
    this.parts.send({ kind: 'progress', importId: id, progress });
  }

  private async remove(instrument: InstrumentId): Promise<void> {
    this.parts.cache.use((series) => series.remove(instrument, 'csv-file'));
    this.parts.cache.checkpoint();
    await this.parts.changed([instrument]);
  }
}

/** Of two files for one series the second is refused: nothing says which of them is meant. */
function refuseSameSeries(previews: readonly FilePreview[]): readonly FilePreview[] {
  const taken = new Set<string>();
  return previews.map((preview) => {
    const { included, instrument, table, error } = preview;
    if (!included || instrument === null || table === null || error !== null) return preview;
    const key = `${instrument} ${table.plan.interval}`;
    if (taken.has(key)) return { ...preview, error: 'same-series' as const };
    taken.add(key);
    return preview;
  });
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
}
