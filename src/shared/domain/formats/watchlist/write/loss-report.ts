import { LIST_LOSSES, type ListLoss, type LossKind } from '../list-writing';

const NAMED = 10;

/** Gathers what a form cannot carry of a list. */
export class LossReport {
  private readonly losses = new Map<LossKind, { count: number; readonly examples: string[] }>();

  /** @param example - the symbol or the name that it is about; empty where it has none */
  add(kind: LossKind, example: string): void {
    const loss = this.losses.get(kind) ?? { count: 0, examples: [] };
    loss.count++;
    const isNamed = example !== '' && !loss.examples.includes(example);
    if (isNamed && loss.examples.length < NAMED) loss.examples.push(example);
    this.losses.set(kind, loss);
  }

  finish(): readonly ListLoss[] {
    return LIST_LOSSES.flatMap((kind) => {
      const loss = this.losses.get(kind);
      return loss ? [{ kind, ...loss }] : [];
    });
  }
}
