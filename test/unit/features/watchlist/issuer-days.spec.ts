import { expect, it } from 'vitest';
import { issuerDays } from '../../../../src/features/watchlist/issuer-days';

const on = (id: string, date: string, ...instruments: string[]) => ({
  ...{ id, date },
  instruments: instruments.map((instrument) => ({ instrument, role: 'owner' as const })),
});
const issuerOf = (instrument: string) =>
  instrument.startsWith('?') ? null : instrument.slice(instrument.indexOf(':') + 1);

it('finds the announcements of a company next to today, on all its lines', () => {
  const days = issuerDays(
    [
      on('far', '2026-12-01', 'XNYS:BABA'),
      on('next', '2026-06-01', 'XHKG:BABA'),
      on('today', '2026-05-28', 'XNYS:BABA', 'XNAS:NVDA'),
      on('older', '2026-05-01', 'XHKG:BABA', '?:X'),
    ],
    '2026-05-28',
    issuerOf,
  );
  expect(days.get('BABA')).toMatchObject({ last: { id: 'today' }, next: { id: 'next' } });
  expect(days.get('NVDA')).toMatchObject({ last: { id: 'today' }, next: null });
  expect([...days.keys()]).toEqual(['BABA', 'NVDA']);
});
