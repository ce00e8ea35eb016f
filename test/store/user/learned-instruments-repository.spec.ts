import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../electron/store/connect';
import {
  LEARNED_INSTRUMENT_SQL,
  SqliteLearnedInstrumentsRepository,
} from '../../../electron/store/instruments/learned-instruments-repository';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const PUT = 'INSERT INTO learned_instrument (id, json, learned_at) VALUES (?, ?, ?)';

const madeUp = (id: InstrumentId, more: Partial<Instrument> = {}): Instrument => ({
  id,
  name: { en: "Made-up O'Name", zh: '虚构' },
  kind: 'share',
  currency: 'GBp',
  issuer: 'made-up',
  aliases: ['MADE UP', '虚构'],
  priceDecimals: 2,
  listedOn: null,
  ...more,
});

const ALPHA = madeUp('XLON:ALPH');
const INDEX = madeUp('INDEX:^MADE', { kind: 'index', calendar: 'XNYS', listedOn: '2020-02-03' });

describe('SqliteLearnedInstrumentsRepository', () => {
  it('gives back what was learned in the order of the learning, also after closing', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const learned = new SqliteLearnedInstrumentsRepository(first.database);
    expect(learned.readAll()).toEqual([]);
    learned.write(INDEX, 2000);
    learned.write(ALPHA, 1000);
    first.database.dispose();
    const { database } = openForTest(folder);
    expect(new SqliteLearnedInstrumentsRepository(database).readAll()).toEqual([ALPHA, INDEX]);
  });

  it('replaces an instrument in its place', () => {
    const learned = new SqliteLearnedInstrumentsRepository(openForTest(temporaryFolder()).database);
    learned.write(ALPHA, 1000);
    learned.write(INDEX, 2000);
    learned.write({ ...ALPHA, currency: 'GBP' }, 3000);
    expect(learned.readAll()).toEqual([{ ...ALPHA, currency: 'GBP' }, INDEX]);
  });

  it.each<[string, string]>([
    ['no JSON', '{"id":'],
    ['no object', '[]'],
    ['nothing', 'null'],
    ['another id', JSON.stringify(INDEX)],
    ['an unknown kind', JSON.stringify({ ...ALPHA, kind: 'bond' })],
    ['no currency', JSON.stringify({ ...ALPHA, currency: undefined })],
    ['no issuer', JSON.stringify({ ...ALPHA, issuer: 5 })],
    ['a name in one language', JSON.stringify({ ...ALPHA, name: { en: 'A' } })],
    ['no list of aliases', JSON.stringify({ ...ALPHA, aliases: 'A' })],
    ['aliases that are no texts', JSON.stringify({ ...ALPHA, aliases: [1] })],
    ['half a decimal', JSON.stringify({ ...ALPHA, priceDecimals: 1.5 })],
    ['decimals without end', JSON.stringify({ ...ALPHA, priceDecimals: 1000 })],
    ['a calendar that is no text', JSON.stringify({ ...ALPHA, calendar: 1 })],
    ['a listing that is no date', JSON.stringify({ ...ALPHA, listedOn: 1 })],
  ])('leaves out a line with %s, and leaves it alone', (_, json) => {
    const { database } = openForTest(temporaryFolder());
    const learned = new SqliteLearnedInstrumentsRepository(database);
    database.run(PUT, [ALPHA.id, json, 1]);
    learned.write(INDEX, 2);
    expect(learned.readAll()).toEqual([INDEX]);
    expect(database.get('SELECT json FROM learned_instrument WHERE id = ?', [ALPHA.id])).toEqual(
      expect.objectContaining({ json }),
    );
  });

  it('leaves out a line whose id is none', () => {
    const { database } = openForTest(temporaryFolder());
    database.run(PUT, ['no id', JSON.stringify({ ...ALPHA, id: 'no id' }), 1]);
    expect(new SqliteLearnedInstrumentsRepository(database).readAll()).toEqual([]);
  });

  it('reads them in order without sorting', () => {
    const folder = temporaryFolder();
    openForTest(folder).database.dispose();
    const connection = connect(join(folder, 'user.db'));
    const plan = connection
      .prepare(`EXPLAIN QUERY PLAN ${LEARNED_INSTRUMENT_SQL.readAll}`)
      .all([]) as { detail: string }[];
    connection.close();
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/learned_instrument_by_time/);
    expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/TEMP B-TREE/);
  });
});
