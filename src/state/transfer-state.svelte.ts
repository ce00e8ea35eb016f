import type { TapeoutClient } from '../shared/ipc/contract';
import type {
  ListCommit,
  ListOpening,
  ListPreview,
} from '../shared/domain/formats/watchlist/list-preview';

export type ListCorrection = Parameters<TapeoutClient['transfer']['correct']>[0]['correction'];

export interface ListDecision {
  readonly name: string;
  /** Null for a new list. */
  readonly into: number | null;
  /** Numbers of rows that are left out. */
  readonly left: readonly number[];
  /** Limits of the file become drafts of alerts. */
  readonly withAlerts: boolean;
}

/** Lists on their way in and out. One import at a time; main keeps its text. */
export class TransferState {
  readonly #client: TapeoutClient;
  #preview = $state.raw<ListPreview | null>(null);
  #exporting = $state.raw<number | null>(null);
  #busy = $state(false);
  #corrections = 0;

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  /** What the open import would take; null where none is open. */
  get preview(): ListPreview | null {
    return this.#preview;
  }

  /** The list that is on its way out; null where none is. */
  get exporting(): number | null {
    return this.#exporting;
  }

  /** True while a text is read. */
  get busy(): boolean {
    return this.#busy;
  }

  openFile(): Promise<ListOpening> {
    return this.#open(this.#client.transfer.openFile());
  }

  openText(text: string): Promise<ListOpening> {
    return this.#open(this.#client.transfer.openText({ text }));
  }

  openBytes(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<ListOpening> {
    return this.#open(this.#client.transfer.openBytes({ fileName, bytes }));
  }

  /** Takes over what main opened by itself. */
  receive(opening: ListOpening): void {
    if (opening.kind === 'preview') this.#show(opening.preview);
  }

  /** Reads again; of several corrections the last one shows. */
  async correct(correction: ListCorrection): Promise<void> {
    const { importId } = this.#preview ?? {};
    if (importId === undefined) return;
    const number = (this.#corrections += 1);
    this.#busy = true;
    const preview = await this.#client.transfer.correct({ importId, correction });
    if (number !== this.#corrections) return;
    this.#busy = false;
    if (preview && this.#preview?.importId === importId) this.#preview = preview;
  }

  /** Null where main does not know the import any more. It stays open where main refused. */
  async commit(decision: ListDecision): Promise<ListCommit | null> {
    const { importId } = this.#preview ?? {};
    if (importId === undefined) return null;
    const { left, ...rest } = decision;
    const result = await this.#client.transfer.commit({
      importId,
      ...rest,
      left: { rows: [...left] },
    });
    if (result === null || result.ok) this.#preview = null;
    return result;
  }

  cancel(): void {
    const { importId } = this.#preview ?? {};
    this.#preview = null;
    if (importId !== undefined) void this.#client.transfer.cancel({ importId });
  }

  startExport(listId: number): void {
    this.#exporting = listId;
  }

  endExport(): void {
    this.#exporting = null;
  }

  async #open(opening: Promise<ListOpening>): Promise<ListOpening> {
    this.#busy = true;
    try {
      const opened = await opening;
      this.receive(opened);
      return opened;
    } finally {
      this.#busy = false;
    }
  }

  /** Main forgets the one before by itself. */
  #show(preview: ListPreview): void {
    this.#corrections += 1;
    this.#preview = preview;
  }
}
