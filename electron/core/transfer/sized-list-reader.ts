import type { ListAnswer, ListQuestion, ListSource, ListTextReader } from './list-text-reader-port';

/** What is no longer than this is read within some milliseconds: sooner than a process starts. */
export const LONGEST_HERE = 65_536;

/** Reads short texts here, and long ones where they keep nobody waiting. */
export class SizedListReader implements ListTextReader {
  constructor(
    private readonly here: ListTextReader,
    private readonly apart: ListTextReader,
  ) {}

  read(
    source: ListSource,
    question: ListQuestion,
    signal: AbortSignal,
  ): Promise<ListAnswer | null> {
    const length = source.fileName === null ? source.text.length : source.bytes.length;
    return (length > LONGEST_HERE ? this.apart : this.here).read(source, question, signal);
  }
}
