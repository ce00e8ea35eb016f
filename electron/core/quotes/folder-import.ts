import type { DataGateway } from './data-gateway-port';

/** Keeps one reading of a folder at a time: what is asked for meanwhile is read afterwards, once. */
export class FolderImport {
  private requested = false;
  private running = false;

  constructor(private readonly gateway: Pick<DataGateway, 'importFolder'>) {}

  get isUnderWay(): boolean {
    return this.requested || this.running;
  }

  request(): void {
    this.requested = true;
  }

  /** What was requested and has not begun is not wanted any more. */
  withdraw(): void {
    this.requested = false;
  }

  /** Begins a requested reading, unless one runs. */
  begin(folder: string): void {
    if (!this.requested || this.running) return;
    this.requested = false;
    this.running = true;
    this.gateway.importFolder(folder);
  }

  finish(): void {
    this.running = false;
  }

  /** The reader is gone. A reading that ran is not tried again by itself: it may be what failed. */
  abandon(): void {
    this.running = false;
  }
}
