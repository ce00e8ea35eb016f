import { overlayBars } from '../../../src/shared/domain/candle/overlay-bars';
import { NOTHING_SAID, wholeFindings } from '../../../src/shared/domain/candle/series-findings';
import type {
  ImportedSeries,
  ImportResult,
} from '../../../src/shared/domain/formats/import/import-preview';
import type { CacheStore } from '../cache/cache-store';
import { encodeChunks, type PreparedSeries, tailOf } from '../cache/prepared-series';
import type { PreparedChunk } from '../cache/chunk-table';
import type { Clock } from '../time';
import { CommitFailure } from './commit-failure';
import type { FileReading } from './file-reader';
import type { ImportFile } from './import-file';
import { storedSeries } from './stored-before';

export interface ImportWriterParts {
  readonly cache: CacheStore;
  readonly clock: Clock;
  /** Lets others have their turn. */
  readonly turn: () => Promise<void>;
}

/** A series ready to be written. */
export interface Preparation {
  readonly series: PreparedSeries;
  readonly imported: ImportedSeries;
  /** When the stored series that it was made from was written; null where there was none. */
  readonly basis: number | null;
  readonly leftOutRows: number;
}

/**
 * Brings the bars of files into the form in which they are stored, and writes all of them at once.
 * The slow part comes first and outside of the transaction, so that the process can answer meanwhile
 * and a kill at any time leaves all files written or none.
 */
export class ImportWriter {
  constructor(private readonly parts: ImportWriterParts) {}

  /**
   * @param reading - the file, read again
   * @throws CommitFailure where it is not what the preview showed
   */
  async prepare(file: ImportFile, reading: FileReading, signal: AbortSignal): Promise<Preparation> {
    const { fileName, mode } = file.preview;
    const { head, guessed, bars: own, table, counts } = reading;
    const { instrument } = guessed;
    if (head.fingerprint !== file.fingerprint || instrument === null) {
      throw new CommitFailure('file-changed', fileName);
    }
    const { interval } = table.plan;
    const stored = storedSeries(this.parts.cache, instrument, interval);
    const bars = mode === 'merge' && stored ? overlayBars(stored.bars, own) : own;
    const chunks: PreparedChunk[] = [];
    for (const chunk of encodeChunks(bars, interval)) {
      chunks.push(chunk);
      await this.parts.turn();
      signal.throwIfAborted();
    }
    const basis = stored?.importedAt ?? null;
    const importedAt = Math.max(this.parts.clock(), (basis ?? 0) + 1);
    const findings = wholeFindings(bars, NOTHING_SAID);
    const origin = { source: 'csv-file', importedAt, report: null, findings } as const;
    return {
      series: {
        ...{ instrument, interval, chunks, tail: tailOf(bars) },
        origin: { ...origin, fingerprint: head.fingerprint },
      },
      imported: { fileName, instrument, interval, bars: own.length },
      basis,
      leftOutRows: counts.invalid + counts.duplicate,
    };
  }

  /** @throws CommitFailure where a series was written by somebody else in the meantime */
  write(prepared: readonly Preparation[]): ImportResult {
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
}
