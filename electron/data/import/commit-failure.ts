import type { ImportFailure } from '../../../src/shared/domain/formats/import/import-preview';

/** What ends the writing of an import before anything was written. */
export class CommitFailure extends Error {
  override readonly name = 'CommitFailure';

  constructor(
    readonly reason: ImportFailure,
    readonly fileName: string | null = null,
  ) {
    super(reason);
  }
}
