import type { CacheConnection } from './cache-connection';
import { isDamage, openAnew, openCache, type OpenedCache } from './open-cache';
import { SeriesRepository } from './series-repository';

interface RunningCache {
  readonly file: string;
  readonly connection: CacheConnection;
  readonly series: SeriesRepository;
}

export interface CacheStoreListener {
  /** What happened to the file at opening or later, for the log. */
  noticed(notice: string): void;
  /** The file was damaged: everything stored is gone. Called before the answer that found it. */
  lost(): void;
}

/** Holds `cache.db` open, and replaces it where it turns out to be damaged. */
export class CacheStore {
  private running: RunningCache | null = null;

  constructor(private readonly listener: CacheStoreListener) {}

  start(file: string): void {
    this.run(file, openCache(file));
  }

  dispose(): void {
    this.running?.connection.close();
    this.running = null;
  }

  /** Moves what was written into the file itself, so that the next start finds no log to read. */
  checkpoint(): void {
    this.current().connection.execute('pragma wal_checkpoint(TRUNCATE)');
  }

  /**
   * Works with the stored series. Where that finds the file damaged, the file is set aside, and the
   * work is done once more with the empty cache that takes its place.
   *
   * @throws what `work` throws for other reasons, such as a full disk
   */
  use<T>(work: (series: SeriesRepository) => T): T {
    const { file, connection, series } = this.current();
    try {
      return work(series);
    } catch (error) {
      if (!isDamage(error)) throw error;
      connection.close();
      this.run(file, openAnew(file, error));
      this.listener.lost();
      return work(this.current().series);
    }
  }

  private current(): RunningCache {
    if (!this.running) throw new Error('the cache is not open');
    return this.running;
  }

  private run(file: string, { connection, notice }: OpenedCache): void {
    this.running = { file, connection, series: new SeriesRepository(connection) };
    if (notice !== null) this.listener.noticed(notice);
  }
}
