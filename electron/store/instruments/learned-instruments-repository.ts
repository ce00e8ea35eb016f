import type { Instrument } from '../../../src/shared/domain/instrument/instrument';
import type { LearnedInstruments } from '../../core/instruments/learned-instruments-port';
import type { UserDatabase } from '../user-database';
import { readLearnedInstrument } from './learned-instrument-row';

/** The SQL of the table; a test checks that nothing is sorted without an index. */
export const LEARNED_INSTRUMENT_SQL = {
  readAll: 'SELECT id, json FROM learned_instrument ORDER BY learned_at, id',
  write: `INSERT INTO learned_instrument (id, json, learned_at) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
} as const;

/** The learned instruments in `user.db`. */
export class SqliteLearnedInstrumentsRepository implements LearnedInstruments {
  constructor(private readonly database: UserDatabase) {}

  readAll(): readonly Instrument[] {
    const rows = this.database.all<{ id: string; json: string }>(
      LEARNED_INSTRUMENT_SQL.readAll,
      [],
    );
    return rows.flatMap(({ id, json }) => readLearnedInstrument(id, json) ?? []);
  }

  write(instrument: Instrument, learnedAt: number): void {
    this.database.run(LEARNED_INSTRUMENT_SQL.write, [
      instrument.id,
      JSON.stringify(instrument),
      learnedAt,
    ]);
  }
}
