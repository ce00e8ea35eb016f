import { type BarColumns, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import { compareBars, overlayBars } from '../../../src/shared/domain/candle/overlay-bars';
import {
  type FilePreview,
  type ImportCorrection,
  type ImportedSeries,
  type ImportFailure,
  type ImportMode,
  type ImportProgress,
  type ImportResult,
  isReady,
  type StoredBefore,
} from '../../../src/shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { ImportNews, ImportOrder } from '../../../src/shared/ipc/imports-contract';
import type { CacheStore } from '../cache/cache-store';
import { encodeChunks, type PreparedSeries, tailOf } from '../cache/prepared-series';
import type { Clock } from '../time';
import { BarsFileFailure } from './bars-file';
import type { FileReader, FileReading } from './file-reader';
import { ImportFile } from './import-file';
import { filesOfImport } from './import-paths';

/** How often the user hears how far the reading is. */
const PROGRESS_MS = 100;
/** Closes of two sources for one bar differ by rounding only. */
const SAME_CLOSE = 0.005;

export interface ImportServiceParts {
  readonly cache: CacheStore;
  readonly reader: Pick<FileReader, 'read'>;
  readonly clock: Clock;
  /** Lets others have their turn. */
  readonly turn: () => Promise<void>;
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

/** A series ready to be written, and what it was merged with. */
interface Preparation {
  readonly series: PreparedSeries;
  readonly imported: ImportedSeries;
  /** When the stored series that was looked at was written; null where there was none. */
  readonly basis: number | null;
  readonly leftOutRows: number;
}

/** What ends a commit. */
class CommitFailure extends Error {
  override readonly name = 'CommitFailure';

  constructor(
    readonly reason: ImportFailure,
    readonly fileName: string | null = null,
  ) {
    super(reason);
  }
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
    const found = instrument === null ? null : this.storedBars(instrument, table.plan.interval);
    const stored = found && describeStored(found.source, found.bars, bars);
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
    const { id, abort } = running;
    let result: ImportResult;
    try {
      result = await this.writeAll(running);
    } catch (error) {
      if (abort.signal.aborted) result = failed('cancelled');
      else if (error instanceof CommitFailure) result = failed(error.reason, error.fileName);
      else {
        this.parts.onError(error);
        result = failed(isFull(error) ? 'disk-full' : 'store-failed');
      }
    }
    this.parts.send({ kind: 'finished', importId: id, result });
    if (!result.ok) return;
    this.end();
    await this.parts.changed(result.series.map(({ instrument }) => instrument));
  }

  private async writeAll(running: RunningImport): Promise<ImportResult> {
    const previews = refuseSameSeries(running.files.map(({ preview }) => preview));
    const prepared: Preparation[] = [];
    for (const [index, file] of running.files.entries()) {
      const preview = previews[index] as FilePreview;
      if (!preview.included || !isReady(preview)) continue;
      prepared.push(await this.prepare(running, file, index));
    }
    running.abort.signal.throwIfAborted();
    this.parts.cache.use((series) => {
      for (const { series: each, basis, imported } of prepared) {
        const before = series.originOf(each.instrument, each.interval)?.importedAt ?? null;
        if (before !== basis) throw new CommitFailure('store-changed', imported.fileName);
      }
      series.write(prepared.map(({ series: each }) => each));
    });
    this.parts.cache.checkpoint();
    return {
      ok: true,
      series: prepared.map(({ imported }) => imported),
      leftOutRows: prepared.reduce((sum, { leftOutRows }) => sum + leftOutRows, 0),
    };
  }

  /** Reads the file again, as it was shown, and encodes its bars. */
  private async prepare(
    running: RunningImport,
    file: ImportFile,
    index: number,
  ): Promise<Preparation> {
    const { fileName, mode } = file.preview;
    const reading = await this.read(running, file, index, 'writing').catch((error: unknown) => {
      if (error instanceof BarsFileFailure) throw new CommitFailure('file-changed', fileName);
      throw error;
    });
    const { head, guessed, bars: own, table, counts } = reading;
    const { instrument } = guessed;
    if (head.fingerprint !== file.fingerprint || instrument === null) {
      throw new CommitFailure('file-changed', fileName);
    }
    const { interval } = table.plan;
    const stored = this.storedBars(instrument, interval);
    const bars = mode === 'merge' && stored ? overlayBars(stored.bars, own) : own;
    const chunks = [];
    for (const chunk of encodeChunks(bars, interval)) {
      chunks.push(chunk);
      await this.parts.turn();
      running.abort.signal.throwIfAborted();
    }
    const importedAt = Math.max(this.parts.clock(), (stored?.importedAt ?? 0) + 1);
    const { fingerprint } = head;
    return {
      series: {
        ...{ instrument, interval, chunks, tail: tailOf(bars) },
        origin: { source: 'csv-file', importedAt, fingerprint, report: null },
      },
      imported: { fileName, instrument, interval, bars: own.length },
      basis: stored?.importedAt ?? null,
      leftOutRows: counts.invalid + counts.duplicate,
    };
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

  private storedBars(instrument: InstrumentId, interval: Interval) {
    const stored = this.parts.cache.use((series) => series.read(instrument, interval));
    return stored && { ...stored, bars: viewPackedBars(stored.buffer) };
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

function describeStored(
  source: StoredBefore['source'],
  stored: BarColumns,
  bars: BarColumns,
): StoredBefore | null {
  if (stored.length === 0) return null;
  return {
    ...{ source, bars: stored.length },
    firstTime: stored.time[0] as number,
    lastTime: stored.time[stored.length - 1] as number,
    ...compareBars(stored, bars, SAME_CLOSE),
  };
}

/** Bars that were adjusted otherwise must not stand in one series; those of an earlier import belong to it. */
function usualMode(stored: StoredBefore | null): ImportMode {
  if (stored === null) return 'merge';
  const meets = stored.shared > 0 || stored.source === 'csv-file';
  return meets && stored.agrees ? 'merge' : 'replace';
}

function failed(reason: ImportFailure, fileName: string | null = null): ImportResult {
  return { ok: false, reason, fileName };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
}
