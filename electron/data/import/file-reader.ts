import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import type { ZoneClock } from '../../../src/shared/domain/calendar/zone-clock';
import { BarsReader, type ReadBars } from '../../../src/shared/domain/formats/import/bars-reader';
import {
  EXCHANGE_ZONE,
  missingRoles,
  type TextEncoding,
} from '../../../src/shared/domain/formats/import/import-plan';
import type {
  ImportQuestion,
  PreviewBar,
  TablePreview,
} from '../../../src/shared/domain/formats/import/import-preview';
import { sniffBars } from '../../../src/shared/domain/formats/import/sniff-bars';
import type { SniffedBars } from '../../../src/shared/domain/formats/import/sniffed-bars';
import { WallZone } from '../../../src/shared/domain/formats/import/wall-zone';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import {
  BarsFileFailure,
  type BarsFileHead,
  decodeHead,
  readBarsFileHead,
  readBarsText,
} from './bars-file';
import type { ImportFile } from './import-file';
import { guessInstrument, type GuessedInstrument } from './import-instruments';
import type { SymbolResolver } from '../../../src/shared/domain/instrument/resolve-symbol';

const SHOWN_BARS = 8;
/** Rows expected above what the beginning makes likely. */
const SPARE = 1.05;

export interface FileReaderParts {
  readonly resolver: () => SymbolResolver;
  /** The clock of the exchange whose sessions an instrument follows; undefined where none is known. */
  readonly exchangeClock: (id: InstrumentId) => ZoneClock | undefined;
  /** @throws RangeError for a zone that the runtime does not know */
  readonly zoneClock: (timezone: string) => ZoneClock;
}

/** Hears how far the reading is: bytes of the file, and rows. */
export type ReadingListener = (bytes: number, rows: number) => void;

export interface FileReading {
  readonly head: BarsFileHead;
  readonly guessed: GuessedInstrument;
  /** Null where the columns are not settled: then no row was read. */
  readonly bars: BarColumns;
  readonly table: TablePreview;
  readonly counts: ReadBars['counts'];
}

/** Reads one file of an import as it is planned, from its beginning to its end. */
export class FileReader {
  constructor(private readonly parts: FileReaderParts) {}

  /**
   * Gives the loop of the process a turn with every chunk.
   *
   * @throws BarsFileFailure
   */
  async read(file: ImportFile, signal: AbortSignal, heard: ReadingListener): Promise<FileReading> {
    const head = await readBarsFileHead(file.path);
    const wish = file.wishedPlan;
    const encoding = wish.encoding ?? head.detected.encoding;
    const sniffed = sniffBars(decodeHead(head, encoding), head.isWhole, encoding, wish);
    if (sniffed === null) throw new BarsFileFailure('not-a-table');
    const guessed = this.guess(file, sniffed);
    const clock = this.clockOf(sniffed, guessed.instrument);
    const reader = this.readerOf(sniffed, head, clock);
    const isComplete = missingRoles(sniffed.plan.columns).length === 0;
    if (isComplete) {
      let bytes = 0;
      const chunks = readBarsText(file.path, head, encoding, signal, (read) => (bytes = read));
      for await (const chunk of chunks) {
        reader.push(chunk);
        heard(bytes, reader.rows);
      }
    }
    const read = reader.finish();
    const table = tableOf(file, head, sniffed, read, clock.timezone, encoding);
    return { head, guessed, bars: read.bars, table, counts: read.counts };
  }

  private guess(file: ImportFile, { plan, rows }: SniffedBars): GuessedInstrument {
    if (file.wishedInstrument !== null)
      return { instrument: file.wishedInstrument, candidates: [] };
    const symbol = rows[0]?.[plan.columns.indexOf('symbol')] ?? '';
    return guessInstrument(this.parts.resolver(), file.preview.fileName, symbol);
  }

  private clockOf({ plan }: SniffedBars, instrument: InstrumentId | null): ZoneClock {
    const { exchangeClock, zoneClock } = this.parts;
    if (plan.zone !== EXCHANGE_ZONE) return zoneClock(plan.zone);
    const own = instrument === null ? undefined : exchangeClock(instrument);
    return own ?? zoneClock('UTC');
  }

  private readerOf(sniffed: SniffedBars, { bytes, isGzip }: BarsFileHead, clock: ZoneClock) {
    const { plan, firstRowLine, lineEndsInReturn, lineBytes } = sniffed;
    const packing = isGzip ? 4 : 1;
    const expectedRows = (bytes / lineBytes) * packing * SPARE;
    const zone = new WallZone(clock);
    return new BarsReader({ plan, zone, firstRowLine, lineEndsInReturn, expectedRows });
  }
}

function tableOf(
  file: ImportFile,
  { detected }: BarsFileHead,
  sniffed: SniffedBars,
  read: ReadBars,
  timezone: string,
  encoding: TextEncoding,
): TablePreview {
  const { plan, dateForms, header, rows } = sniffed;
  const { bars } = read;
  return {
    ...{ plan, dateForms, header, rows, timezone },
    encodingCertain: detected.certain && encoding === detected.encoding,
    questions: openQuestions(file, sniffed, read),
    counts: read.counts,
    faults: read.faults,
    bars: firstBars(read),
    firstTime: bars.time[0] ?? null,
    lastTime: bars.time[bars.length - 1] ?? null,
  };
}

function openQuestions(
  file: ImportFile,
  { plan, dateForms, intervalKnown }: SniffedBars,
  { leavesZoneOpen }: ReadBars,
): readonly ImportQuestion[] {
  const { wishedPlan: wish } = file;
  const isIntraday = plan.interval !== 'D';
  const open: Record<ImportQuestion, boolean> = {
    instrument: false,
    columns: missingRoles(plan.columns).length > 0,
    'date-form': wish.dateForm === undefined && dateForms.length !== 1,
    interval: wish.interval === undefined && !intervalKnown,
    zone: wish.zone === undefined && isIntraday && leavesZoneOpen,
  };
  return (Object.keys(open) as ImportQuestion[]).filter((question) => open[question]);
}

function firstBars({ bars, lines }: ReadBars): readonly PreviewBar[] {
  return Array.from({ length: Math.min(SHOWN_BARS, bars.length) }, (_, index) => {
    const adjusted = bars.adjustedClose[index] as number;
    return {
      line: lines[index] as number,
      time: bars.time[index] as number,
      open: bars.open[index] as number,
      high: bars.high[index] as number,
      low: bars.low[index] as number,
      close: bars.close[index] as number,
      volume: bars.volume[index] as number,
      adjustedClose: Number.isNaN(adjusted) ? null : adjusted,
    };
  });
}
