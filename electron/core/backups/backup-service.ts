import {
  type Backup,
  DAILY_BACKUPS,
  type RestoreFault,
} from '../../../src/shared/domain/backup/backup';
import type { Signal } from '../events/signal';
import type { Scheduler } from '../quotes/scheduler-port';
import type { BackupFault, BackupStore, CandidateContent } from './backup-store-port';

const DAY_MS = 86_400_000;
/** A machine that slept is asked soon after it woke. */
const CHECK_MS = 3_600_000;
/** The start itself is not slowed. */
const FIRST_CHECK_MS = 60_000;
/** The answer reaches the page first. */
const RESTART_MS = 250;

export interface BackupParts {
  readonly store: BackupStore;
  readonly changed: Signal<readonly Backup[]>;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Ends the app and starts it anew. */
  readonly restart: () => void;
  readonly report: (message: string, cause?: unknown) => void;
}

export type RestoreAnswer =
  { readonly ok: true } | { readonly ok: false; readonly reason: RestoreFault | 'unknown-backup' };

export type ImportAnswer =
  | { readonly ok: true; readonly importId: number; readonly content: CandidateContent }
  | { readonly ok: false; readonly reason: RestoreFault };

/** Backs everything up once a day, and puts a backup or a file in the place of what is there. */
export class BackupService {
  private calledOff = (): void => undefined;
  private lastImportId = 0;
  /** The file that was checked and waits for the user's word. */
  private openImportId: number | null = null;

  constructor(private readonly parts: BackupParts) {}

  start(): void {
    this.parts.store.discard();
    this.checkIn(FIRST_CHECK_MS);
  }

  dispose(): void {
    this.calledOff();
  }

  list(): readonly Backup[] {
    return this.parts.store.list();
  }

  backUpNow():
    | { readonly ok: true; readonly backups: readonly Backup[] }
    | { readonly ok: false; readonly reason: BackupFault } {
    const reason = this.parts.store.take('asked', this.parts.now());
    return reason === null ? { ok: true, backups: this.tell() } : { ok: false, reason };
  }

  remove({ takenAt }: { readonly takenAt: number }): readonly Backup[] {
    this.parts.store.remove(takenAt);
    return this.tell();
  }

  async restore({ takenAt }: { readonly takenAt: number }): Promise<RestoreAnswer> {
    this.openImportId = null;
    const candidate = await this.parts.store.prepare({ takenAt });
    return candidate.ok ? this.accept() : candidate;
  }

  exportTo(path: string): Promise<BackupFault | null> {
    return this.parts.store.exportTo(path);
  }

  /** Checks a file; nothing is changed before `commitImport`. */
  async openImport(path: string): Promise<ImportAnswer> {
    this.openImportId = null;
    const candidate = await this.parts.store.prepare({ path });
    if (!candidate.ok) {
      const { reason } = candidate;
      return { ok: false, reason: reason === 'unknown-backup' ? 'not-readable' : reason };
    }
    this.lastImportId += 1;
    this.openImportId = this.lastImportId;
    return { ok: true, importId: this.lastImportId, content: candidate.content };
  }

  commitImport({ importId }: { readonly importId: number }): RestoreAnswer {
    if (importId !== this.openImportId) return { ok: false, reason: 'unknown-backup' };
    this.openImportId = null;
    return this.accept();
  }

  cancelImport({ importId }: { readonly importId: number }): void {
    if (importId !== this.openImportId) return;
    this.openImportId = null;
    this.parts.store.discard();
  }

  private accept(): RestoreAnswer {
    const reason = this.parts.store.accept();
    if (reason !== null) return { ok: false, reason };
    this.parts.scheduler.after(RESTART_MS, this.parts.restart);
    return { ok: true };
  }

  private checkIn(delayMs: number): void {
    this.calledOff = this.parts.scheduler.after(delayMs, () => {
      this.checkIn(CHECK_MS);
      this.backUpDaily();
    });
  }

  /** The oldest goes only after the newest was checked. */
  private backUpDaily(): void {
    const { store, now, report } = this.parts;
    const last = store.list().find(({ reason }) => reason === 'daily');
    // A clock that was put back must not stop the backups for years.
    if (last && Math.abs(now() - last.takenAt) < DAY_MS) return;
    try {
      const fault = store.take('daily', now());
      if (fault === null) store.dropDaily(DAILY_BACKUPS);
      else report(`no daily backup: ${fault}`);
    } catch (error) {
      report('no daily backup', error);
    }
    this.tell();
  }

  private tell(): readonly Backup[] {
    const backups = this.list();
    this.parts.changed.emit(backups);
    return backups;
  }
}
