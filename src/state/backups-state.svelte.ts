import type { TapeoutClient } from '../shared/ipc/contract';
import type {
  BackupPreview,
  BackUpResult,
  ImportOpening,
  RestoreResult,
} from '../shared/ipc/backups-contract';
import type { SaveResult } from '../shared/ipc/files-contract';
import type { Backup } from '../shared/domain/backup/backup';

/** Backups of everything that the user keeps, and the file that is about to take its place. */
export class BackupsState {
  readonly #client: TapeoutClient['backups'];
  #all = $state.raw<readonly Backup[] | null>(null);
  #preview = $state.raw<BackupPreview | null>(null);
  /** True once something is to take the place of what is there: the app is about to start anew. */
  #restarting = $state(false);

  constructor(client: TapeoutClient) {
    this.#client = client.backups;
  }

  /** Newest first; null until they were read. */
  get all(): readonly Backup[] | null {
    return this.#all;
  }

  /** The file that was chosen and waits for the user's word. */
  get preview(): BackupPreview | null {
    return this.#preview;
  }

  get restarting(): boolean {
    return this.#restarting;
  }

  receive(backups: readonly Backup[]): void {
    this.#all = backups;
  }

  async load(): Promise<void> {
    this.#all = await this.#client.list();
  }

  async backUpNow(): Promise<BackUpResult> {
    const result = await this.#client.backUpNow();
    if (result.ok) this.#all = result.backups;
    return result;
  }

  async remove(takenAt: number): Promise<void> {
    this.#all = await this.#client.remove({ takenAt });
  }

  restore(takenAt: number): Promise<RestoreResult> {
    return this.#replace(this.#client.restore({ takenAt }));
  }

  exportAll(): Promise<SaveResult> {
    return this.#client.exportAll();
  }

  async chooseImport(): Promise<ImportOpening> {
    const opening = await this.#client.chooseImport();
    if (opening.kind === 'ready') this.#preview = opening.preview;
    return opening;
  }

  /** Takes the chosen file. */
  async commitImport(): Promise<RestoreResult | null> {
    const preview = this.#preview;
    if (!preview) return null;
    this.#preview = null;
    return this.#replace(this.#client.commitImport({ importId: preview.importId }));
  }

  async cancelImport(): Promise<void> {
    const preview = this.#preview;
    this.#preview = null;
    if (preview) await this.#client.cancelImport({ importId: preview.importId });
  }

  async #replace(answer: Promise<RestoreResult>): Promise<RestoreResult> {
    const result = await answer;
    this.#restarting = result.ok;
    return result;
  }
}
