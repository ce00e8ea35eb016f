import { type ChartLayout, MOST_LAYOUTS } from '../../../src/shared/domain/chart/chart-layout';
import type { StudyChoice } from '../../../src/shared/domain/chart/study-choice';
import type { NamedValues } from './named-values-port';

/** Whose studies: those of all charts, or those of a watchlist's instruments. */
export type StudyScope = 'all' | `list:${number}`;

export interface ChartMemoryParts {
  readonly studies: NamedValues<readonly StudyChoice[]>;
  readonly layouts: NamedValues<ChartLayout>;
}

export type LayoutAnswer =
  | { readonly ok: true; readonly layouts: readonly ChartLayout[] }
  | { readonly ok: false; readonly reason: 'too-many' };

/** What charts remember from one start to the next. */
export class ChartMemoryService {
  constructor(private readonly parts: ChartMemoryParts) {}

  /** Null where the scope has none of its own. */
  studies(scope: StudyScope): readonly StudyChoice[] | null {
    return this.parts.studies.readAll().get(scope) ?? null;
  }

  /** @param studies - null: the scope has none of its own any more */
  putStudies(scope: StudyScope, studies: readonly StudyChoice[] | null): void {
    this.parts.studies.write(scope, studies);
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
