import { checkContent } from '../../../src/shared/domain/announcement/curation/check-content';
import type {
  CurationDetail,
  CurationResult,
  CurationState,
} from '../../../src/shared/domain/announcement/curation/curation-view';
import {
  withContent,
  withDecision,
  withoutContent,
  withRemarks,
} from '../../../src/shared/domain/announcement/curation/edit-entry';
import type { EditHead } from '../../../src/shared/domain/announcement/curation/edit-log';
import {
  type CurationChange,
  type EditKind,
  emptyCuration,
  type EntryCuration,
  OWN_PREFIX,
} from '../../../src/shared/domain/announcement/curation/entry-curation';
import type { AnnouncementContent } from '../../../src/shared/domain/announcement/curation/facet';
import type { FacetName } from '../../../src/shared/domain/announcement/curation/facet-name';
import type { CuratedEntry } from '../../../src/shared/domain/announcement/curation/curated-entry';
import { isSameValue } from '../../../src/shared/domain/announcement/curation/same-value';
import type { Signal } from '../events/signal';
import type { CuratedRecord } from './curated-record';
import type { CurationRepository } from './curation-repository-port';
import { asideEntries } from './aside-entries';

const MOST_HISTORY = 200;
/** Entries of the user's own; the list draws every one of them at each change. */
const MOST_OWN = 10_000;

export interface CurationParts {
  readonly record: CuratedRecord;
  readonly repository: CurationRepository;
  readonly changed: Signal<CurationState>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Lower-case letters, digits and hyphens; never the same twice. */
  readonly newId: () => string;
}

/** The commands on the user's edits. Every one that changes something can be undone. */
export class CurationService {
  constructor(private readonly parts: CurationParts) {}

  async state(): Promise<CurationState> {
    const { merged } = await this.parts.record.now();
    return { ...this.parts.repository.steps(), setAside: asideEntries(merged).length };
  }

  async detail(id: string): Promise<CurationDetail | null> {
    const entry = (await this.parts.record.now()).merged.entries.get(id);
    if (!entry) return null;
    return { ...entry, history: this.parts.repository.historyOf(id, MOST_HISTORY) };
  }

  async setAside() {
    return asideEntries((await this.parts.record.now()).merged);
  }

  /** @param id - null for a new entry of the user's own */
  async save(id: string | null, content: AnnouncementContent): Promise<CurationResult> {
    const { merged, known } = await this.parts.record.now();
    const faults = checkContent(id, content, known);
    if (faults.length > 0) return { ok: false, reason: 'faulty', faults };
    if (id !== null) return this.change('edit', id, (entry) => withContent(entry, content));
    const own = [...merged.entries.values()].filter(({ shipped }) => shipped === null);
    if (own.length >= MOST_OWN) return { ok: false, reason: 'too-many' };
    const ownId = OWN_PREFIX + this.parts.newId();
    const after = { ...emptyCuration(ownId), own: content };
    const edit = await this.commit('add', null, [{ id: ownId, before: null, after }]);
    return { ok: true, id: ownId, edit };
  }

  setHidden(id: string, hidden: boolean): Promise<CurationResult> {
    return this.change(hidden ? 'hide' : 'show', id, (entry) => withRemarks(entry, { hidden }));
  }

  /** @param annotation - null takes it away */
  annotate(id: string, annotation: string | null): Promise<CurationResult> {
    return this.change('annotate', id, (entry) => withRemarks(entry, { annotation }));
  }

  /** @param reason - null: it is not wrong */
  markWrong(id: string, reason: string | null): Promise<CurationResult> {
    const kind = reason === null ? 'unmark-wrong' : 'mark-wrong';
    return this.change(kind, id, (entry) => withRemarks(entry, { wrong: reason }));
  }

  /** @param into - the entry that is to show it; null: it stands by itself again */
  async merge(id: string, into: string | null): Promise<CurationResult> {
    const { merged } = await this.parts.record.now();
    if (into !== null) {
      if (!merged.entries.has(into)) return { ok: false, reason: 'unknown-entry' };
      if ((merged.mergedInto.get(into) ?? into) === id)
        return { ok: false, reason: 'circular-merge' };
    }
    const kind = into === null ? 'unmerge' : 'merge';
    return this.change(kind, id, (entry) => withRemarks(entry, { mergedInto: into }));
  }

  settle(id: string, facet: FacetName, choice: 'mine' | 'record'): Promise<CurationResult> {
    return this.change('settle', id, (entry) => withDecision(entry, facet, choice));
  }

  /** Takes every change of content away; an entry of the user's own goes as a whole. */
  async revert(id: string): Promise<CurationResult> {
    const { merged } = await this.parts.record.now();
    const orphan = merged.orphans.find((each) => each.id === id);
    if (orphan) {
      const edit = await this.commit('revert', null, [{ id, before: orphan, after: null }]);
      return { ok: true, id, edit };
    }
    const isOwn = merged.entries.get(id)?.shipped === null;
    return this.change(isOwn ? 'remove' : 'revert', id, withoutContent);
  }

  /** Takes the last edit back. @returns the edit; null where there is none */
  async undo(): Promise<EditHead | null> {
    return this.follow(this.parts.repository.undo(this.parts.now()));
  }

  async redo(): Promise<EditHead | null> {
    return this.follow(this.parts.repository.redo(this.parts.now()));
  }

  /** Writes one edit of any number of entries. */
  async commit(
    kind: EditKind,
    detail: string | null,
    changes: readonly CurationChange[],
  ): Promise<EditHead> {
    const { repository, record, now } = this.parts;
    const edit = repository.commit({ kind, detail, at: now(), changes });
    record.receive(changes.map(({ id, after }) => ({ id, curation: after })));
    await this.tell();
    return edit;
  }

  private async change(
    kind: EditKind,
    id: string,
    edit: (entry: CuratedEntry) => EntryCuration | null,
  ): Promise<CurationResult> {
    const entry = (await this.parts.record.now()).merged.entries.get(id);
    if (!entry) return { ok: false, reason: 'unknown-entry' };
    const after = edit(entry);
    if (isSameValue(after, entry.curation)) return { ok: true, id, edit: null };
    const head = await this.commit(kind, null, [{ id, before: entry.curation, after }]);
    return { ok: true, id, edit: head };
  }

  private async follow(moved: ReturnType<CurationRepository['undo']>): Promise<EditHead | null> {
    if (!moved) return null;
    this.parts.record.receive(moved.now);
    await this.tell();
    return moved.edit;
  }

  private async tell(): Promise<void> {
    this.parts.changed.emit(await this.state());
  }
}
