import { type ChartLayout, MOST_LAYOUTS } from '../../../src/shared/domain/chart/chart-layout';
import type { StudyChoice } from '../../../src/shared/domain/chart/study-choice';
import type { Drawing } from '../../../src/shared/domain/drawing/drawing';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { NamedValues } from './named-values-port';

/** Whose studies: those of all charts, or those of a watchlist's instruments. */
export type StudyScope = 'all' | `list:${number}`;

export interface ChartMemoryParts {
  readonly studies: NamedValues<readonly StudyChoice[]>;
  readonly layouts: NamedValues<ChartLayout>;
  /** By instrument. */
  readonly drawings: NamedValues<readonly Drawing[]>;
}

export type LayoutAnswer =
  | { readonly ok: true; readonly layouts: readonly ChartLayout[] }
  | { readonly ok: false; readonly reason: 'too-many' };

/** What charts remember from one start to the next. */
export class ChartMemoryService {
  constructor(private readonly parts: ChartMemoryParts) {}

  /** Null where the scope has none of its own. */
  studies(scope: StudyScope): readonly StudyChoice[] | null {
    return this.parts.studies.read(scope);
  }

  /** @param studies - null: the scope has none of its own any more */
  putStudies(scope: StudyScope, studies: readonly StudyChoice[] | null): void {
    this.parts.studies.write(scope, studies);
  }

  drawings(instrument: InstrumentId): readonly Drawing[] {
    return this.parts.drawings.read(instrument) ?? [];
  }

  /** All drawings of an instrument, in place of those that it had. */
  putDrawings(instrument: InstrumentId, drawings: readonly Drawing[]): void {
    this.parts.drawings.write(instrument, drawings.length > 0 ? drawings : null);
  }

  /** By name. */
  layouts(): readonly ChartLayout[] {
    return [...this.parts.layouts.readAll().values()].toSorted((one, other) =>
      one.name.localeCompare(other.name),
    );
  }

  /** Saves a layout in place of the one that may have its name. */
  putLayout(layout: ChartLayout): LayoutAnswer {
    const known = this.layouts();
    const isNew = known.every(({ name }) => name !== layout.name);
    if (isNew && known.length >= MOST_LAYOUTS) return { ok: false, reason: 'too-many' };
    this.parts.layouts.write(layout.name, layout);
    return { ok: true, layouts: this.layouts() };
  }

  removeLayout(name: string): readonly ChartLayout[] {
    const stands = this.layouts().some((layout) => layout.name === name);
    if (stands) this.parts.layouts.write(name, null);
    return this.layouts();
  }
}
