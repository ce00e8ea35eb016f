import {
  type FilePreview,
  type ImportCorrection,
  type ImportProgress,
  type ImportResult,
  isReady,
} from '../shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { ImportNews, ImportWish } from '../shared/ipc/imports-contract';

/** `opening`: nothing is known of the files yet; `correcting`: one of them is read again. */
export type ImportPhase = 'closed' | 'opening' | 'preview' | 'correcting' | 'writing';

/** The import that is looked at: its files as they would be taken, and how far it is. */
export class ImportState {
  readonly #client: TapeoutClient;
  #importId = 0;
  #phase = $state.raw<ImportPhase>('closed');
  #files = $state.raw<readonly FilePreview[]>([]);
  #progress = $state.raw<ImportProgress | null>(null);
  #selected = $state.raw(0);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  get phase(): ImportPhase {
    return this.#phase;
  }

  get files(): readonly FilePreview[] {
    return this.#files;
  }

  get progress(): ImportProgress | null {
    return this.#progress;
  }

  /** Index of the file whose preview is shown. */
  get selected(): number {
    return this.#selected;
  }

  readonly current: FilePreview | undefined = $derived(this.#files[this.#selected]);

  /** Ticked files that can be written as they stand. */
  readonly ready: number = $derived(
    this.#files.filter((file) => file.included && isReady(file)).length,
  );

  /** Ticked files that cannot, because something is not settled; what is no table waits for nothing. */
  readonly waiting: number = $derived(
    this.#files.filter((file) => file.included && file.table !== null && !isReady(file)).length,
  );

  /** All ticked files or none: one that waits keeps the others. */
  readonly canCommit: boolean = $derived.by(
    () => this.#phase === 'preview' && this.ready > 0 && this.waiting === 0,
  );

  async start({ from }: ImportWish): Promise<void> {
    if (this.#phase === 'writing') return;
    const { imports } = this.#client;
    const { importId } = await (from === 'files' ? imports.chooseFiles() : imports.chooseFolder());
    if (importId === null) return;
    this.#importId = importId;
    this.#files = [];
    this.#selected = 0;
    this.#progress = null;
    this.#phase = 'opening';
  }

  select(index: number): void {
    this.#selected = index;
  }

  async correct(file: number, correction: ImportCorrection): Promise<void> {
    if (this.#phase !== 'preview') return;
    this.#phase = 'correcting';
    await this.#client.imports.correct({ importId: this.#importId, file, correction });
  }

  async commit(): Promise<void> {
    if (!this.canCommit) return;
    this.#progress = null;
    this.#phase = 'writing';
    await this.#client.imports.commit({ importId: this.#importId });
  }

  /** Stops whatever is under way. What was not written yet never will be. */
  async cancel(): Promise<void> {
    if (this.#phase === 'closed') return;
    this.#close();
    await this.#client.imports.cancel({ importId: this.#importId });
  }

  /** Forgets imported bars, so that those of the sources come back. */
  async remove(instrument: InstrumentId): Promise<void> {
    await this.#client.imports.remove({ instrument });
  }

  /** @returns what became of the import, once it ended */
  receive(news: ImportNews): ImportResult | null {
    if (news.importId !== this.#importId || this.#phase === 'closed') return null;
    if (news.kind === 'progress') {
      this.#progress = news.progress;
      return null;
    }
    if (news.kind === 'preview') {
      this.#files = news.files;
      this.#progress = null;
      this.#phase = 'preview';
      return null;
    }
    if (news.result.ok || news.result.reason === 'process-ended') this.#close();
    else this.#phase = 'preview';
    return news.result;
  }

  #close(): void {
    this.#phase = 'closed';
    this.#files = [];
    this.#progress = null;
  }
}
