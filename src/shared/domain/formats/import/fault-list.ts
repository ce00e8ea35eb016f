import { type FaultyRow, type ImportRowFault, NAMED_FAULTS } from './import-faults';

/** Counts all faulty rows and names the first ones of each kind of fault that occurs. */
export class FaultList {
  private readonly counts = new Map<ImportRowFault, number>();
  private readonly named: FaultyRow[] = [];

  add(line: number, fault: ImportRowFault): void {
    const count = this.counts.get(fault) ?? 0;
    this.counts.set(fault, count + 1);
    if (count < NAMED_FAULTS) this.named.push({ line, fault });
  }

  countOf(faults: readonly ImportRowFault[]): number {
    return faults.reduce((sum, fault) => sum + (this.counts.get(fault) ?? 0), 0);
  }

  /** In the order of the file, at most {@link NAMED_FAULTS}. */
  first(): readonly FaultyRow[] {
    return [...this.named].sort((one, other) => one.line - other.line).slice(0, NAMED_FAULTS);
  }
}
