import type { ImportCorrection } from '../../src/shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { ImportNews, ImportOrder } from '../../src/shared/ipc/imports-contract';
import type { MarketModeService } from '../core/quotes/market-mode-service';

/** Orders to whoever reads and keeps bars; answered by {@link ImportRelay.heard}. */
export interface ImportGateway {
  /** @returns false where nobody is there to carry it out */
  orderImport(order: ImportOrder): boolean;
}

export interface ImportRelayParts {
  readonly gateway: ImportGateway;
  readonly market: Pick<MarketModeService, 'barsImported'>;
  readonly publish: (news: ImportNews) => void;
}

/**
 * Main's part of an import: numbers it, passes the paths of the dialog on and keeps them from the
 * page, and tells the page what the data process says.
 */
export class ImportRelay {
  private lastId = 0;
  /** The import that the page looks at; null once it ended. */
  private openId: number | null = null;

  constructor(private readonly parts: ImportRelayParts) {}

  /** @returns its number */
  open(paths: readonly string[]): number {
    const importId = ++this.lastId;
    this.openId = importId;
    this.order({ kind: 'open', importId, paths });
    return importId;
  }

  correct(importId: number, file: number, correction: ImportCorrection): void {
    if (importId === this.openId) this.order({ kind: 'correct', importId, file, correction });
  }

  commit(importId: number): void {
    if (importId === this.openId) this.order({ kind: 'commit', importId });
  }

  cancel(importId: number): void {
    if (importId !== this.openId) return;
    this.openId = null;
    this.parts.gateway.orderImport({ kind: 'cancel', importId });
  }

  remove(instrument: InstrumentId): void {
    this.parts.gateway.orderImport({ kind: 'remove', instrument });
  }

  heard(news: ImportNews): void {
    if (news.importId !== this.openId) return;
    if (news.kind === 'finished' && news.result.ok) {
      this.openId = null;
      this.parts.market.barsImported();
    }
    this.parts.publish(news);
  }

  /** Whatever was under way is lost, and nothing of it was written. */
  dataStopped(): void {
    const importId = this.openId;
    this.openId = null;
    if (importId === null) return;
    const result = { ok: false, reason: 'process-ended', fileName: null } as const;
    this.parts.publish({ kind: 'finished', importId, result });
  }

  private order(order: ImportOrder): void {
    if (!this.parts.gateway.orderImport(order)) this.dataStopped();
  }
}
