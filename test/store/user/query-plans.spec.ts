import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALERT_SQL } from '../../../electron/store/alerts/alert-statements';
import { connect } from '../../../electron/store/connect';
import { FEED_SQL } from '../../../electron/store/feeds/feed-statements';
import { CURATION_SQL } from '../../../electron/store/curation/curation-statements';
import { KEY_VALUE_SQL } from '../../../electron/store/settings/key-value-table';
import { ROW_SQL } from '../../../electron/store/watchlist/row-tables';
import { WATCHLIST_SQL } from '../../../electron/store/watchlist/watchlist-statements';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const statements = Object.entries({
  ...WATCHLIST_SQL,
  ...KEY_VALUE_SQL,
  ...FEED_SQL,
  ...CURATION_SQL,
  ...byTable('read', ROW_SQL.read),
  ...byTable('remove', ROW_SQL.remove),
  ...byTable('insert', ROW_SQL.insert),
  ...ALERT_SQL,
});

function byTable(what: string, sql: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sql).map(([table, text]) => [`${what} ${table}`, text]));
}

/** Over a connection of its own: libsql never ends an EXPLAIN, and no checkpoint could pass it. */
function planOf(sql: string): string {
  const folder = temporaryFolder();
  openForTest(folder).database.dispose();
  const connection = connect(join(folder, 'user.db'));
  const values = [...sql.matchAll(/\?/g)].map(() => 1);
  const rows = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values);
  connection.close();
  return (rows as { detail: string }[]).map(({ detail }) => detail).join('\n');
}

describe('query plans', () => {
  it.each(statements)('%s reads no whole table and sorts nothing', (_, sql) => {
    expect(planOf(sql)).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it('are told apart from a plan that reads a whole table and sorts (control)', () => {
    const plan = planOf('SELECT id FROM list_item WHERE position = ? ORDER BY symbol');
    expect(plan).toMatch(/SCAN/);
    expect(plan).toMatch(/TEMP B-TREE/);
  });
});
