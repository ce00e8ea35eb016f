import { type InstrumentRole, type Role, ROLES } from '../announcement/announcement';

/**
 * What each company mostly is in the announcements: owner of chips, foundry, supplier. The role that it
 * has most often counts, `related` only where it has no other; of two that are as frequent the one
 * that stands first among {@link ROLES}.
 *
 * @param issuerOf - lines of one company share it; null where the catalogue does not know one
 */
export function companyRoles(
  announcements: readonly { readonly instruments: readonly InstrumentRole[] }[],
  issuerOf: (instrument: string) => string | null,
): ReadonlyMap<string, Role> {
  const counts = new Map<string, Map<Role, number>>();
  for (const { instruments } of announcements) {
    for (const [issuer, roles] of rolesIn(instruments, issuerOf)) {
      const known = counts.get(issuer) ?? new Map<Role, number>();
      for (const role of roles) known.set(role, (known.get(role) ?? 0) + 1);
      counts.set(issuer, known);
    }
  }
  return new Map([...counts].map(([issuer, known]) => [issuer, mostly(known)]));
}

/** Two lines of one company in one announcement count once. */
function rolesIn(
  instruments: readonly InstrumentRole[],
  issuerOf: (instrument: string) => string | null,
): ReadonlyMap<string, ReadonlySet<Role>> {
  const found = new Map<string, Set<Role>>();
  for (const { instrument, role } of instruments) {
    const issuer = issuerOf(instrument);
    if (issuer === null) continue;
    found.set(issuer, (found.get(issuer) ?? new Set()).add(role));
  }
  return found;
}

function mostly(counts: ReadonlyMap<Role, number>): Role {
  const weight = (role: Role): number => (role === 'related' ? 0.5 : (counts.get(role) ?? 0));
  const held = ROLES.filter((role) => counts.has(role));
  return held.reduce((best, role) => (weight(role) > weight(best) ? role : best));
}
