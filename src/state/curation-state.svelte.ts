import type {
  AsideEntry,
  CurationDetail,
  CurationState as EditState,
} from '../shared/domain/announcement/curation/curation-view';
import type { AnnouncementContent } from '../shared/domain/announcement/curation/facet';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { PackPreview } from '../shared/ipc/curation-contract';
import type { TimelineState } from './timeline-state.svelte';

/** What a new announcement begins with: a headline that became one. */
export interface DraftPrefill {
  readonly title?: string;
  /** `https:`; null where none is known. */
  readonly url?: string | null;
  /** UTC milliseconds, or a date `YYYY-MM-DD`. */
  readonly publishedAt?: number | string | null;
  readonly companyIds?: readonly string[];
  readonly programmeIds?: readonly string[];
  readonly claim?: AnnouncementContent['claim'];
}

/** The window that is open, if any. */
export type CurationDialog =
  | { readonly kind: 'draft'; readonly prefill: DraftPrefill }
  | { readonly kind: 'edit'; readonly detail: CurationDetail }
  | { readonly kind: 'annotate' | 'wrong'; readonly detail: CurationDetail }
  | { readonly kind: 'merge'; readonly detail: CurationDetail }
  | { readonly kind: 'history'; readonly detail: CurationDetail }
  | { readonly kind: 'aside'; readonly entries: readonly AsideEntry[] }
  | { readonly kind: 'import'; readonly preview: PackPreview }
  | { readonly kind: 'export' };

type EntryDialog = Extract<CurationDialog, { detail: unknown }>['kind'];

/** The user's edits: what can be undone, and which window about them is open. */
export class CurationState {
  readonly #client: TapeoutClient['curation'];
  readonly #timeline: TimelineState;
  #edits = $state.raw<EditState>({ undo: null, redo: null, setAside: 0 });
  #dialog = $state.raw<CurationDialog | null>(null);

  constructor(client: TapeoutClient, timeline: TimelineState) {
    this.#client = client.curation;
    this.#timeline = timeline;
  }

  get edits(): EditState {
    return this.#edits;
  }

  get dialog(): CurationDialog | null {
    return this.#dialog;
  }

  /** Asks what can be undone; the list comes by itself. */
  async load(): Promise<void> {
    this.#edits = await this.#client.getState();
  }

  /** Something was edited: the list and the open card are old. */
  async receive(edits: EditState): Promise<void> {
    this.#edits = edits;
    if (this.#timeline.loaded) await this.#timeline.refresh();
    if (this.#dialog?.kind === 'aside') await this.openAside();
  }

  /** Opens the form for a new announcement. Whatever is not given is asked for. */
  startDraft(prefill: DraftPrefill = {}): void {
    this.#dialog = { kind: 'draft', prefill };
  }

  /** @returns false where the entry is not there any more */
  async openEntry(kind: EntryDialog, id: string): Promise<boolean> {
    const detail = await this.#client.getDetail({ id });
    if (detail) this.#dialog = { kind, detail } as CurationDialog;
    return detail !== null;
  }

  async openAside(): Promise<void> {
    this.#dialog = { kind: 'aside', entries: await this.#client.listSetAside() };
  }

  openImport(preview: PackPreview): void {
    this.#dialog = { kind: 'import', preview };
  }

  openExport(): void {
    this.#dialog = { kind: 'export' };
  }

  close(): void {
    this.#dialog = null;
  }
}
