import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../../src/shared/domain/announcement/announcement';
import { companyRoles } from '../../../../../src/shared/domain/watchlist/company-roles';

const naming = (...named: readonly (readonly [string, Role])[]) => ({
  instruments: named.map(([instrument, role]) => ({ instrument, role })),
});
const issuerOf = (instrument: string): string | null =>
  instrument === 'NONE:X' ? null : instrument.slice(instrument.indexOf(':') + 1);

describe('companyRoles', () => {
  it('takes the most frequent role', () => {
    const roles = companyRoles(
      [
        naming(['XNYS:TSM', 'foundry'], ['XNAS:AVGO', 'partner']),
        naming(['XNYS:TSM', 'foundry']),
        naming(['XNYS:TSM', 'owner']),
      ],
      issuerOf,
    );
    expect([...roles]).toEqual([
      ['TSM', 'foundry'],
      ['AVGO', 'partner'],
    ]);
  });

  it('counts two lines of a company in one announcement once', () => {
    const roles = companyRoles(
      [
        naming(['XHKG:BABA', 'customer'], ['XNYS:BABA', 'customer']),
        naming(['XHKG:BABA', 'owner']),
        naming(['XHKG:BABA', 'owner']),
      ],
      issuerOf,
    );
    expect(roles.get('BABA')).toBe('owner');
  });

  it('takes the first role of two as frequent, and `related` only for want of another', () => {
    const all = [
      naming(['X:A', 'customer']),
      naming(['X:A', 'partner']),
      naming(['X:B', 'related']),
      naming(['X:B', 'related']),
      naming(['X:B', 'competitor']),
      naming(['X:C', 'related']),
      naming(['NONE:X', 'owner']),
    ];
    const roles = companyRoles(all, issuerOf);
    expect([roles.get('A'), roles.get('B'), roles.get('C')]).toEqual([
      'partner',
      'competitor',
      'related',
    ]);
    expect(roles.size).toBe(3);
  });
});
