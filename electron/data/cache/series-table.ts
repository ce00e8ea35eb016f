import type { SeriesFindings } from '../../../src/shared/domain/candle/series-findings';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { FileReport } from '../../../src/shared/domain/market/market-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { CacheConnection, SqlRow } from './cache-connection';
import type { SeriesKey } from './series-key';
import type { SeriesOrigin } from './series-origin';

/** What goes with the bars of a series wherever they are read; as in `SeriesOrigin`. */
export interface SeriesFacts {
  readonly source: MarketSource;
  readonly importedAt: number;
  readonly currency: string | null;
  readonly findings: SeriesFindings | null;
  readonly wholeAt: number | null;
}

/** The series that are known, and where their bars came from. Intervals are in seconds (`tf`). */
export class SeriesTable {
  constructor(private readonly connection: CacheConnection) {}

  /** Null where the series is not known. */
  keyOf(instrument: InstrumentId, tf: number): SeriesKey | null {
    const row = this.row(instrument, tf);
    return row ? toKey(row) : null;
  }

  /** Null where the series is not known. */
  find(
    instrument: InstrumentId,
    tf: number,
  ): { readonly key: SeriesKey; readonly facts: SeriesFacts } | null {
    const row = this.row(instrument, tf);
    return row ? { key: toKey(row), facts: toFacts(row) } : null;
  }

  /** The series of an instrument that came from a source. */
  keysOf(instrument: InstrumentId, source: MarketSource): readonly SeriesKey[] {
    const rows = this.connection.rows(
      'select id, tf from series where instrument = ? and source = ?',
      instrument,
      source,
    );
    return rows.map(toKey);
  }

  /** Null where the series is not known. */
  originOf(instrument: InstrumentId, tf: number): SeriesOrigin | null {
    const row = this.row(instrument, tf);
    if (!row) return null;
    const fingerprint = row['fingerprint'] as string;
    const report = JSON.parse(row['report'] as string) as FileReport | null;
    return { ...toFacts(row), fingerprint, report };
  }

  count(): number {
    return this.connection.rows('select count(*) as n from series')[0]?.['n'] as number;
  }

  /** Makes the series where it is not known; its origin is this one from now on. */
  put(instrument: InstrumentId, tf: number, origin: SeriesOrigin): SeriesKey {
    this.connection.run(
      `insert into series(instrument, tf, source, imported_at, fingerprint, report, currency,
         findings, whole_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict(instrument, tf) do update set source = excluded.source,
         imported_at = excluded.imported_at, fingerprint = excluded.fingerprint,
         report = excluded.report, currency = excluded.currency, findings = excluded.findings,
         whole_at = excluded.whole_at`,
      instrument,
      tf,
      ...originValues(origin),
    );
    return toKey(this.row(instrument, tf) as SqlRow);
  }

  /** Of the series that are known; the others stay unknown. */
  putOrigin(instruments: readonly InstrumentId[], tf: number, origin: SeriesOrigin): void {
    this.connection.run(
      `update series set source = ?, imported_at = ?, fingerprint = ?, report = ?, currency = ?,
         findings = ?, whole_at = ?
       where tf = ? and instrument in (select value from json_each(?))`,
      ...originValues(origin),
      tf,
      JSON.stringify(instruments),
    );
  }

  remove({ id }: SeriesKey): void {
    this.connection.run('delete from series where id = ?', id);
  }

  private row(instrument: InstrumentId, tf: number): SqlRow | undefined {
    return this.connection.rows(
      `select id, tf, source, imported_at, fingerprint, report, currency, findings, whole_at
       from series
       where instrument = ? and tf = ?`,
      instrument,
      tf,
    )[0];
  }
}

function toKey(row: SqlRow): SeriesKey {
  return { id: row['id'] as number, tf: row['tf'] as number };
}

function toFacts(row: SqlRow): SeriesFacts {
  return {
    source: row['source'] as MarketSource,
    importedAt: row['imported_at'] as number,
    currency: row['currency'] as string | null,
    findings: JSON.parse(row['findings'] as string) as SeriesFindings | null,
    wholeAt: row['whole_at'] as number | null,
  };
}

type OriginValues = [string, number, string, string, string | null, string, number | null];

function originValues(origin: SeriesOrigin): OriginValues {
  const { source, importedAt, fingerprint, report, currency, findings, wholeAt } = origin;
  return [
    ...([source, importedAt, fingerprint, JSON.stringify(report)] as const),
    ...([currency ?? null, JSON.stringify(findings ?? null), wholeAt ?? null] as const),
  ];
}
