import { describe, expect, it } from 'vitest';
import type { CacheConnection } from '../../../electron/data/cache/cache-connection';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { LONG_SERIES_BARS } from '../../../src/shared/domain/candle/bar-buckets';
import { DAY, risingBars } from '../../unit/electron/data/bars-of';
import { openSeries, ORIGIN } from './open-series';

/** What the repository asks, as it asks it. */
function recordQueries(
  connection: CacheConnection,
  work: (series: SeriesRepository) => void,
): string[] {
  const queries = new Set<string>();
  const recording = new Proxy(connection, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        if (typeof args[0] === 'string') queries.add(args[0]);
        return member.apply(target, args) as unknown;
      };
    },
  });
  work(new SeriesRepository(recording));
  return [...queries];
}

function planOf(connection: CacheConnection, query: string): string[] {
  const values = Array.from(query.matchAll(/\?/g), () => null);
  return connection
    .rows(`explain query plan ${query}`, ...values)
    .map((row) => String(row['detail']));
}

describe('the queries of the series repository', () => {
  const everything = (series: SeriesRepository): void => {
    series.replace('XNAS:GOOGL', 'D', risingBars(100), ORIGIN);
    series.read('XNAS:GOOGL', 'D');
    series.newestCloses('XNAS:GOOGL', 'D');
    series.originOf('XNAS:GOOGL', 'D');
    series.list('D');
    series.read('XNAS:GOOGL', 'D', 0);
    series.merge('XNAS:GOOGL', 'D', risingBars(700), ORIGIN);
    const newest = { instrument: 'XNAS:GOOGL', bars: risingBars(1, 800 * DAY) } as const;
    series.appendNewest('D', [newest], ORIGIN);
    series.merge('XNAS:GOOGL', 'D', risingBars(400, 801 * DAY), ORIGIN);
    series.merge('XNAS:GOOGL', 'D', risingBars(400, 1201 * DAY), ORIGIN);
    series.tidy('XNAS:GOOGL', 'D');
    series.replace('XNAS:NVDA', 'D', risingBars(LONG_SERIES_BARS + 1), ORIGIN);
    series.overview('XNAS:NVDA', 'D');
  };

  it('find bars by index and never sort', () => {
    const { connection } = openSeries();
    const queries = recordQueries(connection, everything).filter(
      (query) => !/^insert.* values/s.test(query),
    );
    expect(queries.length).toBe(18);
    const plans = queries.map((query) => ({ query, plan: planOf(connection, query).join('; ') }));
    for (const { query, plan } of plans) {
      expect(plan, query).not.toContain('TEMP B-TREE');
      if (/(from|join) (chunk|tail|level)/.test(query))
        expect(plan, query).toMatch(/SEARCH (chunk|tail|level)/);
      if (/update series/.test(query))
        expect(plan, query).toMatch(/SEARCH series USING COVERING INDEX/);
      expect(plan, query).not.toMatch(/SCAN (chunk|tail|level)/);
    }
    const ofBars = plans.filter(({ query }) => /^select n, codec/.test(query));
    expect(ofBars.map(({ plan }) => plan)).toEqual([
      'SEARCH chunk USING INDEX sqlite_autoindex_chunk_1 (s=? AND tf=? AND t0>?)',
      'SEARCH chunk USING INDEX sqlite_autoindex_chunk_1 (s=? AND tf=? AND t0=?)',
      'SEARCH chunk USING INDEX sqlite_autoindex_chunk_1 (s=? AND tf=?)',
    ]);
  });

  it('would be found out: a query past the index is a scan', () => {
    const { connection } = openSeries();
    expect(planOf(connection, 'select data from chunk where n = ?')).toEqual(['SCAN chunk']);
  });
});
