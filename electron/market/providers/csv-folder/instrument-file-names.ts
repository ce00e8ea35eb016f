import type { Instrument, InstrumentId } from '../../../../src/shared/domain/instrument/instrument';

const EXTENSION = /\.csv(\.gz)?$/i;
/** File systems refuse some of these and users replace them by others, so all are the same. */
const JOINTS = /[:_\- ]/g;

/** True for the names of files of bars; hidden files are none. */
export function isBarsFileName(fileName: string): boolean {
  return EXTENSION.test(fileName) && !fileName.startsWith('.');
}

/**
 * Tells which instrument a file name means: `MIC:code` or an alias of the catalogue, in any
 * capitals, with a colon, dash, underscore or blank between its parts, before `.csv` or `.csv.gz`.
 * A name that two instruments go by means none of them.
 */
export class InstrumentFileNames {
  private instruments: ReadonlyMap<string, InstrumentId | null> | null = null;

  constructor(private readonly catalogue: readonly Instrument[]) {}

  /** @returns null where the name means no known instrument */
  resolve(fileName: string): InstrumentId | null {
    this.instruments ??= indexNames(this.catalogue);
    return this.instruments.get(normalise(fileName.replace(EXTENSION, ''))) ?? null;
  }
}

function indexNames(catalogue: readonly Instrument[]): ReadonlyMap<string, InstrumentId | null> {
  const index = new Map<string, InstrumentId | null>();
  for (const { id, aliases } of catalogue) {
    for (const alias of aliases) {
      const name = normalise(alias);
      const other = index.get(name);
      index.set(name, other === undefined || other === id ? id : null);
    }
  }
  for (const { id } of catalogue) index.set(normalise(id), id);
  return index;
}

function normalise(name: string): string {
  return name.normalize('NFC').toUpperCase().replace(JOINTS, ':');
}
