import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isKnownUnreachable, rememberUnreachable } from '../../../scripts/lib/unreachable-memo.mjs';

const HOUR_MS = 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 5);

describe('the memory of an unreachable download host', () => {
  let env: Record<string, string>;

  beforeEach(async () => {
    env = { XDG_CACHE_HOME: await mkdtemp(join(tmpdir(), 'tapeout-spec-')) };
  });
  afterEach(() => rm(env['XDG_CACHE_HOME'] ?? '', { recursive: true }));

  it('knows nothing at first', async () => {
    expect(await isKnownUnreachable(env, { version: '45.4.1', now })).toBe(false);
  });

  it('lasts for some hours', async () => {
    await rememberUnreachable(env, { version: '45.4.1', now });
    const asked = (later: number) =>
      isKnownUnreachable(env, { version: '45.4.1', now: now + later });
    expect(await asked(0)).toBe(true);
    expect(await asked(5 * HOUR_MS)).toBe(true);
    expect(await asked(7 * HOUR_MS)).toBe(false);
  });

  it('does not outlive a clock that was set back', async () => {
    await rememberUnreachable(env, { version: '45.4.1', now });
    const earlier = { version: '45.4.1', now: now - HOUR_MS };
    expect(await isKnownUnreachable(env, earlier)).toBe(false);
  });

  it('asks again for another version, and at another mirror', async () => {
    await rememberUnreachable(env, { version: '45.4.1', now });
    expect(await isKnownUnreachable(env, { version: '46.0.0', now })).toBe(false);
    const mirrored = { ...env, ELECTRON_MIRROR: 'https://mirror.example/' };
    expect(await isKnownUnreachable(mirrored, { version: '45.4.1', now })).toBe(false);
    const configured = { ...env, npm_config_electron_mirror: 'https://mirror.example/' };
    expect(await isKnownUnreachable(configured, { version: '45.4.1', now })).toBe(false);
  });

  it('stands in the cache folder', async () => {
    await rememberUnreachable(env, { version: '45.4.1', now });
    const path = join(env['XDG_CACHE_HOME'] ?? '', 'tapeout', 'electron-host-unreachable.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: '45.4.1', at: now });
  });
});
