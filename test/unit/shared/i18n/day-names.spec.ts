import { describe, expect, it } from 'vitest';
import { chineseDayName } from '../../../../src/shared/i18n/desk/zh/day-names';
import { readAsset } from '../../../helpers/announcement-set';

/** Every reason in the record of the exchanges. */
function reasonsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'reason' && typeof inner === 'string' ? [inner] : reasonsIn(inner),
  );
}
const reasons = [...new Set(reasonsIn(readAsset('exchanges/exchanges.json')))];

describe('chineseDayName', () => {
  it('has a name for every day of the record', () => {
    expect(reasons.length).toBeGreaterThan(100);
    expect(reasons.filter((name) => !/\p{Script=Han}/u.test(chineseDayName(name)))).toEqual([]);
  });

  it('leaves what the user wrote as it is', () => {
    expect(chineseDayName('Typhoon Saola')).toBe('台风 Saola');
    expect(chineseDayName('our own holiday')).toBe('our own holiday');
  });
});
