import { describe, expect, it } from 'vitest';
import type { CacheConnection } from '../../../electron/data/cache/cache-connection';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { risingBars } from '../../unit/electron/data/bars-of';
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
  };

  it('find bars by index and never sort', () => {
    const { connection } = openSeries();
    const queries = recordQueries(connection, everything).filter((query) => !/^insert/.test(query));
    expect(queries.length).toBe(8);
    const plans = queries.map((query) => ({ query, plan: planOf(connection, query).join('; ') }));
    for (const { query, plan } of plans) {
      expect(plan, query).not.toContain('TEMP B-TREE');
      if (/(from|join) (chunk|tail)/.test(query))
        expect(plan, query).toMatch(/SEARCH (chunk|tail)/);
      expect(plan, query).not.toMatch(/SCAN (chunk|tail)/);
    }
    const ofBars = plans.filter(({ query }) => /^select n, codec/.test(query));
    expect(ofBars.map(({ plan }) => plan)).toEqual([
      'SEARCH chunk USING INDEX sqlite_autoindex_chunk_1 (s=? AND tf=?)',
    ]);
  });

  it('would be found out: a query past the index is a scan', () => {
    const { connection } = openSeries();
    expect(planOf(connection, 'select data from chunk where n = ?')).toEqual(['SCAN chunk']);
  });
});
