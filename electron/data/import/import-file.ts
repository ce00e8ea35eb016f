import { basename } from 'node:path';
import type { PlanWish } from '../../../src/shared/domain/formats/import/import-plan';
import type {
  FilePreview,
  ImportCorrection,
  ImportFileError,
  ImportMode,
} from '../../../src/shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** Decisions that make others void: with another separator or encoding the columns are others. */
const SHAPING = ['encoding', 'separator', 'hasHeader'] as const;

/** One file of an import, and what the user decided of it. */
export class ImportFile {
  preview: FilePreview;
  /** Of the file that the preview is of; see `BarsFileHead`. */
  fingerprint = '';
  private wishes: {
    readonly plan: PlanWish;
    readonly instrument: InstrumentId | null;
    readonly mode: ImportMode | null;
  } = { plan: {}, instrument: null, mode: null };

  constructor(readonly path: string) {
    this.preview = {
      ...{ fileName: basename(path), bytes: 0, included: true, error: null, instrument: null },
      ...{ candidates: [], table: null, mode: 'merge', stored: null },
    };
  }

  get wishedPlan(): PlanWish {
    return this.wishes.plan;
  }

  get wishedInstrument(): InstrumentId | null {
    return this.wishes.instrument;
  }

  get wishedMode(): ImportMode | null {
    return this.wishes.mode;
  }

  /** @returns true where the file is to be read again */
  correct({ included, instrument, mode, plan }: ImportCorrection): boolean {
    if (included !== undefined) this.preview = { ...this.preview, included };
    if (mode !== undefined) {
      this.wishes = { ...this.wishes, mode };
      this.preview = { ...this.preview, mode };
    }
    if (instrument !== undefined) this.wishes = { ...this.wishes, instrument };
    if (plan !== undefined) {
      const { columns, ...others } = this.wishes.plan;
      const isReshaped = SHAPING.some((name) => plan[name] !== undefined);
      const kept = isReshaped ? others : { ...others, columns };
      this.wishes = { ...this.wishes, plan: { ...kept, ...plan } };
    }
    return instrument !== undefined || plan !== undefined;
  }

  fail(error: ImportFileError): void {
    this.preview = { ...this.preview, error, table: null, stored: null };
  }
}
