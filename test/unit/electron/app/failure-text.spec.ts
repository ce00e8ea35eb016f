import { describe, expect, it } from 'vitest';
import { type FailureKind, failureText } from '../../../../electron/app/failure-text';
import { LOCALES } from '../../../../src/shared/domain/settings/settings';
import { nativeMessages } from '../../../../src/shared/i18n/native-catalogue';

const KINDS: readonly FailureKind[] = [
  'newer-database',
  'not-accessible',
  'disk-full',
  'locked',
  'migration-failed',
  'page-broken',
  'crash',
];

describe.each(LOCALES)('failureText in %s', (locale) => {
  const texts = KINDS.map((kind) => failureText(kind, nativeMessages(locale), '/data/logs'));

  it('has a detail of its own for every kind of failure', () => {
    expect(new Set(texts.map(({ detail }) => detail)).size).toBe(KINDS.length);
    for (const { title, detail } of texts) expect([title, detail]).not.toContain('');
  });

  it('names the folder of the log where the app crashed', () => {
    expect(texts.at(-1)?.detail).toContain('/data/logs');
  });
});
